import {
  type listListingSteps,
  type listMyListings,
  type listPrices,
  type MyListing,
  Problem,
  producersOf,
  type ResultOf,
  type StagedEdit,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { type Amounts, Stock } from '../stock/index.ts';
import { type DetailRow, detail, detailColumns } from './listing.queries.ts';
import { pictureView } from './listing.rules.ts';
import { pageSize } from './listing.sql.ts';
import { pictureJson } from './picture.sql.ts';
import { lapsesOver } from './sight.ts';
import { stepsOf } from './step.queries.ts';

export type MyListingView = z.input<typeof MyListing>;

export interface MyRow extends DetailRow {
  state: MyListingView['state'];
  visible: boolean;
  hiddenBy: { requirement: string; since: Date }[];
  version: number;
  review: (Omit<NonNullable<MyListingView['review']>, 'since' | 'edit'> & { since: string; edit: Edit | null }) | null;
  staged: Parameters<typeof pictureView>[0][] | null;
}

/** No producer has more; a sheet of goods is far smaller. */
const mostOfOne = 20_000;

type Edit = Omit<StagedEdit, 'pictures'> & { pictures?: string[] };

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

  async list(
    actor: Actor,
    { state = null, page }: { state?: MyListingView['state'] | null | undefined; page: number },
  ): Promise<ResultOf<typeof listMyListings>> {
    const producers = producersOf(actor, 'listing.publish');
    const [[counted], found] = await Promise.all([
      rows<{ total: number }>(
        this.db,
        `select count(*)::int as total from catalogue.offer
         where producer = any($1::uuid[]) and ($2::text is null or state = $2)`,
        [producers, state],
      ),
      rows<MyRow>(this.db, all, [producers, this.today(), pageSize, (page - 1) * pageSize, state]),
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

  /** What happened to it, the latest first. Who of the officials it was is theirs. */
  async steps(actor: Actor, id: string): Promise<ResultOf<typeof listListingSteps>> {
    await this.get(actor, id);
    const found = await stepsOf(this.db, id);
    return { items: found.map(({ person: _person, ...step }) => step) };
  }

  /** All of one producer's, whatever their state, newest first. @throws Problem catalogue.not-found */
  async allOf(actor: Actor, producer: string): Promise<MyListingView[]> {
    const mayFor = producersOf(actor, 'listing.publish').filter((one) => one === producer);
    if (mayFor.length === 0) throw new Problem('catalogue.not-found');
    const found = await rows<MyRow>(this.db, all, [mayFor, this.today(), mostOfOne, 0, null]);
    const levels = await this.stock.levels(found.map(({ id }) => id));
    return found.map((row) => mine(row, levels));
  }

  /** What was asked for it, the latest first. */
  async prices(actor: Actor, id: string): Promise<ResultOf<typeof listPrices>> {
    await this.get(actor, id);
    return { items: await pricesOf(this.db, id) };
  }

  private today(): string {
    return vietnamDay(this.clock.now());
  }
}

const mine = (row: MyRow, levels: Map<string, Amounts>): MyListingView => {
  const { onHand, held } = levels.get(row.id) ?? { onHand: 0, held: 0 };
  return {
    ...detail(row),
    state: row.state,
    visible: row.visible,
    hiddenBy: row.hiddenBy.map(since),
    onHand,
    held,
    version: row.version,
    review: reviewOf(row),
  };
};

/** Where the look at it stands; the pictures of an edit as they are shown. */
export const reviewOf = ({ review, staged }: Pick<MyRow, 'review' | 'staged'>): MyListingView['review'] => {
  if (!review) return null;
  const { pictures, ...edit } = review.edit ?? {};
  const shown = new Map((staged ?? []).map((picture) => [picture.id, pictureView(picture)]));
  return {
    ...review,
    since: new Date(review.since).toISOString(),
    edit: review.edit && {
      ...edit,
      ...(pictures ? { pictures: pictures.flatMap((id) => shown.get(id) ?? []) } : {}),
    },
  };
};

/** The latest hundred prices of a listing. */
export const pricesOf = async (db: DataSource, offer: string): Promise<ResultOf<typeof listPrices>['items']> => {
  const found = await rows<{ price: number; at: Date }>(
    db,
    'select price, at from catalogue.price where offer = $1 order by at desc, id desc limit 100',
    [offer],
  );
  return found.map(({ price, at }) => ({ price, at: at.toISOString() }));
};

const since = ({ requirement, since: at }: MyRow['hiddenBy'][number]) => ({
  requirement,
  since: new Date(at).toISOString(),
});

/** What the seller, and whoever looks before it is shown, read beside what buyers read. */
export const mineColumns = `${detailColumns}, offer.state, offer.visible, offer.version,
    review.shown as review,
    (select json_agg(${pictureJson})
     from jsonb_array_elements_text(review.edit -> 'pictures') as given (id)
     join catalogue.picture shown on shown.id = given.id::uuid) as staged`;

export const mineTables = `catalogue.offer offer join catalogue.product product on product.id = offer.product
  left join lateral (
    select edit, json_build_object('of', kind, 'state', state, 'since', since, 'remarks', remarks, 'edit', edit) as shown
    from catalogue.listing_review
    where listing_review.offer = offer.id and listing_review.state in ('in_review', 'returned')
  ) review on true`;

const from = `select ${mineColumns},
    coalesce((select json_agg(json_build_object('requirement', requirement, 'since', at) order by at, requirement)
      from (${lapsesOver('offer.producer', 'offer.category')}) lapsed), '[]') as "hiddenBy"
  from ${mineTables}
  where offer.producer = any($1::uuid[])`;
const one = `${from} and offer.id = $3`;
const all = `${from} and ($5::text is null or offer.state = $5) order by offer.published_at desc, offer.id desc limit $3 offset $4`;
