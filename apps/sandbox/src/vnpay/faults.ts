import type { Sequence } from './outcomes.ts';

/** What can be made to go wrong with a payment. */
const paymentFaults = [
  'tampered-ipn',
  'wrong-amount',
  'unknown-ref',
  'upper-case-hash',
  'twice-at-once',
  'late-success',
  'return-utm',
  'return-tampered',
  'no-ipn',
  'failed-first',
] as const;
/** What can be made to go wrong with a refund. */
const refundFaults = ['drop-before-refund', 'drop-after-refund', 'refund-rejected', 'refund-unsigned'] as const;

export type VnpayFault = (typeof paymentFaults)[number] | (typeof refundFaults)[number];
export const vnpayFaults: readonly VnpayFault[] = [...paymentFaults, ...refundFaults];

export interface FaultOrder {
  readonly faults: readonly VnpayFault[];
  /** On how many of the first IPN calls the fault shows; the calls after are honest. */
  readonly times: number;
  /** With `late-success`: how long the bank takes. */
  readonly lateMs: number;
  readonly sequence: Sequence | undefined;
}

/** The faults that one payment or refund was drawn. */
export interface Drawn {
  readonly kinds: ReadonlySet<VnpayFault>;
  readonly times: number;
  readonly lateMs: number;
  readonly sequence: Sequence | undefined;
}

const none: FaultOrder = { faults: [], times: 1, lateMs: 0, sequence: undefined };
const isRefundFault = (fault: VnpayFault): boolean => (refundFaults as readonly string[]).includes(fault);

/** What was ordered through the control address: for the next payment or refund only, or for all until reset. */
export class Faults {
  #always = none;
  #nextPayment = none;
  #nextRefund = none;

  set(order: FaultOrder, scope: 'next' | 'always'): void {
    if (scope === 'always') {
      this.#always = order;
      return;
    }
    const ofRefund = order.faults.filter(isRefundFault);
    const ofPayment = order.faults.filter((fault) => !isRefundFault(fault));
    if (ofRefund.length > 0) this.#nextRefund = { ...order, faults: ofRefund };
    if (ofPayment.length > 0 || order.sequence) this.#nextPayment = { ...order, faults: ofPayment };
  }

  reset(): void {
    this.#always = this.#nextPayment = this.#nextRefund = none;
  }

  forPayment(): Drawn {
    const next = this.#nextPayment;
    this.#nextPayment = none;
    return this.#draw(next);
  }

  forRefund(): Drawn {
    const next = this.#nextRefund;
    this.#nextRefund = none;
    return this.#draw(next);
  }

  get waiting() {
    return { always: this.#always, nextPayment: this.#nextPayment, nextRefund: this.#nextRefund };
  }

  #draw(next: FaultOrder): Drawn {
    const own = next === none ? this.#always : next;
    return {
      kinds: new Set([...this.#always.faults, ...next.faults]),
      times: own.times,
      lateMs: Math.max(next.lateMs, this.#always.lateMs),
      sequence: next.sequence ?? this.#always.sequence,
    };
  }
}
