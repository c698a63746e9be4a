import { type listMyListings, type MyListing, Problem, type ResultOf, producersOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { type Amounts, Stock } from '../stock/index.ts';
import { type DetailRow, detail, detailColumns } from './listing.queries.ts';
import { pageSize } from './listing.sql.ts';
import { lapsesOver } from './sight.ts';

export type MyListingView = z.input<typeof MyListing>;

interface MyRow extends DetailRow {
  state: MyListingView['state'];
  visible: boolean;
  hiddenBy: { requirement: string; since: Date }[];
}

/** What a producer sees of the own listings; the actor is part of every question, so another's is not found. */
@Injectable()
export class MyListingQueries {
  constructor(
    private readonly db: DataSource,
    private readonly stock: Stock,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, id: string): Promise<MyListingView> {
    const [row] = await rows<MyRow>(this.db, one, [producersOf(actor, 'listing.publish'), this.today(), id]);
    if (!row) throw new Problem('catalogue.not-found');
    return mine(row, await this.stock.levels([row.id]));
  }

  async list(actor: Actor, page: number): Promise<ResultOf<typeof listMyListings>> {
    const producers = producersOf(actor, 'listing.publish');
    const [[counted], found] = await Promise.all([
      rows<{ total: number }>(
        this.db,
        'select count(*)::int as total from catalogue.offer where producer = any($1::uuid[])',
        [producers],
      ),
      rows<MyRow>(this.db, all, [producers, this.today(), pageSize, (page - 1) * pageSize]),
    ]);
    const total = counted?.total ?? 0;
    const levels = await this.stock.levels(found.map(({ id }) => id));
    return {
      items: found.map((row) => mine(row, levels)),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
    };
  }

  private today(): string {
    return vietnamDay(this.clock.now());
  }
}

const mine = (row: MyRow, levels: Map<string, Amounts>): MyListingView => {
  const { onHand, held } = levels.get(row.id) ?? { onHand: 0, held: 0 };
  return { ...detail(row), state: row.state, visible: row.visible, hiddenBy: row.hiddenBy.map(since), onHand, held };
};

const since = ({ requirement, since: at }: MyRow['hiddenBy'][number]) => ({
  requirement,
  since: new Date(at).toISOString(),
});

const from = `select ${detailColumns}, offer.state, offer.visible,
    coalesce((select json_agg(json_build_object('requirement', requirement, 'since', at) order by at, requirement)
      from (${lapsesOver('offer.producer', 'offer.category')}) lapsed), '[]') as "hiddenBy"
  from catalogue.offer offer join catalogue.product product on product.id = offer.product
  where offer.producer = any($1::uuid[])`;
const one = `${from} and offer.id = $3`;
const all = `${from} order by offer.published_at desc, offer.id desc limit $3 offset $4`;
