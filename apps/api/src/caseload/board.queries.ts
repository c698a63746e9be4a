import {
  type ApplicationStatus,
  type CaseDetail,
  type CaseView,
  type getTour,
  type listCases,
  mayDo,
  type ParamsOf,
  Problem,
  type QueryOf,
  type ResultOf,
  type TaskId,
  taskIds,
  type VisitView,
} from '@chophien/contracts';
import { addDays, fold, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Communes } from '../communes/index.ts';
import { Colleagues, Households } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked, lookedToday } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import type { HouseholdOnBoard, Visit } from './board.entity.ts';
import { inSight, type SightBy, sightClause, type SightClause, sightOf } from './board.rules.ts';

type View = z.input<typeof CaseView>;
const pageSize = 30;
const statuses = ['draft', 'submitted', 'in-review', 'returned', 'approved', 'active', 'suspended', 'closed'] as const;

/** The board: one indexed question for its rows, one for its counts; what is beyond the asker's area is not there. */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly colleagues: Colleagues,
    private readonly households: Households,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: QueryOf<typeof listCases>): Promise<ResultOf<typeof listCases>> {
    const day = vietnamDay(this.clock.now());
    const { page, sort } = query;
    const narrow = [query.commune ?? null, query.hamlet ?? null, query.helper ?? null];
    const { by, values } = await this.sight(actor);
    const found = [...values, ...narrow, ...filters(query), day, addDays(day, 7)];
    return inTx(this.db, async (tx) => {
      const items = await rows<HouseholdOnBoard>(tx, listSql(by, sort), [...found, (page - 1) * pageSize]);
      const counted = await rows<Counted>(tx, countsSql(by), found);
      await lookedToday(
        tx,
        actor,
        items.map(({ id }) => id),
        'caseload.board',
      );
      const total = counted.reduce((sum, { matched }) => sum + matched, 0);
      return {
        items: await this.views(tx, items, day),
        total,
        page,
        pages: Math.max(1, Math.ceil(total / pageSize)),
        counts: countsOf(counted),
      };
    });
  }

  /** @throws Problem caseload.not-found */
  async row(actor: Actor, id: string, db: DataSource | Tx = this.db): Promise<HouseholdOnBoard> {
    const { by, values } = await this.sight(actor);
    const [found] = await rows<HouseholdOnBoard>(
      db,
      `select ${columns} from caseload.household h where h.id = $1 and ${inSight(by, 2)}`,
      [id, ...values],
    );
    if (!found) throw new Problem('caseload.not-found');
    return found;
  }

  /** @throws Problem caseload.not-found */
  detail(actor: Actor, id: string): Promise<z.input<typeof CaseDetail>> {
    const day = vietnamDay(this.clock.now());
    return inTx(this.db, async (tx) => {
      const one = await this.row(actor, id, tx);
      await looked(tx, actor, id, 'caseload.household');
      const [view] = (await this.views(tx, [one], day)) as [View];
      const visits = await rows<Visit>(tx, visitsSql, [id]);
      const trail = await rows<{ at: Date; what: string; by: string | null; behalf: boolean }>(
        tx,
        'select at, what, by, behalf from caseload.trail where producer = $1 order by at desc, event desc limit 60',
        [id],
      );
      const helpers = await this.colleagues.helpers(tx, [one.commune]);
      const names = await this.colleagues.names(tx, [...visits.map(({ by }) => by), ...trail.map(({ by }) => by)]);
      const endDelegations = mayDo(actor, 'delegation.end-for');
      const nameOf = (person: string | null) => (person ? (names.get(person) ?? null) : null);
      return {
        ...view,
        phones: (await this.colleagues.phones(tx, [id])).get(id) ?? [],
        enteredHow: one.enteredHow,
        enteredAt: one.enteredAt.toISOString(),
        takenOver: (await this.colleagues.taken(tx, [id])).has(id),
        visits: visits.map(({ id: visit, by, ...rest }) => ({ ...visitView(rest), id: visit, by: nameOf(by) })),
        history: trail.map(({ at, what, by, behalf }) => ({ at: at.toISOString(), what, by: nameOf(by), behalf })),
        helpers: helpers
          .filter(({ hamlets }) => !hamlets || hamlets.includes(one.hamlet ?? ''))
          .map(({ person, name }) => ({ id: person, name })),
        delegations: endDelegations ? await this.households.letsOthers(id) : [],
        may: { assign: mayDo(actor, 'household.import'), decide: mayDo(actor, 'application.decide'), endDelegations },
      };
    });
  }

  /** Whom to visit on a day; what is overdue comes along on the day that is today. */
  async tour(
    actor: Actor,
    { day }: ParamsOf<typeof getTour>,
    { commune, helper }: QueryOf<typeof getTour>,
  ): Promise<ResultOf<typeof getTour>> {
    const today = vietnamDay(this.clock.now());
    const { by, values } = await this.sight(actor);
    return inTx(this.db, async (tx) => {
      const found = await rows<HouseholdOnBoard & { visit: string; lastDone: string | null }>(tx, tourSql(by), [
        ...values,
        commune ?? null,
        helper ?? null,
        day,
        day === today,
      ]);
      const ids = found.map(({ id }) => id);
      await looked(tx, actor, ids, 'caseload.tour');
      const views = await this.views(tx, found, today);
      const phones = await this.colleagues.phones(tx, ids);
      const items = views.map((view, index) => ({
        ...view,
        phones: phones.get(view.id) ?? [],
        visit: found[index]?.visit ?? '',
        lastDone: found[index]?.lastDone ?? null,
      }));
      return { day, items };
    });
  }

  /** Asked of what is in memory, not of the database: who she is came with the request. */
  private async sight(actor: Actor): Promise<SightClause> {
    const sight = sightOf(actor);
    return sightClause(sight, await this.communes.inArea(sight.area));
  }

  private async views(tx: Tx, items: readonly HouseholdOnBoard[], day: string): Promise<View[]> {
    const now = this.clock.now().getTime();
    const names = await this.colleagues.names(
      tx,
      items.flatMap(({ helper, touchedBy }) => [helper, touchedBy]),
    );
    const communes = await this.communes.many(items.map(({ commune }) => commune));
    return items.map((one) => ({
      ...{ id: one.id, kind: one.kind, name: one.name, head: one.head, commune: one.commune, hamlet: one.hamlet },
      ...{ place: one.place, status: one.status, stuckAt: one.stuckAt, tasksLeft: one.tasksLeft, missing: one.missing },
      communeName: communes.get(one.commune)?.fullName ?? one.commune,
      since: one.since.toISOString(),
      days: Math.max(0, Math.floor((now - one.since.getTime()) / 86_400_000)),
      helper: one.helper ? { id: one.helper, name: names.get(one.helper) ?? null } : null,
      touchedAt: one.touchedAt?.toISOString() ?? null,
      touchedBy: one.touchedBy ? (names.get(one.touchedBy) ?? null) : null,
      nextVisit: one.nextVisit,
      overdue: one.nextVisit !== null && one.nextVisit < day,
    }));
  }
}

