import { randomUUID } from 'node:crypto';
import type { Settings } from '../env.ts';
import type { Later } from '../later.ts';
import { deviceHeaders } from './signature.ts';
import { type Reading, readingsOf, type Trace } from './traces.ts';

export const mostReadingsInABatch = 500;
const mostTries = 5;
const longestPauseMs = 30_000;

export interface Play {
  readonly deviceId: string;
  readonly key: string;
  readonly trace: Trace;
  readonly target: number;
  readonly stepSeconds: number;
  readonly lengthMinutes: number;
  /** Without it the trace ends now. */
  readonly startedAt?: Date | undefined;
  /** A note that comes back with the answer. */
  readonly parcel?: string | undefined;
}

export interface Try {
  readonly status?: number;
  /** The API's words, at most 500 letters; or why none came. */
  readonly answer: string;
}

export interface SentBatch {
  readonly batchKey: string;
  readonly readings: number;
  readonly from: string;
  readonly to: string;
  readonly accepted: boolean;
  readonly tries: readonly Try[];
}

export interface Played {
  readonly deviceId: string;
  readonly parcel?: string;
  readonly trace: Trace;
  readonly target: number;
  readonly accepted: boolean;
  readonly readings: readonly Reading[];
  readonly batches: readonly SentBatch[];
}

/** A temperature logger that has come home and tells what it measured, batch by batch. */
export class Logger {
  readonly #settings: Settings['logger'];
  readonly #later: Later;
  readonly #now: () => Date;

  constructor(settings: Settings['logger'], later: Later, now: () => Date) {
    this.#settings = settings;
    this.#later = later;
    this.#now = now;
  }

  /** Sends a whole trace. Stops at the first batch the API does not take, as a logger with a full memory would. */
  async play(play: Play): Promise<Played> {
    const now = this.#now();
    const startedAt = play.startedAt ?? new Date(now.getTime() - play.lengthMinutes * 60_000);
    const readings = readingsOf({ ...play, startedAt, now });
    const batches: SentBatch[] = [];
    for (let first = 0; first < readings.length; first += mostReadingsInABatch) {
      const batch = await this.#send(play, readings.slice(first, first + mostReadingsInABatch));
      batches.push(batch);
      if (!batch.accepted) break;
    }
    return {
      deviceId: play.deviceId,
      ...(play.parcel === undefined ? {} : { parcel: play.parcel }),
      trace: play.trace,
      target: play.target,
      accepted: batches.length > 0 && batches.every((batch) => batch.accepted),
      readings,
      batches,
    };
  }

  /** The same bytes under the same batch key at every try, so that the API can know a repetition. */
  async #send(play: Play, readings: readonly Reading[]): Promise<SentBatch> {
    const batchKey = randomUUID();
    const sentAt = this.#now().toISOString();
    const body = JSON.stringify({ deviceId: play.deviceId, batchKey, sentAt, readings });
    const tries: Try[] = [];
    let accepted = false;
    for (let made = 0; made < mostTries; made += 1) {
      const { again, retryAfterMs, ...one } = await this.#post(play, batchKey, body);
      tries.push(one);
      accepted = one.status !== undefined && one.status >= 200 && one.status < 300;
      if (!again || made === mostTries - 1) break;
      const pause = Math.min(Math.max(this.#settings.backOffMs * 2 ** made, retryAfterMs), longestPauseMs);
      if (!(await this.#later.wait(pause))) break;
    }
    const [from, to] = [readings[0] as Reading, readings.at(-1) as Reading];
    return { batchKey, readings: readings.length, from: from.at, to: to.at, accepted, tries };
  }

  /** One try; `again` for what may pass: 5xx, 429, silence. */
  async #post(play: Play, batchKey: string, body: string): Promise<Try & { again: boolean; retryAfterMs: number }> {
    const address = new URL(`${this.#settings.apiUrl}/telemetry/batches`);
    const signed = { deviceId: play.deviceId, key: play.key, method: 'POST', path: address.pathname, body };
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': batchKey,
          ...deviceHeaders({ ...signed, now: this.#now() }),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(this.#settings.timeoutMs), this.#later.signal]),
      });
      const answer = (await response.text()).slice(0, 500);
      const again = response.status >= 500 || response.status === 429;
      const seconds = Number(response.headers.get('retry-after'));
      return { status: response.status, answer, again, retryAfterMs: Number.isFinite(seconds) ? seconds * 1_000 : 0 };
    } catch (error) {
      return { answer: `không trả lời: ${String((error as Error).cause ?? error)}`, again: true, retryAfterMs: 0 };
    }
  }
}
