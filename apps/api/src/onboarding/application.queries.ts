import {
  type ApplicationDetail,
  type ApplicationSummary,
  belongsTo,
  ownProducers,
  Problem,
  producersOf,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import { fateOf, isOpen, mayStep } from './application.rules.ts';
import { type Case, Cases } from './facts.ts';
import { consentsOf } from './consent.queries.ts';
import { openRemarks } from './open-remarks.ts';
import { isOwnName } from './payout.rules.ts';
import { missingToHandIn, tasks } from './tasks.rules.ts';

type Detail = z.input<typeof ApplicationDetail>;
type Summary = z.input<typeof ApplicationSummary>;

/** Applications as their own people, and those who help them, see them. */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly cases: Cases,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  /** One in whose name the actor may prepare; any other is onboarding.not-found. Each look of a helper is noted. */
  own(actor: Actor, id: string): Promise<Detail> {
    const helps = actor.grants.some((grant) => grant.producer === id);
    if (!helps) throw new Problem('onboarding.not-found');
    return inTx(this.db, async (tx) => {
      if (!belongsTo(actor, id)) await looked(tx, actor, id, 'application.assist');
      return this.detail(tx, actor, id);
    });
  }

  /** The one she has just begun: her grant is younger than what her request knows of her. */
  ofApplicant(actor: Actor, id: string): Promise<Detail> {
    const role = 'producer' as const;
    return this.own({ ...actor, grants: [...actor.grants, { role, producer: id }] }, id);
  }

  /** Everything of one application, of which payout and what may be done are those of the actor. */
  async detail(tx: Tx, actor: Actor, id: string): Promise<Detail> {
    const found = await this.cases.one(tx, id);
    if (!found) throw new Problem('onboarding.not-found');
    const { payout } = found;
    const heads = belongsTo(actor, id) && producersOf(actor, 'payout.set').includes(id);
    return {
      ...(await this.shown(tx, found)),
      payout: heads && payout ? payoutView(found, this.clock.now()) : null,
      may: mayDoIn(actor, found),
    };
  }

  /** What anybody sees who may see the application at all. */
  async shown(tx: Tx, found: Case): Promise<Omit<Detail, 'payout' | 'may'>> {
    const { application, answers, facts, papers, rows: required, views } = found;
    const { id } = application;
    const now = this.clock.now();
    const remarks = (await openRemarks(tx, [id])).get(id) ?? [];
    const people = await this.identity.contacts([...new Set(answers.flatMap(({ by }) => by ?? []))]);
    return {
      id,
      status: application.status,
      kind: application.kind,
      name: application.name,
      commune: await this.place(application.commune),
      answers: answers.flatMap(({ item, value, at, by, onBehalf }) =>
        value === null
          ? []
          : [
              {
                item,
                value: value as string | string[],
                at: at.toISOString(),
                by: by ? (people.get(by)?.name ?? null) : null,
                onBehalf,
              },
            ],
      ),
      tasks: tasks(views, facts, { rows: required, remarks }),
      requirements: views.filter(({ groups }) => groups === null || groups.some((one) => facts.groups.includes(one))),
      consents: await consentsOf(tx, id, now),
      papers,
      identity: proofView(found, vietnamDay(now)),
      taxCode: application.taxCode,
      missing: missingToHandIn(views, facts, required),
      round: application.round,
      submittedAt: application.submittedAt?.toISOString() ?? null,
      decidedAt: application.decidedAt?.toISOString() ?? null,
      suspension: await suspensionOf(tx, id),
      closing: application.closedAt
        ? { reason: application.closedReason ?? '', at: application.closedAt.toISOString() }
        : null,
      wishes: answers.flatMap(({ item, wish, wishAt }) =>
        typeof wish === 'string' && wishAt ? [{ item, value: wish, at: wishAt.toISOString() }] : [],
      ),
    };
  }

  /** Those in whose name the actor may act, her own first. */
  async mine(actor: Actor): Promise<Summary[]> {
    const own = ownProducers(actor);
    const all = [...new Set(actor.grants.flatMap(({ producer }) => producer ?? []))];
    if (all.length === 0) return [];
    const found = await rows<SummaryRow>(this.db, summaries, [all, own]);
    return Promise.all(
      found.map(async ({ commune, submittedAt, ...rest }) => ({
        ...rest,
        commune: await this.place(commune),
        submittedAt: submittedAt?.toISOString() ?? null,
      })),
    );
  }

  /** A commune as it is shown. */
  async place(code: string): Promise<{ code: string; fullName: string; province: string }> {
    const unit = await this.communes.get(code);
    return { code, fullName: unit?.fullName ?? code, province: unit?.province.name ?? '' };
  }
}

