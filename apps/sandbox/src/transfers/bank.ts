import { vnpayStamp } from '@chophien/kernel';
import type { Settings } from '../env.ts';
import type { Later } from '../later.ts';
import { payosSignature, sepaySignature } from './signature.ts';

/** Money that moved on an account that somebody watches. */
export interface Movement {
  readonly id: number;
  readonly account: string;
  readonly amount: number;
  readonly content: string;
  readonly direction: 'in' | 'out';
  readonly reference: string;
  readonly at: Date;
}

export const transferFaults = ['bad-signature', 'no-signature', 'old-timestamp', 'twice', 'silent'] as const;
export type TransferFault = (typeof transferFaults)[number];

/** SePay tries again after so many minutes each. */
const ladder = [1, 1, 2, 3, 5, 8, 13];

export interface Told {
  readonly at: string;
  readonly movement: number;
  readonly url: string;
  readonly number: number;
  readonly status: number | undefined;
}

/** The banks behind the watchers: every movement, and who was told of it. */
export class Bank {
  readonly movements: Movement[] = [];
  readonly told: Told[] = [];
  readonly settings: Settings['transfers'];
  readonly #later: Later;
  readonly now: () => Date;
  // Starts at the clock, as real ones do: a sandbox started again gives no number twice.
  #last = Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 1000);

  constructor(settings: Settings['transfers'], later: Later, now: () => Date) {
    this.settings = settings;
    this.#later = later;
    this.now = now;
  }

  move(given: Pick<Movement, 'account' | 'amount' | 'content' | 'direction'>): Movement {
    this.#last += 1;
    const at = this.now();
    const reference = `FT${vnpayStamp(at).slice(2, 8)}${String(this.#last).padStart(9, '0')}`;
    const movement = { ...given, id: this.#last, reference, at };
    this.movements.push(movement);
    return movement;
  }

  /** Tells SePay's customer; resolves after the first answer, the ladder of further tries goes on behind. */
  async tellSepay(movement: Movement, faults: ReadonlySet<TransferFault>): Promise<void> {
    if (faults.has('silent')) return;
    const body = JSON.stringify(sepayBody(movement));
    const send = (number: number) => {
      const spoilt = number === 1;
      const seconds = Math.floor(this.now().getTime() / 1000) - (spoilt && faults.has('old-timestamp') ? 600 : 0);
      const right = sepaySignature(this.settings.sepay.webhookSecret, seconds, body);
      const signature = spoilt && faults.has('bad-signature') ? right.replace(/.{4}$/, '0000') : right;
      const bare = spoilt && faults.has('no-signature');
      const headers = {
        'content-type': 'application/json',
        ...(bare ? {} : { 'x-sepay-signature': signature, 'x-sepay-timestamp': String(seconds) }),
      };
      return this.#post(this.settings.sepay.webhookUrl, { body, headers, movement, number });
    };
    await this.#series(send, faults);
  }

  /** payOS says nowhere how often it tries; like SePay here. */
  async tellPayos(
    movement: Movement,
    data: Record<string, unknown>,
    faults: ReadonlySet<TransferFault>,
  ): Promise<void> {
    if (faults.has('silent')) return;
    const right = payosSignature(this.settings.payos.checksumKey, data);
    const send = (number: number) => {
      const signature = number === 1 && faults.has('bad-signature') ? right.replace(/.{4}$/, '0000') : right;
      const signed = number === 1 && faults.has('no-signature') ? {} : { signature };
      const body = JSON.stringify({ code: '00', desc: 'success', success: true, data, ...signed });
      const headers = { 'content-type': 'application/json' };
      return this.#post(this.settings.payos.webhookUrl, { body, headers, movement, number });
    };
    await this.#series(send, faults);
  }

  async #series(send: (number: number) => Promise<boolean>, faults: ReadonlySet<TransferFault>): Promise<void> {
    const first = await Promise.all(faults.has('twice') ? [send(1), send(1)] : [send(1)]);
    if (!first.every(Boolean)) void this.#again(send);
  }

  async #again(send: (number: number) => Promise<boolean>): Promise<void> {
    for (const [index, minutes] of ladder.entries()) {
      if (!(await this.#later.wait(minutes * this.settings.retryMinuteMs))) return;
      if (await send(index + 2)) return;
    }
  }

  async #post(
    url: string,
    call: { body: string; headers: Record<string, string>; movement: Movement; number: number },
  ): Promise<boolean> {
    const { body, headers, movement, number } = call;
    const signal = AbortSignal.any([AbortSignal.timeout(30_000), this.#later.signal]);
    const status = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal }).then(
      (response) => response.status,
      () => undefined,
    );
    this.told.push({ at: this.now().toISOString(), movement: movement.id, url, number, status });
    return status !== undefined && status >= 200 && status < 300;
  }
}

/** `2026-11-23 19:03:12`, in Vietnam. */
export const bankTime = (at: Date): string =>
  vnpayStamp(at).replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3 $4:$5:$6');

const sepayBody = ({ id, account, amount, content, direction, reference, at }: Movement) => ({
  id,
  gateway: 'Vietcombank',
  transactionDate: bankTime(at),
  accountNumber: account,
  code: null,
  content,
  transferType: direction,
  transferAmount: amount,
  accumulated: 0,
  subAccount: null,
  referenceCode: reference,
  description: '',
});
