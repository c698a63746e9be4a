import {
  areaOf,
  type ListingReviews,
  type listBuyerReviews,
  producersOf,
  type QueryOf,
  type BuyerReview,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { notFound } from './order.queries.ts';

type ReviewRow = Omit<BuyerReview, 'at'> & { at: Date; order: string; producerId: string; commune: string };

export interface ReviewPage {
  items: BuyerReview[];
  total: number;
  page: number;
  pages: number;
}

const pageSize = 20;

@Injectable()
export class ReviewQueries {
  constructor(private readonly db: DataSource) {}

  /** What anybody reads beside a listing, the newest first. */
  async ofOffer(offer: string): Promise<ListingReviews> {
    const [sums] = await rows<{ count: number; average: number | null }>(
      this.db,
      `select count(*)::int as count, round(avg(stars) * 10)::int as average from ordering.review
       where offer = $1 and state = 'shown'`,
      [offer],
    );
    const items = await rows<ReviewRow>(
      this.db,
      `${reviews} where r.offer = $1 and r.state = 'shown' and r.words is not null order by r.at desc, r.id limit ${pageSize}`,
      [offer],
    );
    return { count: sums?.count ?? 0, average: sums?.average ?? null, items: items.map(reviewView) };
  }

  /** Those of an order; for whoever holds its key. */
  async ofOrder(order: string): Promise<BuyerReview[]> {
    const found = await rows<ReviewRow>(this.db, `${reviews} where r.order_id = $1 order by r.at, r.id`, [order]);
    return found.map(reviewView);
  }

  mine(actor: Actor, page: number): Promise<ReviewPage> {
    return this.page(
      `p.producer = any($1::uuid[]) and r.state <> 'hidden'`,
      [producersOf(actor, 'parcel.handle')],
      page,
    );
  }

  inArea(actor: Actor, { show, page }: QueryOf<typeof listBuyerReviews>): Promise<ReviewPage> {
    const { communes, provinces } = areaOf(actor, 'listing.review');
    return this.page(`${reviewInArea} and ($3 or r.state = 'waiting')`, [communes, provinces, show === 'all'], page);
  }

  private async page(where: string, asked: unknown[], page: number): Promise<ReviewPage> {
    const [{ total } = { total: 0 }] = await rows<{ total: number }>(
      this.db,
      `select count(*)::int as total ${from} where ${where}`,
      asked,
    );
    const order = `order by r.at desc, r.id limit ${pageSize} offset ${(page - 1) * pageSize}`;
    const items = await rows<ReviewRow>(this.db, `${reviews} where ${where} ${order}`, asked);
    return { items: items.map(reviewView), total, page, pages: Math.max(1, Math.ceil(total / pageSize)) };
  }
}

/** $1 communes, $2 provinces. */
export const reviewInArea = '(p.commune = any($1::text[]) or p.province = any($2::text[]))';

/** A review by a condition over it (`r`) and its parcel (`p`), locked; none is not found. */
export const lockedReview = async (tx: Tx, where: string, asked: unknown[]): Promise<ReviewRow> => {
  const [found] = await rows<ReviewRow>(tx, `${reviews} where ${where} for update of r`, asked);
  if (!found) throw notFound();
  return found;
};

export const reviewView = ({ order: _order, producerId: _of, commune: _in, at, ...view }: ReviewRow): BuyerReview => ({
  ...view,
  at: at.toISOString(),
});

const from = `from ordering.review r join ordering.order_line l on l.order_id = r.order_id and l.offer = r.offer
  join ordering.parcel p on p.id = l.parcel_id`;
const reviews = `select r.id, r.offer, l.name, p.producer_name as producer, r.stars, r.words, r.author, r.at, r.state, r.reply,
    r.reason, r.order_id as "order", p.producer as "producerId", p.commune ${from}`;
