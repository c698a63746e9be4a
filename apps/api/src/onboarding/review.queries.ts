import {
  type AnswerOf,
  type ApplicationStatus,
  type Area,
  areaOf,
  type listReviews,
  Problem,
  type QueryOf,
  type ResultOf,
  type ReviewView,
} from '@chophien/contracts';
import { addDays, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked, lookedToday } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import type { Application } from './application.entity.ts';
import { ApplicationQueries, holderMatches } from './application.queries.ts';
import { type Case, Cases } from './facts.ts';
import { daysOf } from './time-limits.ts';

export type Review = z.input<typeof ReviewView>;
type Counts = AnswerOf<typeof listReviews>['counts'];

const pageSize = 20;
const day = 86_400_000;

/** Applications as the officers of their area see them. Each look is noted. */
@Injectable()
export class ReviewQueries {
  constructor(
    private readonly db: DataSource,
    private readonly cases: Cases,
    private readonly applications: ApplicationQueries,
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  /** One of the officer's area; any other is onboarding.not-found. */
  one(actor: Actor, id: string, purpose: string): Promise<Review> {
    return inTx(this.db, async (tx) => {
      const { communes, provinces } = areaOf(actor, 'application.decide');
      const [here] = await rows(
        tx,
        'select id from onboarding.application where id = $3 and (commune = any($1::text[]) or province = any($2::text[]))',
        [communes, provinces, id],
      );
      const found = here && (await this.cases.one(tx, id));
      if (!found) throw new Problem('onboarding.not-found');
      await looked(tx, actor, id, purpose);
      return this.review(tx, found);
    });
  }

  /** One state of the officer's area, the longest waiting first; of what is over, the latest first. */
  list(actor: Actor, query: QueryOf<typeof listReviews>): Promise<ResultOf<typeof listReviews>> {
    const { status, commune = null, page, wishes } = query;
    return inTx(this.db, async (tx) => {
      const { communes, provinces } = areaOf(actor, 'application.decide');
      const wished = wishes === 'yes';
      const area = placed({ communes, provinces });
      const counted = await rows<{ status: ApplicationStatus; total: number }>(tx, counting(area, wished), [
        communes,
        provinces,
        commune,
      ]);
      const found = await rows<QueueRow>(tx, queue(area, wished), [
        communes,
        provinces,
        commune,
        status,
        pageSize,
        (page - 1) * pageSize,
      ]);
      if (found.length > 0) {
        await lookedToday(
          tx,
          actor,
          found.map(({ id }) => id),
          'application.queue',
        );
      }
      const counts = countsOf(counted);
      const total = counts[status];
      const reviewers = await this.identity.contacts([...new Set(found.flatMap(({ reviewer }) => reviewer ?? []))]);
      const now = this.clock.now();
      const answerDays = await daysOf(tx, 'review-answer', now);
      const items = await Promise.all(
        found.map(async ({ statusSince, ...row }) => ({
          ...row,
          commune: await this.applications.place(row.commune),
          submittedAt: row.submittedAt?.toISOString() ?? null,
          age: Math.max(0, Math.floor((now.getTime() - statusSince.getTime()) / day)),
          ...answerDue(row, vietnamDay(now), answerDays),
          reviewer: row.reviewer ? (reviewers.get(row.reviewer)?.name ?? '') : null,
        })),
      );
      return { items, total, page, pages: Math.max(1, Math.ceil(total / pageSize)), counts };
    });
  }

  private async review(tx: Tx, found: Case): Promise<Review> {
    const { application } = found;
    const { id } = application;
    const steps = await rows<{ at: Date; what: string; by: string | null; note: string | null }>(
      tx,
      'select at, what, by, note from onboarding.step where application = $1 order by at, id limit 200',
      [id],
    );
    const people = await this.identity.contacts([
      ...new Set([
        ...steps.flatMap(({ by }) => by ?? []),
        ...[application.applicant, application.reviewer].flatMap((one) => one ?? []),
      ]),
    ]);
    const phones = await this.identity.phonesOf(tx, id);
    const nameOf = (person: string | null) => (person ? (people.get(person)?.name ?? null) : null);
    const { reviewer, reviewingSince } = application;
    const shown = await this.applications.shown(tx, found);
    return {
      ...shown,
      applicant: {
        name: nameOf(application.applicant),
        phones:
          phones.length > 0 ? phones : [people.get(application.applicant ?? '')?.phone].flatMap((one) => one ?? []),
      },
      payoutSet: found.payout !== null,
      flags: await flagsOf(tx, found),
      reviewer:
        reviewer && reviewingSince
          ? { id: reviewer, name: nameOf(reviewer), since: reviewingSince.toISOString() }
          : null,
      history: steps.map(({ at, what, by, note }) => ({ at: at.toISOString(), what, by: nameOf(by), note })),
      may: mayDecide(application.status, { wishes: shown.wishes.length > 0, suspension: shown.suspension !== null }),
    };
  }
}

type QueueRow = Pick<Application, 'id' | 'status' | 'kind' | 'name' | 'commune' | 'subArea' | 'round'> & {
  submittedAt: Date | null;
  statusSince: Date;
  reviewer: string | null;
  wishes: boolean;
};

const wishing = `exists (select 1 from onboarding.answer w where w.producer = a.id and w.wish is not null)`;

/**
 * Where somebody answers, in the fewest words: one commune or one province alone lets the index count, and answer in the
 * order that is asked for; both kinds together are rare.
 */
const placed = ({ communes, provinces }: Pick<Area, 'communes' | 'provinces'>): string => {
  const mine = `a.commune = ${communes.length === 1 ? '($1::text[])[1]' : 'any($1::text[])'}`;
  const ours = `a.province = ${provinces.length === 1 ? '($2::text[])[1]' : 'any($2::text[])'}`;
  if (provinces.length === 0) return `${mine} and $2::text[] is not null`;
  if (communes.length === 0) return `${ours} and $1::text[] is not null`;
  return `(${mine} or ${ours})`;
};

/** $1 communes, $2 provinces, $3 one commune or all. */
const counting = (area: string, wished: boolean) => `select status, count(*)::int as total from onboarding.application a
  where ${area} and ($3::text is null or a.commune = $3) ${wished ? `and ${wishing}` : ''} group by status`;
/** As `counting`, $4 state, $5 rows, $6 rows before. */
const queue = (area: string, wished: boolean) => `select id, status, kind, name, commune, sub_area as "subArea", round,
    submitted_at as "submittedAt", status_since as "statusSince", reviewer, ${wishing} as wishes
  from onboarding.application a where ${area} and ($3::text is null or a.commune = $3) and status = $4
  ${wished ? `and ${wishing}` : ''} order by status_since, id limit $5 offset $6`;

/** Counted from the day it was handed in, also when officers passed it on to each other since. */
const answerDue = ({ status, submittedAt }: Pick<QueueRow, 'status' | 'submittedAt'>, today: string, days: number) => {
  if (submittedAt === null || (status !== 'submitted' && status !== 'in-review')) return { dueOn: null, late: false };
  const dueOn = addDays(vietnamDay(submittedAt), days);
  return { dueOn, late: today > dueOn };
};

const countsOf = (found: readonly { status: ApplicationStatus; total: number }[]): Counts => {
  const counts: Counts = {
    draft: 0,
    submitted: 0,
    'in-review': 0,
    returned: 0,
    approved: 0,
    active: 0,
    suspended: 0,
    closed: 0,
  };
  for (const { status, total } of found) counts[status] = total;
  return counts;
};

async function flagsOf(tx: Tx, found: Case): Promise<Review['flags']> {
  const { id } = found.application;
  const [twin] = await rows(
    tx,
    `select 1 from onboarding.identity_proof mine
     join onboarding.identity_proof other on other.citizen_index = mine.citizen_index and other.producer <> mine.producer
     join onboarding.application a on a.id = other.producer and a.status <> 'closed'
     where mine.producer = $1 limit 1`,
    [id],
  );
  return [
    ...(twin ? (['same-citizen-number'] as const) : []),
    ...(found.proof?.state === 'verified' && found.payout && !holderMatches(found)
      ? (['payout-name-differs'] as const)
      : []),
    ...(found.answers.some(({ wish }) => wish !== null) ? (['wishes'] as const) : []),
  ];
}

/** What an officer may do in a state, whoever she is; her own household is refused when she tries. */
const mayDecide = (
  status: ApplicationStatus,
  { wishes, suspension }: { wishes: boolean; suspension: boolean },
): Review['may'] => {
  const waits = status === 'submitted' || status === 'in-review';
  const approved = status === 'approved' || status === 'active' || status === 'suspended';
  return [
    ...(status === 'submitted' ? (['take'] as const) : []),
    ...(waits || (approved && wishes) ? (['return', 'approve'] as const) : []),
    // Also while a notice runs: an authority's order overtakes it.
    ...(status === 'active' ? (['suspend'] as const) : []),
    ...(suspension ? (['reinstate'] as const) : []),
    ...(status === 'closed' ? [] : (['close', 'verify'] as const)),
  ];
};
