import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { env } from '../platform/env.ts';
import { callOut } from '../platform/gateway.ts';
import { instantOf } from './sepay.gateway.ts';
import type { SeenTransfer, TransferWatcher } from './transfer-watcher.ts';

const Data = z.record(z.string(), z.unknown());

const Told = z.object({
  orderCode: z.int(),
  amount: z.int().min(0).max(10_000_000_000_000),
  description: z.string().max(2000),
  accountNumber: z.string(),
  reference: z.string().min(1).max(100),
  transactionDateTime: z.string(),
  paymentLinkId: z.string(),
});

const Link = z.object({
  paymentLinkId: z.string(),
  bin: z.string().regex(/^\d{6}$/),
  accountNumber: z.string(),
  accountName: z.string(),
  qrCode: z.string(),
});
export type PayosLink = z.infer<typeof Link>;

const Read = z.object({
  id: z.string(),
  transactions: z.array(
    z.object({
      reference: z.string(),
      amount: z.int(),
      accountNumber: z.string(),
      description: z.string(),
      transactionDateTime: z.string(),
    }),
  ),
});

/**
 * payOS (payos.vn): a link with an account of its own for each payment. The signature is over the data's keys in ascending
 * order; a transfer is known by its link and the bank's number.
 */
@Injectable()
export class Payos implements TransferWatcher {
  readonly provider = 'payos';

  get works(): boolean {
    const { PAYOS_URL, PAYOS_CLIENT_ID, PAYOS_API_KEY, PAYOS_CHECKSUM_KEY } = env();
    return Boolean(PAYOS_URL && PAYOS_CLIENT_ID && PAYOS_API_KEY && PAYOS_CHECKSUM_KEY);
  }

  /** Opens the link of a payment, under a number that is new each time: a link whose answer was lost expires unused. */
  async open(payment: { number: number; amount: number; memo: string; until: Date; page: string }): Promise<PayosLink> {
    const { number: orderCode, amount, memo: description, until, page } = payment;
    const asked = { amount, cancelUrl: page, description, orderCode, returnUrl: page };
    const body = { ...asked, expiredAt: Math.floor(until.getTime() / 1000), signature: sign(asked) };
    return Link.parse(await this.call('/v2/payment-requests', body));
  }

  read({ raw }: Parameters<TransferWatcher['read']>[0]): SeenTransfer[] | undefined {
    if (!this.works) return undefined;
    const call = z.object({ data: Data, signature: z.string() }).safeParse(jsonOf(raw));
    if (!call.success || !isSigned(call.data.data, call.data.signature)) return undefined;
    const told = Told.safeParse(call.data.data);
    if (!told.success) return undefined;
    const { amount, description, accountNumber, reference, transactionDateTime, paymentLinkId } = told.data;
    const at = instantOf(transactionDateTime);
    return [seen(paymentLinkId, { amount, description, accountNumber, reference, at })];
  }

  async ask({ awaited }: Parameters<TransferWatcher['ask']>[0]): Promise<SeenTransfer[]> {
    if (!this.works) return [];
    const found: SeenTransfer[] = [];
    for (const { link } of awaited) {
      if (link === null) continue;
      const read = Read.parse(await this.call(`/v2/payment-requests/${link}`));
      for (const one of read.transactions)
        found.push(seen(read.id, { ...one, at: instantOf(one.transactionDateTime) }));
    }
    return found;
  }

  private async call(path: string, body?: object): Promise<unknown> {
    const { PAYOS_URL, PAYOS_CLIENT_ID = '', PAYOS_API_KEY = '' } = env();
    const { status, body: text } = await callOut(`${PAYOS_URL}${path}`, {
      provider: 'payos',
      method: body ? 'POST' : 'GET',
      headers: { 'x-client-id': PAYOS_CLIENT_ID, 'x-api-key': PAYOS_API_KEY, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const Answer = z.object({
      code: z.string(),
      desc: z.string(),
      data: Data.nullish(),
      signature: z.string().nullish(),
    });
    const answer = Answer.parse(JSON.parse(text));
    if (status !== 200 || answer.code !== '00' || !answer.data) throw new Error(`payOS: ${answer.code} ${answer.desc}`);
    if (!isSigned(answer.data, answer.signature ?? '')) throw new Error('an answer of payOS was not signed by payOS');
    return answer.data;
  }
}

const seen = (
  link: string,
  one: { amount: number; description: string; accountNumber: string; reference: string; at: Date },
): SeenTransfer => ({
  provider: 'payos',
  id: `${link}/${one.reference}`,
  account: one.accountNumber,
  amount: one.amount,
  content: one.description,
  reference: one.reference,
  at: one.at,
  incoming: true,
});

const sign = (data: Readonly<Record<string, unknown>>): string => {
  const text = Object.keys(data)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${key}=${valueOf(data[key])}`)
    .join('&');
  return createHmac('sha256', env().PAYOS_CHECKSUM_KEY ?? '')
    .update(text, 'utf8')
    .digest('hex');
};

/** As payOS's own library writes it: nothing is empty, a list is its JSON with keys in order. */
const valueOf = (value: unknown): string => {
  if (value === null || value === undefined || value === 'null' || value === 'undefined') return '';
  if (!Array.isArray(value))
    return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
  return JSON.stringify(value.map((one: unknown) => (typeof one === 'object' && one ? inOrder(one) : one)));
};
const inOrder = (one: object): object => Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));

const isSigned = (data: Readonly<Record<string, unknown>>, given: string): boolean => {
  if (!/^[0-9a-f]{64}$/.test(given)) return false;
  return timingSafeEqual(Buffer.from(sign(data), 'hex'), Buffer.from(given, 'hex'));
};

const jsonOf = (raw: Buffer): unknown => {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
};
