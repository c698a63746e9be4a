import { localPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { env } from '../env.ts';
import { callOut } from '../gateway.ts';
import { Clock } from '../time.ts';
import { answerOf, outcomeOf } from './answer.ts';
import type { Outcome } from './outcome.ts';

const path = '/MainService.svc/json/SendMultipleMessage_V4_post_json/';

/** Accepted; or accepted before under this RequestId. Not "delivered": that only the phone knows. */
const accepted = ['100', '124'];

export interface SmsMessage {
  /** The same again is the same message. */
  id: string;
  /** `+84…` */
  phone: string;
  /** Without accents, at most 160 places. */
  text: string;
  /** An address of ours that eSMS calls when the phone has it, or never will. */
  callback?: string;
}

/** SMS through eSMS (developers.esms.vn, SendMultipleMessage_V4): HTTP 200 always, the truth is in `CodeResult`. */
@Injectable()
export class Esms {
  constructor(private readonly clock: Clock) {}

  send({ id, phone, text, callback }: SmsMessage): Promise<Outcome> {
    const { ESMS_URL, ESMS_API_KEY, ESMS_SECRET_KEY, ESMS_BRAND } = env();
    const call = callOut(ESMS_URL + path, {
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
        ...(callback ? { CallbackUrl: callback } : {}),
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
