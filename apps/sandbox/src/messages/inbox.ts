import { normalisePhone } from '@chophien/kernel';

/** A message as it would have lit up somebody's telephone. */
export interface Message {
  readonly id: string;
  readonly at: string;
  readonly via: 'sms' | 'zalo';
  /** `+84…` */
  readonly phone: string;
  /** What the person reads; of a Zalo template, its fields line by line. */
  readonly text: string;
  readonly brandname?: string;
  readonly templateId?: string;
  readonly templateData?: Readonly<Record<string, unknown>>;
  /** The sender's own key: eSMS RequestId, Zalo tracking_id. */
  readonly reference?: string;
}

const kept = 5_000;

/** All messages, whoever carried them, in memory; beyond 5,000 the oldest is forgotten. */
export class Inbox {
  readonly #messages: Message[] = [];

  add(message: Message): void {
    this.#messages.push(message);
    if (this.#messages.length > kept) this.#messages.shift();
  }

  /** Newest first. A phone in any usual writing; one that is no phone has no messages. */
  list(phone?: string): readonly Message[] {
    const newestFirst = this.#messages.toReversed();
    if (!phone) return newestFirst;
    const wanted = normalisePhone(phone);
    return newestFirst.filter((message) => message.phone === wanted);
  }
}
