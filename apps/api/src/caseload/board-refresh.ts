import { type TaskId, taskIds } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import { stuckAt } from './board.rules.ts';

/** Makes the board's rows of some households equal to what identity and onboarding know of them now. */
@Injectable()
export class RefreshBoard {
  constructor(
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly onboarding: Onboarding,
  ) {}

  /** Answers how many rows were different from what they should have been. */
  async run(tx: Tx, producers: readonly string[]): Promise<number> {
    const ids = [...new Set(producers)].toSorted();
    // Two at work on one household go one after the other, so that the later state is what stays.
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('caseload.board ' || id, 0)) from unnest($1::text[]) as id order by id`,
      [ids],
    );
    const known = await this.identity.producers(tx, ids);
    const standing = await this.onboarding.standing(tx, ids);
    const tasks = await this.onboarding.requirementTasks(tx);
    const places = await this.places([...known.values()].map(({ commune }) => commune));
    const shown = ids.flatMap((id) => {
      const [producer, stands] = [known.get(id), standing.get(id)];
      if (!producer || producer.closedAt || stands?.status === 'closed') return [];
      const { kind, name, head, commune, province, hamlet, subArea, enteredHow, createdAt } = producer;
      const missing = stands?.missing ?? [];
      return {
        ...{ id, kind, name, head, commune, province, hamlet, missing, entered_how: enteredHow, entered_at: createdAt },
        folded: fold(`${name} ${head ?? ''}`),
        place: (hamlet && places.get(`${commune} ${hamlet}`)) ?? subArea,
        status: stands?.status ?? 'draft',
        stuck_at: stands ? stuckAt(missing, tasks) : (taskIds[0] satisfies TaskId),
        tasks_left: stands?.tasksLeft ?? taskIds.length,
        since: stands?.since ?? createdAt,
      };
    });
    const gone = ids.filter((id) => !shown.some((row) => row.id === id));
    const removed = await rows(tx, 'delete from caseload.household where id = any($1::uuid[]) returning id', [gone]);
    const changed = await rows(tx, put, [JSON.stringify(shown)]);
    return removed.length + changed.length;
  }

  private async places(communes: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const commune of new Set(communes)) {
      for (const { slug, name, former } of await this.communes.hamlets(commune)) {
        found.set(`${commune} ${slug}`, former ? `${name} (${former} cũ)` : name);
      }
    }
    return found;
  }
}

/** The next visit: the earliest that is planned, also when its day has passed. */
export const nextVisit = `(select min(v.planned_for) from caseload.visit v
  where v.producer = given.id and v.visited_on is null and v.dropped_at is null)`;

const put = `insert into caseload.household as known (id, kind, name, head, folded, commune, province, hamlet, place,
    entered_how, entered_at, status, stuck_at, tasks_left, missing, since, helper, touched_at, touched_by, next_visit)
  select id, kind, name, head, folded, commune, province, hamlet, place, entered_how, entered_at, status, stuck_at,
    tasks_left, missing, since,
    (select a.helper from caseload.assignment a where a.producer = given.id and a.until is null),
    t.at, t.by, ${nextVisit}
  from jsonb_to_recordset($1::jsonb) as given (id uuid, kind text, name text, head text, folded text, commune text,
    province text, hamlet text, place text, entered_how text, entered_at timestamptz, status text, stuck_at text,
    tasks_left smallint, missing text[], since timestamptz)
  left join lateral (select at, by from caseload.trail t where t.producer = given.id and t.by is not null
    order by at desc limit 1) t on true
  on conflict (id) do update set kind = excluded.kind, name = excluded.name, head = excluded.head,
    folded = excluded.folded, commune = excluded.commune, province = excluded.province, hamlet = excluded.hamlet,
    place = excluded.place, entered_how = excluded.entered_how, entered_at = excluded.entered_at, status = excluded.status,
    stuck_at = excluded.stuck_at, tasks_left = excluded.tasks_left, missing = excluded.missing, since = excluded.since,
    helper = excluded.helper, touched_at = excluded.touched_at, touched_by = excluded.touched_by,
    next_visit = excluded.next_visit
  where known is distinct from excluded
  returning known.id`;
