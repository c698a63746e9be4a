import {
  type Area,
  areaOf,
  type ListingReview,
  type listListingReviews,
  Problem,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import { nothing, type Waiting } from '../platform/waiting.ts';
import { FindingQueries } from './finding.queries.ts';
import { detail } from './listing.queries.ts';
import { card, cardColumns, type CardRow } from './listing.sql.ts';
import { mineColumns, mineTables, type MyRow, pricesOf, reviewOf } from './my-listing.queries.ts';
import type { ListingReviewCase } from './review.entity.ts';
import { stepsOf } from './step.queries.ts';
import { threshold } from './thresholds.ts';

type Review = z.input<typeof ListingReview>;
type Query = QueryOf<typeof listListingReviews>;

const pageSize = 20;
const day = 86_400_000;

type Queued = CardRow &
  Pick<ListingReviewCase, 'round' | 'since' | 'edit'> & {
    of: 'listing' | 'edit';
    state: 'in_review' | 'returned';
    version: number;
    producer_kind: Review['listing']['producerKind'];
  };

interface Looking extends MyRow {
  producerState: Review['producerState'] | null;
  shownSince: Date | null;
  round: number | null;
}

/** Listings as the officials of their area see them, before anybody else does. */
@Injectable()
export class ListingReviews {
  constructor(
    private readonly db: DataSource,
    private readonly findings: FindingQueries,
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  /** What waits, or was handed back, the longest first. */
  async list(actor: Actor, query: Query): Promise<ResultOf<typeof listListingReviews>> {
    const { state, of = null, commune = null, page } = query;
    const area = areaOf(actor, 'listing.review');
    const limit = await this.dueBefore();
    const overdue = query.late === 'yes' ? limit : null;
    const asked = [area.communes, area.provinces, commune, of, overdue];
    const [counted, found] = await Promise.all([
      rows<{ state: 'in_review' | 'returned'; total: number }>(this.db, counting(area), asked),
      rows<Queued>(this.db, queue(area), [...asked, state, pageSize, (page - 1) * pageSize]),
    ]);
    const noticed = await this.findings.of(found.map(({ id }) => id));
    const counts = { in_review: 0, returned: 0 };
    for (const one of counted) counts[one.state] = one.total;
    const total = counts[state];
    const now = this.clock.now().getTime();
    return {
      items: found.map((row) => {
        const { picture, price, unit, producer, commune: place, name, id } = card(row);
        const { since, round, version } = row;
        return {
          id,
          of: row.of,
          state: row.state,
          name,
          picture,
          price,
          unit,
          producer: { ...producer, kind: row.producer_kind },
          commune: place,
          since: since.toISOString(),
          age: Math.max(0, Math.floor((now - since.getTime()) / day)),
          late: row.state === 'in_review' && since < limit,
          round,
          version,
          fields: Object.keys(row.edit ?? {}),
          findings: noticed.get(id)?.length ?? 0,
        };
      }),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      counts,
    };
  }

  /** One of the official's area, whatever its state; any other is catalogue.not-found. The look is noted. */
  async one(actor: Actor, id: string, purpose: string): Promise<Review> {
    const row = await inTx(this.db, async (tx) => {
      const { communes, provinces } = areaOf(actor, 'listing.review');
      const [found] = await rows<Looking>(tx, one, [communes, vietnamDay(this.clock.now()), id, provinces]);
      if (!found) throw new Problem('catalogue.not-found');
      await looked(tx, actor, found.producer, purpose);
      return found;
    });
    const shown = detail(row);
    const [findings, prices, steps, limit] = await Promise.all([
      this.findings.of([id], new Map([[id, shown.certificates]])),
      pricesOf(this.db, id),
      stepsOf(this.db, id),
      this.dueBefore(),
    ]);
    const people = await this.identity.contacts(
      steps.flatMap(({ person, by }) => (person && by !== 'system' ? [person] : [])),
    );
    const review = reviewOf(row);
    return {
      listing: { ...shown, state: row.state, visible: row.visible, version: row.version, review },
      producerState: row.producerState ?? 'suspended',
      shownSince: row.shownSince?.toISOString() ?? null,
      round: row.round ?? 0,
      late: review?.state === 'in_review' && new Date(review.since) < limit,
      edit: review?.edit ?? null,
      findings: findings.get(id) ?? [],
      prices,
      history: steps.map(({ person, ...step }) => ({ ...step, name: (person && people.get(person)?.name) || null })),
      may: review ? ['approve', 'return'] : row.state === 'published' ? ['return'] : [],
    };
  }

  /** How much waits in an official's area, for the page of all queues. */
  async waiting(actor: Actor): Promise<Waiting> {
    const area = areaOf(actor, 'listing.review');
    const [found] = await rows<Waiting>(
      this.db,
      `select count(*)::int as total, count(*) filter (where since < $3)::int as late, min(since) as oldest
       from catalogue.listing_review review where ${placed(area)} and state = 'in_review'`,
      [area.communes, area.provinces, await this.dueBefore()],
    );
    return found ?? nothing;
  }

  /** What was handed in before this has waited longer than the house promises. */
  private async dueBefore(): Promise<Date> {
    const now = this.clock.now();
    return new Date(now.getTime() - (await threshold(this.db, 'review-days', now)) * day);
  }
}

/** One commune or one province alone lets the index count, and answer in the order that is asked for. */
const placed = ({ communes, provinces }: Pick<Area, 'communes' | 'provinces'>): string => {
  const mine = `review.commune = ${communes.length === 1 ? '($1::text[])[1]' : 'any($1::text[])'}`;
  const ours = `review.province = ${provinces.length === 1 ? '($2::text[])[1]' : 'any($2::text[])'}`;
  if (provinces.length === 0) return `${mine} and $2::text[] is not null`;
  if (communes.length === 0) return `${ours} and $1::text[] is not null`;
  return `(${mine} or ${ours})`;
};

/** $1 communes, $2 provinces, $3 one commune or all, $4 kind or both, $5 handed in before or any time. */
const narrowed = (area: Pick<Area, 'communes' | 'provinces'>) => `${placed(area)}
  and ($3::text is null or review.commune = $3) and ($4::text is null or review.kind = $4)
  and ($5::timestamptz is null or review.since < $5)`;
const counting = (area: Pick<Area, 'communes' | 'provinces'>) => `select state, count(*)::int as total
  from catalogue.listing_review review where ${narrowed(area)} and state in ('in_review', 'returned') group by state`;
/** As `counting`, $6 state, $7 rows, $8 rows before. */
const queue = (area: Pick<Area, 'communes' | 'provinces'>) => `
  select ${cardColumns}, offer.version, offer.producer_kind, review.kind as of, review.state, review.round, review.since, review.edit
  from (select * from catalogue.listing_review review where ${narrowed(area)} and state = $6
    order by since, id limit $7 offset $8) review
  join catalogue.offer offer on offer.id = review.offer order by review.since, review.id`;

/** $1 communes, $2 today, $3 the listing, $4 provinces. */
const one = `select ${mineColumns}, standing.state as "producerState",
    (select min(at) from catalogue.listing_step step where step.offer = offer.id and what = 'approved') as "shownSince",
    (select round from catalogue.listing_review latest where latest.offer = offer.id
     order by since desc, id desc limit 1) as round
  from ${mineTables} left join catalogue.standing standing on standing.producer = offer.producer
  where offer.id = $3 and (offer.commune = any($1::text[]) or offer.province = any($4::text[]))`;
