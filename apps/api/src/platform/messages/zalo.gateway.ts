import { Injectable } from '@nestjs/common';
import { env } from '../env.ts';
import { callOut } from '../gateway.ts';
import { Clock } from '../time.ts';
import { answerOf, outcomeOf } from './answer.ts';
import type { Outcome } from './outcome.ts';

export interface ZaloMessage {
  /** Comes back in Zalo's reports, and marks a repetition as one. */
  id: string;
  /** `+84…` */
  phone: string;
  template: string;
  fields: Record<string, string>;
}

/** Messages by approved templates through Zalo (ZNS, zalo.cloud/zns): HTTP 200 always, the truth is in `error`. */
@Injectable()
export class Zalo {
  constructor(private readonly clock: Clock) {}

  send({ id, phone, template, fields }: ZaloMessage): Promise<Outcome> {
    const { ZALO_URL, ZALO_ACCESS_TOKEN } = env();
    const call = callOut(`${ZALO_URL}/message/template`, {
      provider: 'zalo',
      method: 'POST',
      headers: { 'content-type': 'application/json', access_token: ZALO_ACCESS_TOKEN },
      body: JSON.stringify({
        phone: phone.replace(/^\+/, ''),
        template_id: template,
        template_data: fields,
        tracking_id: id,
      }),
      timeoutMs: 5_000,
      most: 65_536,
    });
    return outcomeOf(call, this.clock.now(), (body) => {
      const error = answerOf(body, 'error');
      if (error === undefined || error === '-100') return undefined; // -100: they do not know themselves
      return { kind: error === '0' ? 'sent' : 'refused', answer: error };
    });
  }
}
