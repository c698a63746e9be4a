import {
  areaOf,
  type askAboutMyData,
  type BodyOf,
  type DataRequest as View,
  type DataRequestReview,
  type listDataRequests,
  ownProducers,
  Problem,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { DataRequest } from './data-request.entity.ts';
import { numberOf } from './support.rules.ts';
import { endOfDayAfter, endOfWorkingDay } from './working-days.rules.ts';

const pageSize = 20;
const inArea = '(province = any($1::text[]) or $2::boolean)';
const columns = `id, number, person, producers, province, kind, text, made_at as "madeAt", reply_by as "replyBy",
  acknowledged_at as "acknowledgedAt", due_at as "dueAt", extended_until as "extendedUntil",
  extended_reason as "extendedReason", decided_at as "decidedAt", decided_by as "decidedBy", granted, answer, kept`;

interface DataTimes {
  replyWorkingDays: number;
  days: number;
  extensionDays: number;
}

/** Requests about one's own data, each with its clocks; an official cannot close one without saying what was done. */
@Injectable()
export class DataRequests {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly onboarding: Onboarding,
    private readonly ordering: Ordering,
  ) {}

  /** The same id again is the same request. */
  async ask(actor: Actor, { id, kind, text }: BodyOf<typeof askAboutMyData>): Promise<View> {
    const now = this.clock.now();
    const day = vietnamDay(now);
    await inTx(this.db, async (tx) => {
      const [known] = await rows<{ person: string }>(tx, 'select person from support.data_request where id = $1', [id]);
      if (known && known.person !== actor.id) throw new Problem('support.not-found');
      if (known) return;
      const times = await this.times(tx, kind);
      const off = await rows<{ day: string }>(tx, 'select day::text as day from support.holiday where day > $1::date', [
        day,
      ]);
      const producers = ownProducers(actor);
      const households = await this.identity.producers(tx, producers);
      const [next] = await rows<{ count: number }>(tx, `select nextval('support.data_number')::int as count`);
      const number = numberOf('DL', next?.count ?? 0, day);
      await tx.query(
        `insert into support.data_request (id, number, person, producers, province, kind, text, made_at, reply_by, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          number,
          actor.id,
          producers,
          households.values().next().value?.province ?? null,
          kind,
          text || null,
          now,
          endOfWorkingDay(day, times.replyWorkingDays, new Set(off.map((one) => one.day))),
          endOfDayAfter(day, times.days),
        ],
      );
      await record(tx, actor, 'data-request.made', id, { number, person: actor.id as string, kind });
    });
    const mine = await this.mine(actor.id as string);
    const made = mine.find((one) => one.id === id);
    if (!made) throw new Problem('support.not-found');
    return made;
  }

  async mine(person: string): Promise<View[]> {
    const found = await rows<DataRequest>(
      this.db,
      `select ${columns} from support.data_request where person = $1 order by made_at desc, id limit 100`,
      [person],
    );
    return found.map((row) => this.view(row));
  }

  async list(
    actor: Actor,
    { state, page }: QueryOf<typeof listDataRequests>,
  ): Promise<ResultOf<typeof listDataRequests>> {
    const where = [...scope(actor), state === 'open'];
    const [found, [counted]] = await Promise.all([
      rows<DataRequest>(
        this.db,
        `select ${columns} from support.data_request where ${inArea} and (decided_at is null) = $3
         order by case when $3 then coalesce(extended_until, due_at) end, decided_at desc, id limit $4 offset $5`,
        [...where, pageSize, (page - 1) * pageSize],
      ),
      rows<{ total: number; late: number }>(
        this.db,
        `select count(*)::int as total,
                count(*) filter (where coalesce(decided_at, $4) > coalesce(extended_until, due_at)
                                    or coalesce(acknowledged_at, decided_at, $4) > reply_by)::int as late
         from support.data_request where ${inArea} and (decided_at is null) = $3`,
        [...where, this.clock.now()],
      ),
    ]);
    const total = counted?.total ?? 0;
    return {
      items: found.map((row) => this.view(row)),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      late: counted?.late ?? 0,
    };
  }

  /** The look is noted. */
  review(actor: Actor, id: string): Promise<DataRequestReview> {
    return inTx(this.db, async (tx) => {
      const row = await this.within(tx, actor, id);
      await looked(tx, actor, [...row.producers, row.person], `data request ${row.number}`);
      return this.reviewed(tx, row);
    });
  }

  async acknowledge(actor: Actor, id: string): Promise<DataRequestReview> {
    await inTx(this.db, async (tx) => {
      const row = await this.open(tx, actor, id);
      if (row.acknowledgedAt) return;
      await tx.query('update support.data_request set acknowledged_at = $2 where id = $1', [id, this.clock.now()]);
      await record(tx, actor, 'data-request.acknowledged', id, {
        number: row.number,
        person: row.person,
        kind: row.kind,
      });
    });
    return this.review(actor, id);
  }

  /** Once; the law allows no second. */
  async extend(actor: Actor, id: string, reason: string): Promise<DataRequestReview> {
    await inTx(this.db, async (tx) => {
      const row = await this.open(tx, actor, id);
      if (row.extendedUntil) throw new Problem('support.illegal-step');
      const { extensionDays } = await this.times(tx, row.kind);
      const until = endOfDayAfter(vietnamDay(row.dueAt), extensionDays);
      await tx.query('update support.data_request set extended_until = $2, extended_reason = $3 where id = $1', [
        id,
        until,
        reason,
      ]);
    });
    return this.review(actor, id);
  }

  /** Grants or refuses, for good. A deletion that is granted is stated, and every context drops its own. */
  async decide(
    actor: Actor,
    id: string,
    { granted, answer }: { granted: boolean; answer: string },
  ): Promise<DataRequestReview> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const row = await this.open(tx, actor, id);
      const erases = granted && row.kind === 'delete';
      if (erases) {
        const obstacles = await this.obstacles(tx, row);
        if (obstacles.length > 0) throw new Problem('support.obstacles', { obstacles });
      }
      const kept = erases ? await this.wouldKeep(tx) : [];
      await tx.query(
        `update support.data_request set decided_at = $2, decided_by = $3, granted = $4, answer = $5, kept = $6,
           acknowledged_at = coalesce(acknowledged_at, $2) where id = $1`,
        [id, now, actor.id, granted, answer, JSON.stringify(kept)],
      );
      const { number, person, kind } = row;
      await record(tx, actor, 'data-request.answered', id, { number, person, kind, granted });
      if (erases) {
        const owners = await this.identity.ownersOfAll(row.producers);
        const hers = row.producers.filter((producer) =>
          (owners.get(producer) ?? []).every((owner) => owner.person === person),
        );
        await record(tx, actor, 'erasure.granted', person, { person, producers: hers });
      }
    });
    return this.review(actor, id);
  }

  private async within(tx: Tx, actor: Actor, id: string): Promise<DataRequest> {
    const [found] = await rows<DataRequest>(
      tx,
      `select ${columns} from support.data_request where ${inArea} and id = $3`,
      [...scope(actor), id],
    );
    if (!found) throw new Problem('support.not-found');
    return found;
  }

  private async open(tx: Tx, actor: Actor, id: string): Promise<DataRequest> {
    await tx.query('select 1 from support.data_request where id = $1 for update', [id]);
    const row = await this.within(tx, actor, id);
    if (row.decidedAt) throw new Problem('support.illegal-step');
    return row;
  }

  private async times(tx: Tx, kind: string): Promise<DataTimes> {
    const [found] = await rows<DataTimes>(
      tx,
      `select reply_working_days as "replyWorkingDays", days, extension_days as "extensionDays" from support.data_clock
       where kind = $1 and valid_from <= $2::date order by valid_from desc limit 1`,
      [kind, vietnamDay(this.clock.now())],
    );
    if (!found) throw new Error(`nobody said how soon a request to ${kind} is done`);
    return found;
  }

  private async wouldKeep(tx: Tx): Promise<DataRequest['kept']> {
    const today = vietnamDay(this.clock.now());
    return rows(
      tx,
      `select what, why, legal_ref as "legalRef", ($1::date + make_interval(months => months))::date::text as until from (
         select distinct on (what) * from support.retention where valid_from <= $1::date order by what, valid_from desc
       ) as rule order by position`,
      [today],
    );
  }

  /** What must end before anything is erased, in words of the field. */
  private async obstacles(tx: Tx, { producers }: DataRequest): Promise<string[]> {
    const [standing, underWay] = await Promise.all([
      this.onboarding.standing(tx, producers),
      this.ordering.underWay(producers),
    ]);
    const open = producers.filter((producer) => !['closed', undefined].includes(standing.get(producer)?.status));
    return [
      ...(open.length > 0 ? [`stalls-open:${open.length}`] : []),
      ...(underWay > 0 ? [`parcels-under-way:${underWay}`] : []),
    ];
  }

  private async reviewed(tx: Tx, row: DataRequest): Promise<DataRequestReview> {
    const [contacts, households, wouldKeep, obstacles] = await Promise.all([
      this.identity.contacts([row.person, ...(row.decidedBy ? [row.decidedBy] : [])]),
      this.identity.producers(tx, row.producers),
      row.kind === 'delete' && !row.decidedAt ? this.wouldKeep(tx) : [],
      row.kind === 'delete' && !row.decidedAt ? this.obstacles(tx, row) : [],
    ]);
    const person = contacts.get(row.person);
    return {
      ...this.view(row),
      person: { id: row.person, name: person?.name ?? null, phone: person?.phone ?? null },
      producers: [...households.values()].map(({ id, name }) => ({ id, name })),
      wouldKeep,
      obstacles,
      decidedBy: row.decidedBy ? (contacts.get(row.decidedBy)?.name ?? null) : null,
    };
  }

  private view(row: DataRequest): View {
    const now = this.clock.now();
    const due = row.extendedUntil ?? row.dueAt;
    const decided = row.granted ? 'granted' : 'refused';
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      state: row.decidedAt ? decided : row.acknowledgedAt ? 'acknowledged' : 'made',
      text: row.text,
      madeAt: row.madeAt.toISOString(),
      replyBy: row.replyBy.toISOString(),
      acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
      dueAt: due.toISOString(),
      extended:
        row.extendedUntil && row.extendedReason
          ? { until: row.extendedUntil.toISOString(), reason: row.extendedReason }
          : null,
      late: (row.decidedAt ?? now) > due || (row.acknowledgedAt ?? row.decidedAt ?? now) > row.replyBy,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      answer: row.answer,
      kept: row.kept,
    };
  }
}

const scope = (actor: Actor) => {
  const { provinces, everywhere } = areaOf(actor, 'data.handle');
  return [provinces, everywhere] as const;
};
