import {
  areaOf,
  type OrderClaim,
  type listOrderClaims,
  type listMyClaims,
  Problem,
  producersOf,
  type QueryOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { claimState, mostBack } from './claim.rules.ts';

/** A claim with its parcel. */
export interface ClaimRow {
  id: string;
  parcel: string;
  order: string;
  parcelCode: string;
  orderCode: string;
  payment: 'cod' | 'vnpay' | 'vietqr';
  producer: string;
  producerName: string;
  commune: string;
  province: string;
  goods: number;
  shipping: number;
  /** What went back of the parcel by earlier claims. */
  before: number;
  kind: OrderClaim['kind'];
  words: string | null;
  photos: string[];
  openedAt: Date;
  answerBy: Date;
  answer: string | null;
  answeredAt: Date | null;
  outcome: OrderClaim['outcome'];
  amount: number | null;
  reason: string | null;
  decidedAs: OrderClaim['decidedBy'];
  decidedAt: Date | null;
}

export interface ClaimPage {
  items: OrderClaim[];
  total: number;
  page: number;
  pages: number;
}

const pageSize = 20;

@Injectable()
export class ClaimQueries {
  constructor(private readonly db: DataSource) {}

  /** Those of an order, the first first. For whoever holds its key. */
  async ofOrder(order: string): Promise<OrderClaim[]> {
    const found = await rows<ClaimRow>(this.db, `${claims} where c.order_id = $1 order by c.opened_at, c.id`, [order]);
    return found.map(claimView);
  }

  async mine(actor: Actor, { parcel, page }: QueryOf<typeof listMyClaims>): Promise<ClaimPage> {
    const where = 'p.producer = any($1::uuid[]) and ($2::uuid is null or c.parcel_id = $2)';
    return this.page(where, [producersOf(actor, 'parcel.handle'), parcel ?? null], page);
  }

  async inArea(actor: Actor, { show, page }: QueryOf<typeof listOrderClaims>): Promise<ClaimPage> {
    const { communes, provinces } = areaOf(actor, 'claim.decide');
    const where = `(p.commune = any($1::text[]) or p.province = any($2::text[])) and ($3 or c.decided_at is null)`;
    return this.page(where, [communes, provinces, show === 'all'], page);
  }

  async one(actor: Actor, id: string): Promise<OrderClaim> {
    const { communes, provinces } = areaOf(actor, 'claim.decide');
    return claimView(await claimWhere(this.db, `c.id = $1 and ${inArea}`, [id, communes, provinces]));
  }

  /** What was decided last waits last. */
  private async page(where: string, asked: unknown[], page: number): Promise<ClaimPage> {
    const [{ total } = { total: 0 }] = await rows<{ total: number }>(
      this.db,
      `select count(*)::int as total from ordering.claim c join ordering.parcel p on p.id = c.parcel_id where ${where}`,
      asked,
    );
    const order = `order by (c.decided_at is null) desc, c.answer_by desc, c.id limit ${pageSize} offset ${(page - 1) * pageSize}`;
    const items = await rows<ClaimRow>(this.db, `${claims} where ${where} ${order}`, asked);
    return { items: items.map(claimView), total, page, pages: Math.max(1, Math.ceil(total / pageSize)) };
  }
}

export const claimView = (row: ClaimRow): OrderClaim => ({
  id: row.id,
  parcel: row.parcel,
  parcelCode: row.parcelCode,
  orderCode: row.orderCode,
  producer: { id: row.producer, name: row.producerName },
  kind: row.kind,
  words: row.words,
  photos: row.photos,
  state: claimState(row),
  openedAt: row.openedAt.toISOString(),
  answerBy: row.answerBy.toISOString(),
  answer: row.answer,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  most: mostBack(row, row.before),
  outcome: row.outcome,
  amount: row.amount,
  reason: row.reason,
  decidedBy: row.decidedAs,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

/** A claim by a condition over the claim `c` and its parcel `p`; locked with `for update of c`. None is not found. */
export const claimWhere = async (
  db: Tx | DataSource,
  where: string,
  asked: unknown[],
  lock = '',
): Promise<ClaimRow> => {
  const [found] = await rows<ClaimRow>(db, `${claims} where ${where} ${lock}`, asked);
  if (!found) throw new Problem('ordering.not-found');
  return found;
};

/** $2 communes, $3 provinces. */
export const inArea = '(p.commune = any($2::text[]) or p.province = any($3::text[]))';

const claims = `select c.id, c.parcel_id as parcel, c.order_id as "order", p.code as "parcelCode", o.code as "orderCode", o.payment,
    p.producer, p.producer_name as "producerName", p.commune, p.province, p.goods, p.shipping,
    (select coalesce(sum(b.amount), 0)::bigint from ordering.claim b where b.parcel_id = p.id and b.id <> c.id) as before,
    c.kind, c.words, array(select f.id from ordering.claim_photo f where f.claim = c.id and f.order_id = c.order_id
      order by f.at, f.id) as photos,
    c.opened_at as "openedAt", c.answer_by as "answerBy", c.answer, c.answered_at as "answeredAt", c.outcome, c.amount,
    c.reason, c.decided_as as "decidedAs", c.decided_at as "decidedAt"
  from ordering.claim c join ordering.parcel p on p.id = c.parcel_id join ordering."order" o on o.id = c.order_id`;
