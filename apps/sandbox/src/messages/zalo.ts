import { randomUUID } from 'node:crypto';
import { normalisePhone } from '@chophien/kernel';
import { sameSecret } from './esms.ts';
import type { Inbox } from './inbox.ts';

interface Answer {
  readonly error: number;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const dailyQuota = 500;

/** Zalo's notification service (ZNS): always HTTP 200, the truth is in `error`. Numbers ending in 000 have no Zalo. */
export class Zalo {
  readonly #accessToken: string;
  readonly #inbox: Inbox;
  #sent = 0;

  constructor(accessToken: string, inbox: Inbox) {
    this.#accessToken = accessToken;
    this.#inbox = inbox;
  }

  send(accessToken: unknown, body: unknown): Answer {
    if (!sameSecret(this.#accessToken, accessToken)) return { error: -124, message: 'Access token invalid' };
    const wire = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;

    const phone =
      typeof wire['phone'] === 'string' && /^84\d+$/.test(wire['phone']) ? normalisePhone(wire['phone']) : undefined;
    if (!phone) return { error: -108, message: 'Phone number is invalid' };
    const template = wire['template_id'];
    const templateId = typeof template === 'string' || typeof template === 'number' ? String(template) : '';
    if (!/^[\w-]{1,50}$/.test(templateId)) return { error: -109, message: 'Template ID is invalid' };
    const templateData = wire['template_data'];
    if (!isPlainFields(templateData)) return { error: -112, message: 'Template data is invalid' };
    if (phone.endsWith('000')) return { error: -118, message: 'Zalo account not existed' };

    const id = randomUUID().replaceAll('-', '');
    const tracking = wire['tracking_id'];
    this.#sent += 1;
    this.#inbox.add({
      id,
      at: new Date().toISOString(),
      via: 'zalo',
      phone,
      text: Object.entries(templateData)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      templateId,
      templateData,
      ...(typeof tracking === 'string' ? { reference: tracking.slice(0, 48) } : {}),
    });
    const quota = { dailyQuota: String(dailyQuota), remainingQuota: String(Math.max(0, dailyQuota - this.#sent)) };
    return { error: 0, message: 'Success', data: { msg_id: id, sent_time: String(Date.now()), quota } };
  }
}

const isPlainFields = (value: unknown): value is Record<string, string | number> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.values(value).every(
    (field) => typeof field === 'number' || (typeof field === 'string' && field.length <= 400),
  );
