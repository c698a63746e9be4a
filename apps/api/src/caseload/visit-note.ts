import { type BodyOf, type CaseDetail, type noteVisit, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { BoardQueries } from './board.queries.ts';

type Detail = Promise<z.input<typeof CaseDetail>>;

/** Visits: planned for a day, moved, dropped, made. Whoever may see the household may visit it. */
@Injectable()
export class KeepVisit {
  constructor(
    private readonly db: DataSource,
    private readonly board: BoardQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem caseload.not-found, caseload.illegal-step, platform.invalid-input for a day that has passed */
  async plan(actor: Actor, household: string, visit: string, day: string): Detail {
    const now = this.clock.now();
    if (day < vietnamDay(now)) throw pastDay('day');
    await inTx(this.db, async (tx) => {
      const { commune, province, helper } = await this.board.row(actor, household, tx);
      const [known] = await rows<{ producer: string; over: boolean }>(
        tx,
        'select producer, visited_on is not null or dropped_at is not null as over from caseload.visit where id = $1 for update',
        [visit],
      );
      if (known && known.producer !== household) throw new Problem('caseload.not-found');
      if (known?.over) throw new Problem('caseload.illegal-step');
      // A helper goes herself; an officer sends whoever stands beside the household.
      const goes = actor.kind === 'official' ? (helper ?? actor.id) : actor.id;
      await tx.query(
        `insert into caseload.visit (id, producer, commune, province, planned_for, by, noted_by, noted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (id) do update set planned_for = excluded.planned_for, noted_by = excluded.noted_by, noted_at = excluded.noted_at`,
        [visit, household, commune, province, day, goes, actor.id, now],
      );
      await setNext(tx, household);
    });
    return this.board.detail(actor, household);
  }

  /** @throws Problem caseload.not-found, caseload.illegal-step */
  async drop(actor: Actor, household: string, visit: string): Detail {
    await inTx(this.db, async (tx) => {
      await this.board.row(actor, household, tx);
      const [known] = await rows<{ made: boolean }>(
        tx,
        'select visited_on is not null as made from caseload.visit where id = $1 and producer = $2 for update',
        [visit, household],
      );
      if (!known) throw new Problem('caseload.not-found');
      if (known.made) throw new Problem('caseload.illegal-step');
      await tx.query('update caseload.visit set dropped_at = coalesce(dropped_at, $2) where id = $1', [
        visit,
        this.clock.now(),
      ]);
      await setNext(tx, household);
    });
    return this.board.detail(actor, household);
  }

  /** The same id again is the same visit. @throws Problem caseload.not-found, platform.invalid-input */
  async note(actor: Actor, household: string, body: BodyOf<typeof noteVisit>): Detail {
    const now = this.clock.now();
    if (body.day > vietnamDay(now)) {
      throw new Problem('platform.invalid-input', {
        errors: [{ field: 'day', rule: 'future', message: 'today or before' }],
      });
    }
    if (body.next !== undefined && body.next < vietnamDay(now)) throw pastDay('next');
    await inTx(this.db, async (tx) => {
      const { commune, province } = await this.board.row(actor, household, tx);
      await this.within(tx, actor, { id: household, commune, province }, body);
    });
    return this.board.detail(actor, household);
  }

  /** For whoever knows that the actor may visit there. @throws Problem caseload.not-found for another household's id */
  async within(
    tx: Tx,
    actor: Actor,
    { id: household, commune, province }: { id: string; commune: string; province: string },
    { id, day, done, missing, next }: BodyOf<typeof noteVisit>,
  ): Promise<void> {
    const now = this.clock.now();
    const [noted] = await rows<{ id: string }>(
      tx,
      `insert into caseload.visit (id, producer, commune, province, visited_on, by, done, missing, next_visit, noted_by, noted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6, $10) on conflict (id) do nothing returning id`,
      [id, household, commune, province, day, actor.id, done, missing || null, next ?? null, now],
    );
    if (!noted) {
      const [known] = await rows(tx, 'select 1 from caseload.visit where id = $1 and producer = $2', [id, household]);
      if (!known) throw new Problem('caseload.not-found');
      return;
    }
    await tx.query(
      `update caseload.visit set dropped_at = $3
       where producer = $1 and planned_for <= $2::date and visited_on is null and dropped_at is null`,
      [household, day, now],
    );
    if (next) {
      await tx.query(
        `insert into caseload.visit (id, producer, commune, province, planned_for, by, noted_by, noted_at)
         values (uuidv7(), $1, $2, $3, $4, $5, $5, $6)`,
        [household, commune, province, next, actor.id, now],
      );
    }
    await setNext(tx, household);
    await record(tx, actor, 'household.visited', id, { producer: household, commune, next: next ?? null });
  }
}

const pastDay = (field: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'past', message: 'today or later' }] });

/** The board shows the next visit at once, before the fact is heard. */
const setNext = (tx: Tx, household: string): Promise<unknown> =>
  tx.query(
    `update caseload.household h set next_visit = (select min(v.planned_for) from caseload.visit v
       where v.producer = h.id and v.visited_on is null and v.dropped_at is null) where id = $1`,
    [household],
  );
