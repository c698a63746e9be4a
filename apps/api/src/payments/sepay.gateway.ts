import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { env } from '../platform/env.ts';
import { callOut } from '../platform/gateway.ts';
import type { SeenTransfer, TransferWatcher } from './transfer-watcher.ts';

const Told = z.object({
  id: z.int(),
  transactionDate: z.string(),
  accountNumber: z.string().min(1).max(40),
  content: z.string().max(2000).nullish(),
  transferType: z.enum(['in', 'out']),
  transferAmount: z.int().min(0).max(10_000_000_000_000),
  referenceCode: z.string().max(100).nullish(),
});

const Listed = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      transaction_date: z.string(),
      account_number: z.string(),
      transfer_type: z.enum(['in', 'out']),
      amount_in: z.number(),
      amount_out: z.number(),
      transaction_content: z.string().nullish(),
      reference_number: z.string().nullish(),
    }),
  ),
  meta: z.object({ pagination: z.object({ has_more: z.boolean() }) }),
});

const mostPages = 10;
/** How old a call may be (SePay). */
const window = 300;

/**
 * SePay (developer.sepay.vn): a webhook signed over its time and its bytes, and the list of API v2. The two number a
 * transfer otherwise, so it is known by its account and the bank's own number.
 */
@Injectable()
export class Sepay implements TransferWatcher {
  readonly provider = 'sepay';

  get works(): boolean {
    return Boolean(env().SEPAY_WEBHOOK_SECRET);
  }

  read({ raw, headers, now }: Parameters<TransferWatcher['read']>[0]): SeenTransfer[] | undefined {
    const secret = env().SEPAY_WEBHOOK_SECRET;
    const [time, given] = [headers['x-sepay-timestamp'], headers['x-sepay-signature']];
    if (!secret || typeof time !== 'string' || typeof given !== 'string' || !/^\d{1,12}$/.test(time)) return undefined;
    const expected = createHmac('sha256', secret).update(`${time}.`).update(raw).digest();
    const [, digits = ''] = /^sha256=([0-9a-f]{64})$/.exec(given) ?? [];
    const hash = Buffer.from(digits, 'hex');
    if (hash.length !== expected.length || !timingSafeEqual(hash, expected)) return undefined;
    if (Math.abs(now.getTime() / 1000 - Number(time)) > window) return undefined;
    const told = Told.safeParse(parsed(raw));
    if (!told.success) return undefined;
    const { accountNumber, content, transferType, transferAmount, referenceCode, transactionDate, id } = told.data;
    return [
      {
        provider: this.provider,
        id: `${accountNumber}/${referenceCode || id}`,
        account: accountNumber,
        amount: transferAmount,
        content: content ?? '',
        reference: referenceCode || String(id),
        at: instantOf(transactionDate),
        incoming: transferType === 'in',
      },
    ];
  }

  async ask({ since }: Parameters<TransferWatcher['ask']>[0]): Promise<SeenTransfer[]> {
    const { SEPAY_URL, SEPAY_API_TOKEN } = env();
    if (!SEPAY_URL || !SEPAY_API_TOKEN) return [];
    const seen: SeenTransfer[] = [];
    for (let page = 1; page <= mostPages; page += 1) {
      const { status, body } = await callOut(`${SEPAY_URL}/transactions?page=${page}&per_page=100`, {
        provider: 'sepay',
        headers: { authorization: `Bearer ${SEPAY_API_TOKEN}` },
      });
      if (status !== 200) throw new Error(`SePay answered its list with ${status}`);
      const { data, meta } = Listed.parse(JSON.parse(body));
      const listed = data.map(
        (one): SeenTransfer => ({
          provider: this.provider,
          id: `${one.account_number}/${one.reference_number || one.id}`,
          account: one.account_number,
          amount: one.amount_in,
          content: one.transaction_content ?? '',
          reference: one.reference_number || one.id,
          at: instantOf(one.transaction_date),
          incoming: one.transfer_type === 'in',
        }),
      );
      seen.push(...listed.filter(({ at }) => at >= since));
      if (!meta.pagination.has_more || listed.some(({ at }) => at < since)) break;
    }
    return seen;
  }
}

const parsed = (raw: Buffer): unknown => {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
};

/** `2026-11-23 19:03:12`, Vietnam's time. */
export const instantOf = (written: string): Date => {
  const at = new Date(
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written) ? `${written.replace(' ', 'T')}+07:00` : written,
  );
  if (Number.isNaN(at.getTime())) throw new Error(`not a time: ${written}`);
  return at;
};