const visitView = ({
  plannedFor,
  visitedOn,
  done,
  missing,
  nextVisit,
}: Omit<Visit, 'id' | 'by'>): Omit<z.input<typeof VisitView>, 'id' | 'by'> => ({
  plannedFor,
  visitedOn,
  done,
  missing,
  nextVisit,
});

const filters = ({ status, stuck, visit, words }: QueryOf<typeof listCases>) => [
  status ?? null,
  stuck ?? null,
  visit ?? null,
  fold(words ?? '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((part) => `%${part}%`),
];

interface Counted {
  status: ApplicationStatus;
  stuckAt: TaskId | null;
  households: number;
  /** Of them, those within the other filters too. */
  matched: number;
  overdue: number;
  unassigned: number;
}

const countsOf = (counted: readonly Counted[]) => {
  const sum = (some: readonly Counted[], of: 'households' | 'overdue' | 'unassigned' = 'households') =>
    some.reduce((total, row) => total + row[of], 0);
  return {
    all: sum(counted),
    status: Object.fromEntries(
      statuses.map((status) => [status, sum(counted.filter((row) => row.status === status))]),
    ) as Record<ApplicationStatus, number>,
    stuck: Object.fromEntries(
      taskIds.map((task) => [task, sum(counted.filter((row) => row.stuckAt === task))]),
    ) as Record<TaskId, number>,
    overdue: sum(counted, 'overdue'),
    unassigned: sum(counted, 'unassigned'),
  };
};

const columns = `h.id, h.kind, h.name, h.head, h.commune, h.province, h.hamlet, h.place, h.entered_how as "enteredHow",
  h.entered_at as "enteredAt", h.status, h.stuck_at as "stuckAt", h.tasks_left as "tasksLeft", h.missing, h.since, h.helper,
  h.touched_at as "touchedAt", h.touched_by as "touchedBy", h.next_visit as "nextVisit"`;
const narrowed = `($4::text is null or h.commune = $4) and ($5::text is null or h.hamlet = $5)
  and ($6::text is null or ($6 = 'none' and h.helper is null) or h.helper::text = $6)`;
const filtered = `($7::text is null or h.status = $7) and ($8::text is null or h.stuck_at = $8)
  and ($9::text is null or ($9 = 'overdue' and h.next_visit < $11::date) or ($9 = 'none' and h.next_visit is null)
    or ($9 = 'week' and h.next_visit between $11::date and $12::date))
  and (cardinality($10::text[]) = 0 or h.folded like all($10::text[]))`;
const orders = {
  stuck: 'h.since, h.id',
  name: 'h.folded, h.id',
  visit: 'h.next_visit nulls last, h.since, h.id',
  touched: 'h.touched_at nulls first, h.since, h.id',
} as const;
const listSql = (by: SightBy, sort: keyof typeof orders): string =>
  `select ${columns} from caseload.household h where ${inSight(by, 1)} and ${narrowed} and ${filtered}
   order by ${orders[sort]} limit ${pageSize} offset $13`;
const countsSql = (by: SightBy): string =>
  `select h.status, h.stuck_at as "stuckAt", count(*)::int as households, count(*) filter (where ${filtered})::int as matched,
     count(*) filter (where h.next_visit < $11::date)::int as overdue,
     count(*) filter (where h.helper is null)::int as unassigned
   from caseload.household h where ${inSight(by, 1)} and ${narrowed} group by 1, 2`;
const visitsSql = `select id, producer, commune, province, planned_for as "plannedFor", visited_on as "visitedOn", by, done,
    missing, next_visit as "nextVisit", noted_by as "notedBy", noted_at as "notedAt", dropped_at as "droppedAt"
  from caseload.visit where producer = $1 and dropped_at is null
  order by visited_on is not null, coalesce(planned_for, visited_on) desc, visited_on desc, noted_at desc limit 100`;
const tourSql = (by: SightBy): string => `select ${columns}, v.id as visit,
    (select d.done from caseload.visit d where d.producer = h.id and d.visited_on is not null
     order by d.visited_on desc, d.noted_at desc limit 1) as "lastDone"
  from caseload.visit v join caseload.household h on h.id = v.producer
  where v.visited_on is null and v.dropped_at is null and (v.planned_for = $6::date or ($7 and v.planned_for < $6::date))
    and ${inSight(by, 1)} and ($4::text is null or h.commune = $4) and ($5::uuid is null or v.by = $5 or h.helper = $5)
  order by h.commune, h.place nulls last, h.folded limit 300`;
