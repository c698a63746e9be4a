/** One IPN call and what the merchant answered. */
export interface Call {
  readonly at: string;
  readonly txnRef: string;
  /** 1 to 10 within the payment; 0 for a call of the acceptance test. */
  readonly number: number;
  readonly url: string;
  readonly forwardedFor: string;
  readonly faults: readonly string[];
  readonly tookMs: number;
  /** Absent when no answer came. */
  readonly httpStatus?: number;
  /** At most 500 letters. */
  readonly body?: string;
  readonly rspCode?: string;
  /** Why the call counts as failed, if it does. */
  readonly failure?: string;
  /** 00 and 02 end the calls; anything else is called again. */
  readonly verdict: 'stop' | 'again';
}

const kept = 20_000;

/** Remembers every call, oldest first; beyond 20,000 the oldest is forgotten. */
export class Recorder {
  readonly #calls: Call[] = [];

  add(call: Call): void {
    this.#calls.push(call);
    if (this.#calls.length > kept) this.#calls.shift();
  }

  list(txnRef?: string): readonly Call[] {
    return txnRef === undefined ? [...this.#calls] : this.#calls.filter((call) => call.txnRef === txnRef);
  }
}
