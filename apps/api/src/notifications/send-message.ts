import { Injectable } from '@nestjs/common';
import { env } from '../platform/env.ts';
import { log } from '../platform/log.ts';
import { Esms } from '../platform/messages/esms.gateway.ts';
import { type Outcome, type Provider, withoutZalo } from '../platform/messages/outcome.ts';
import { Pauses } from '../platform/messages/pauses.ts';
import { Zalo } from '../platform/messages/zalo.gateway.ts';
import { Clock } from '../platform/time.ts';
import { judge, type Verdict } from './delivery.rules.ts';
import { smsText } from './message.rules.ts';

/** A message that must go out, with all that sending it needs. */
export interface Outgoing {
  delivery: string;
  message: string;
  provider: Provider;
  /** This one included. */
  attempts: number;
  sms: string;
  fields: Record<string, string>;
  /** The whole address, with what opens it. */
  link: string | null;
  phone: string | undefined;
  /** Zalo's number of the text; without one it goes by SMS. */
  template: string | undefined;
}

export type Sent = Verdict & { delivery: string; provider: Provider };

/** Sends one message by Zalo and, where Zalo will not, by SMS. */
@Injectable()
export class SendMessage {
  readonly pauses = new Pauses();

  constructor(
    private readonly zalo: Zalo,
    private readonly sms: Esms,
    private readonly clock: Clock,
  ) {}

  async run(message: Outgoing): Promise<Sent> {
    const { phone, template } = message;
    if (!phone) return this.verdict(message, message.provider, { kind: 'refused', answer: 'no phone' });
    if (message.provider === 'zalo' && template) {
      const outcome = await this.call('zalo', () => this.zalo.send({ ...fieldsOf(message), phone, template }));
      if (outcome.kind !== 'refused') return this.verdict(message, 'zalo', outcome);
      if (!withoutZalo.includes(outcome.answer)) {
        log.error({ message: message.message, answer: outcome.answer }, 'Zalo refused a message; it goes by SMS');
      }
    }
    const text = smsText(message.sms, message.link);
    const outcome = await this.call('sms', () => this.sms.send({ id: message.message, phone, text }));
    return this.verdict(message, 'sms', outcome);
  }

  private async call(provider: Provider, call: () => Promise<Outcome>): Promise<Outcome> {
    const left = this.pauses.left(provider, this.clock.now());
    if (left > 0) return { kind: 'later', seconds: left / 1_000 };
    const outcome = await call();
    this.pauses.note(provider, outcome, this.clock.now());
    return outcome;
  }

  private verdict({ delivery, message, attempts }: Outgoing, provider: Provider, outcome: Outcome): Sent {
    const verdict = judge(outcome, attempts, this.clock.now());
    if (verdict.state === 'failed') {
      log.warn({ message, provider, answer: verdict.answer }, 'a message could not be sent');
    }
    return { ...verdict, delivery, provider };
  }
}

const fieldsOf = ({ message, fields, link }: Outgoing) => ({
  id: message,
  fields: { ...fields, ...(link ? { lien_ket: link } : {}) },
});

/** A path of the storefront as a whole address. */
export const addressOf = (path: string): string => env().STOREFRONT_URL + path;
