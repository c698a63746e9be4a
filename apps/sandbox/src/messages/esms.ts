import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { normalisePhone } from '@chophien/kernel';
import type { Later } from '../later.ts';
import { callbackOf, tellDelivery } from './callback.ts';
import type { Inbox } from './inbox.ts';
import { isPlainSms } from './sms-text.ts';

type Wire = Record<string, unknown>;
type Answer = Readonly<Record<string, string | number>>;

const refusal = (code: string, message: string): Answer => ({
  CodeResult: code,
  CountRegenerate: 0,
  ErrorMessage: message,
});

/** eSMS, by the form of its SendMultipleMessage_V4: always HTTP 200, the truth is in `CodeResult`. */
export class Esms {
  readonly #keys: { readonly apiKey: string; readonly secretKey: string };
  readonly #inbox: Inbox;
  readonly #later: Later;
  readonly #seen = new Set<string>();

  constructor(keys: { readonly apiKey: string; readonly secretKey: string }, inbox: Inbox, later: Later) {
    this.#keys = keys;
    this.#inbox = inbox;
    this.#later = later;
  }

  send(body: unknown): Answer {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return { error: 'Invalid request' };
    const wire = body as Wire;
    if (!sameSecret(this.#keys.apiKey, wire['ApiKey']) || !sameSecret(this.#keys.secretKey, wire['SecretKey'])) {
      return refusal('101', 'Authorize Failed');
    }
    const brandname = text(wire, 'Brandname');
    if (text(wire, 'SmsType') !== '2') return refusal('118', 'SmsType not valid');
    if (!brandname) return refusal('104', 'Brand name code is not exist');

    const phone = normalisePhone(text(wire, 'Phone'));
    if (!phone) return refusal('108', 'Phone number invalid');

    const content = text(wire, 'Content');
    const unicode = text(wire, 'IsUnicode') === '1';
    if (unicode ? content.length === 0 || content.length > 1_000 : !isPlainSms(content)) {
      return refusal('146', 'Sai template Brandname CSKH');
    }

    const request = text(wire, 'RequestId');
    if (request && this.#seen.has(request)) return { ...refusal('124', 'Request exist 1'), SendStatus: '5' };
    if (request) this.#seen.add(request);

    const id = randomUUID().replaceAll('-', '');
    this.#inbox.add({
      id,
      at: new Date().toISOString(),
      via: 'sms',
      phone,
      text: content,
      brandname,
      ...(request ? { reference: request } : {}),
    });
    const url = callbackOf(wire['CallbackUrl']);
    if (url) void tellDelivery(this.#later, { url, id, request, phone });
    return { CodeResult: '100', CountRegenerate: 0, SMSID: id };
  }
}

const text = (wire: Wire, key: string): string => {
  const value = wire[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Compares digests, so that neither the length nor the letters of a key can be timed. */
export function sameSecret(expected: string, given: unknown): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return typeof given === 'string' && timingSafeEqual(digest(expected), digest(given));
}
