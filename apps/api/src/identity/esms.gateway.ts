import { Problem } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { env } from '../platform/env.ts';
import { callOut } from '../platform/gateway.ts';

const path = '/MainService.svc/json/SendMultipleMessage_V4_post_json/';

/** Accepted; or accepted before under this RequestId. Not "delivered": that only the phone knows. */
const accepted = ['100', '124'];

/** SMS through eSMS (developers.esms.vn, SendMultipleMessage_V4): HTTP 200 always, the truth is in `CodeResult`. */
@Injectable()
export class Esms {
  /**
   * Hands one message over. `id` makes a repetition harmless.
   * @throws Problem `platform.outside-failed` unless eSMS says that it took the message
   */
  async send({ id, phone, text }: { id: string; phone: string; text: string }): Promise<void> {
    const { ESMS_URL, ESMS_API_KEY, ESMS_SECRET_KEY, ESMS_BRAND } = env();
    const answer = await callOut(`${ESMS_URL}${path}`, {
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
      timeoutMs: 8_000,
      most: 65_536,
    });
    const result = answer.status === 200 ? resultOf(answer.body) : undefined;
    if (!result || !accepted.includes(result)) {
      throw new Problem('platform.outside-failed', { provider: 'esms', result: result ?? `HTTP ${answer.status}` });
    }
  }
}

const resultOf = (text: string): string | undefined => {
  try {
    const answer: unknown = JSON.parse(text);
    const result = (answer as { CodeResult?: unknown } | null)?.CodeResult;
    return typeof result === 'string' || typeof result === 'number' ? String(result).slice(0, 10) : undefined;
  } catch {
    return undefined;
  }
};
