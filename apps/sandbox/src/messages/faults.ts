export const messageFaults = ['throttle', 'error', 'slow', 'drop-after-accept'] as const;
type MessageFault = (typeof messageFaults)[number];

export interface MessageFaultOrder {
  readonly fault: MessageFault;
  /** How many calls it meets. */
  readonly times: number;
  readonly delayMs: number;
  readonly retryAfterSeconds: number;
}

/** What is wrong with one message company at the moment. */
export class MessageFaults {
  #order: MessageFaultOrder | undefined;

  set(order: MessageFaultOrder): void {
    this.#order = order;
  }

  reset(): void {
    this.#order = undefined;
  }

  /** The fault that this call meets; one less is left. */
  take(): MessageFaultOrder | undefined {
    const order = this.#order;
    if (order) this.#order = order.times > 1 ? { ...order, times: order.times - 1 } : undefined;
    return order;
  }

  get waiting(): MessageFaultOrder | null {
    return this.#order ?? null;
  }
}
