import { localPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { env } from '../platform/env.ts';
import { callOut } from '../platform/gateway.ts';
import { Clock } from '../platform/time.ts';
import { answerOf, outcomeOf } from './answer.ts';
import type { Outcome } from './delivery.rules.ts';

/** Accepted; or accepted before under this RequestId. */
const accepted = ['100', '124'];

/** SMS through eSMS (developers.esms.vn, SendMultipleMessage_V4): HTTP 200 always, the truth is in `CodeResult`. */
@Injectable()
export class Sms {
  constructor(private readonly clock: Clock) {}

  /** `text` is without accents, at most 160 characters; the same `id` again is the same message. */
  send({ id, phone, text }: { id: string; phone: string; text: string }): Promise<Outcome> {
    const { ESMS_URL, ESMS_API_KEY, ESMS_SECRET_KEY, ESMS_BRAND } = env();
    const call = callOut(`${ESMS_URL}/MainService.svc/json/SendMultipleMessage_V4_post_json/`, {
      provider: 'esms',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ApiKey: ESMS_API_KEY,
        SecretKey: ESMS_SECRET_KEY,
        Phone: localPhone(phone),
        Content: text,
        Brandname: ESMS_BRAND,
        SmsType: '2',
        IsUnicode: '0',
        RequestId: id,
      }),
      timeoutMs: 5_000,
      most: 65_536,
    });
    return outcomeOf(call, this.clock.now(), (body) => {
      const result = answerOf(body, 'CodeResult');
      return result === undefined
        ? undefined
        : { kind: accepted.includes(result) ? 'sent' : 'refused', answer: result };
    });
  }
}
