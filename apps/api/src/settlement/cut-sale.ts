import { rows, type Tx } from '../platform/database.ts';
import type { EventOf } from '../platform/outbox.ts';
import { openFrom, post } from './ledger.ts';
import { earned, reversed } from './ledger.rules.ts';
import { cutOf, type SaleParts } from './sale.rules.ts';

interface CutSale extends SaleParts {
  orderId: string;
  producer: string;
  province: string;
  holder: 'partner' | 'carrier' | 'seller';
  earnedAt: Date | null;
  before: number;
}

/**
 * A claim gave a part of an earned parcel back: commission and taxes of that part are taken back with it, in the month in which
 * it was decided, or the first that is open. Heard before the parcel was earned, it is heard again a little later.
 */
export async function cutSale(tx: Tx, { subject: parcel, data, at }: EventOf<'claim.decided'>): Promise<void> {
  if (data.refund === 0) return;
  const [sale] = await rows<CutSale>(tx, locked, [parcel]);
  if (!sale?.earnedAt) throw new Error('a claim was decided before its parcel was earned');
  const cut = cutOf(sale, data.refund, sale.before);
  const { goods, shipping, commission, vat, pit, net } = cut;
  const { orderId, producer, province, holder } = sale;
  const counts = await openFrom(tx, province, at);
  const made = await rows(tx, insert, [data.claim, parcel, goods, shipping, commission, vat, pit, net, counts]);
  if (made.length === 0) return;
  const entry = { source: data.claim, order: orderId, parcel, province, at };
  await post(tx, { ...entry, kind: 'claim', postings: reversed(earned({ holder, producer, ...cut })) });
  await rows(tx, 'update settlement.sale set cut = cut + $2 where parcel = $1', [parcel, net]);
}

const locked = `select s.order_id as "orderId", s.producer, s.province, s.holder, s.goods, s.shipping, s.commission, s.vat, s.pit,
    s.net, s.earned_at as "earnedAt",
    (select coalesce(sum(c.goods + c.shipping), 0)::bigint from settlement.cut c where c.parcel = s.parcel) as before
  from settlement.sale s where s.parcel = $1 for update of s`;
const insert = `insert into settlement.cut (claim, parcel, goods, shipping, commission, vat, pit, net, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (claim) do nothing returning claim`;