type SummaryRow = Omit<Summary, 'commune' | 'submittedAt'> & { commune: string; submittedAt: Date | null };

const summaries = `select id, status, kind, name, commune, tasks_left as "tasksLeft",
    (select count(*)::int from onboarding.remark r
      where r.application = a.id and r.round = a.round and r.cleared_at is null and a.status = 'returned') as remarks,
    submitted_at as "submittedAt", id = any($2::uuid[]) as own
  from onboarding.application a where id = any($1::uuid[]) order by id = any($2::uuid[]) desc, created_at desc, id limit 200`;

async function suspensionOf(tx: Tx, id: string): Promise<Detail['suspension']> {
  const [found] = await rows<{ reason: string; order: string | null; from: Date; carriedOut: boolean }>(
    tx,
    `select reason, order_number as "order", starts_at as "from", carried_out_at is not null as "carriedOut"
     from onboarding.suspension where producer = $1 and ended_at is null`,
    [id],
  );
  return found ? { ...found, from: found.from.toISOString() } : null;
}

const proofView = ({ proof }: Pick<Case, 'proof'>, day: string): Detail['identity'] => {
  if (!proof?.numberEnd || !proof.birthDate) return null;
  const { method, state, fullName, numberEnd, birthDate, until, reason } = proof;
  const expired = state === 'verified' && until !== null && until < day;
  return { method, state: expired ? 'expired' : state, fullName, numberEnd, birthDate, until, reason };
};

/** Whether the account is held in the verified own name. */
export const holderMatches = ({ payout, proof, application }: Case): boolean =>
  payout !== null &&
  isOwnName(payout.holder, {
    kind: application.kind,
    stall: application.name,
    verifiedName: proof?.state === 'verified' ? proof.fullName : null,
  });

const payoutView = (found: Case, now: Date): Detail['payout'] => {
  const { payout } = found;
  if (!payout) return null;
  const { bank, numberEnd, holder, setAt, frozenUntil } = payout;
  return {
    bank,
    numberEnd,
    holder,
    matched: holderMatches(found),
    setAt: setAt.toISOString(),
    frozenUntil: frozenUntil && frozenUntil > now ? frozenUntil.toISOString() : null,
  };
};

const mayDoIn = (actor: Actor, { application }: Case): Detail['may'] => {
  const { id, status } = application;
  const can = (right: Parameters<typeof producersOf>[1]) => producersOf(actor, right).includes(id);
  const open = isOpen(status);
  return [
    ...(can('producer.prepare') && fateOf(status, 'story') === 'kept' ? (['prepare'] as const) : []),
    ...(can('producer.submit') && mayStep(status, 'submitted') ? (['hand-in'] as const) : []),
    ...(open && can('payout.set') ? (['payout'] as const) : []),
    ...(open && can('consent.give') ? (['consent'] as const) : []),
    ...(can('member.manage') ? (['members'] as const) : []),
    ...(open && can('delegation.give') ? (['delegate'] as const) : []),
    ...(open && can('producer.submit') ? (['close'] as const) : []),
  ];
};
