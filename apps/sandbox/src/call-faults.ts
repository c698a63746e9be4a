export const callFaults = ['throttle', 'error', 'slow', 'drop-after-accept'] as const;
type CallFault = (typeof callFaults)[number];

export interface CallFaultOrder {
  readonly fault: CallFault;
  /** How many calls it meets. */
  readonly times: number;
  readonly delayMs: number;
  readonly retryAfterSeconds: number;
}

/** What is wrong with the calls to one company at the moment. */
export class CallFaults {
  #order: CallFaultOrder | undefined;

  set(order: CallFaultOrder): void {
    this.#order = order;
  }

  reset(): void {
    this.#order = undefined;
  }

  /** The fault that this call meets; one less is left. */
  take(): CallFaultOrder | undefined {
    const order = this.#order;
    if (order) this.#order = order.times > 1 ? { ...order, times: order.times - 1 } : undefined;
    return order;
  }

  get waiting(): CallFaultOrder | null {
    return this.#order ?? null;
  }
}
