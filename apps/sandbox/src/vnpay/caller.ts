import type { Later } from '../later.ts';
import { ipnFields, type Merchant, type Settled } from './announcement.ts';
import type { Drawn } from './faults.ts';
import type { Call, Recorder } from './recorder.ts';
import type { Fields } from './signature.ts';

/** Where VNPay's test system calls from, as public repositories report it. */
export const sandboxAddresses = ['113.160.92.202', '203.205.17.226', '103.220.84.4'] as const;
export const mostCalls = 10;

interface CallerSettings extends Merchant {
  readonly ipnUrl: string;
  readonly retryIntervalMs: number;
  readonly ipnTimeoutMs: number;
}

/** Tells the merchant's server of a payment: up to ten calls, an interval apart, until it answers 00 or 02. */
export class Caller {
  readonly #settings: CallerSettings;
  readonly #recorder: Recorder;
  readonly #later: Later;
  retryIntervalMs: number;
  #made = 0;

  constructor(settings: CallerSettings, recorder: Recorder, later: Later) {
    this.#settings = settings;
    this.#recorder = recorder;
    this.#later = later;
    this.retryIntervalMs = settings.retryIntervalMs;
  }

  /** Starts the calls; resolves when the first has been answered or has failed, while the others go on behind. */
  announce(payment: Settled, drawn: Drawn): Promise<void> {
    return new Promise((resolve) => {
      void this.#series(payment, drawn, resolve).finally(resolve);
    });
  }

  /** One call with these fields, judged and recorded. */
  async call(url: string, fields: Fields, about: { txnRef: string; number: number; faults: string[] }): Promise<Call> {
    const forwardedFor = sandboxAddresses[this.#made % sandboxAddresses.length] as string;
    this.#made += 1;
    const address = new URL(url);
    for (const [key, value] of Object.entries(fields)) address.searchParams.append(key, value);

    const at = new Date();
    const answer = await this.#ask(address, forwardedFor);
    const stops = answer.failure === undefined && (answer.rspCode === '00' || answer.rspCode === '02');
    const call: Call = {
      at: at.toISOString(),
      ...about,
      url: address.href,
      forwardedFor,
      tookMs: Date.now() - at.getTime(),
      ...answer,
      verdict: stops ? 'stop' : 'again',
    };
    this.#recorder.add(call);
    return call;
  }

  async #series(payment: Settled, drawn: Drawn, firstDone: () => void): Promise<void> {
    for (let made = 0; made < mostCalls; ) {
      const together = made === 0 && drawn.kinds.has('twice-at-once') ? 2 : 1;
      const calls = await Promise.all(
        Array.from({ length: together }, (_, index) => this.#one(payment, drawn, made + index + 1)),
      );
      made += together;
      firstDone();
      // A bank that changed its mind tells of it though the shop had understood the first word.
      const untrue = drawn.kinds.has('failed-first') && made <= drawn.times;
      if ((calls.some((call) => call.verdict === 'stop') && !untrue) || made >= mostCalls) return;
      if (!(await this.#later.wait(this.retryIntervalMs))) return;
    }
  }

  #one(payment: Settled, drawn: Drawn, number: number): Promise<Call> {
    const kinds = number <= drawn.times ? drawn.kinds : new Set<never>();
    const faults = ipnFaultNames.filter((fault) => kinds.has(fault));
    const fields = ipnFields(this.#settings, payment, kinds);
    return this.call(this.#settings.ipnUrl, fields, { txnRef: payment.txnRef, number, faults });
  }

  async #ask(address: URL, forwardedFor: string): Promise<Pick<Call, 'httpStatus' | 'body' | 'rspCode' | 'failure'>> {
    const late = AbortSignal.timeout(this.#settings.ipnTimeoutMs);
    try {
      const response = await fetch(address, {
        headers: { 'x-forwarded-for': forwardedFor, accept: 'application/json' },
        redirect: 'manual',
        signal: AbortSignal.any([late, this.#later.signal]),
      });
      const text = await response.text();
      return { httpStatus: response.status, body: text.slice(0, 500), ...judge(response.status, text) };
    } catch (error) {
      if (late.aborted) return { failure: `không trả lời trong ${this.#settings.ipnTimeoutMs} ms` };
      return { failure: `không nối được: ${String((error as Error).cause ?? error)}` };
    }
  }
}

const ipnFaultNames = [
  'tampered-ipn',
  'wrong-amount',
  'unknown-ref',
  'upper-case-hash',
  'twice-at-once',
  'failed-first',
] as const;

/** An answer counts only as HTTP 200 with a JSON object that has a RspCode; a redirect is not followed. */
function judge(status: number, text: string): Pick<Call, 'rspCode' | 'failure'> {
  if (status >= 300 && status < 400) return { failure: `chuyển hướng (HTTP ${status})` };
  if (status !== 200) return { failure: `HTTP ${status}` };
  try {
    const answer: unknown = JSON.parse(text);
    const code = (answer as { RspCode?: unknown } | null)?.RspCode;
    return typeof code === 'string' ? { rspCode: code } : { failure: 'không có RspCode' };
  } catch {
    return { failure: 'không phải JSON' };
  }
}
