import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { EntryOf } from './field-enter.ts';

/** Notes a visit from the field, under the entry's id; what was planned until that day is done with it. */
@Injectable()
export class VisitFromField {
  constructor(
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, actor: Actor, { id, household, body }: EntryOf<'visit'>): Promise<void> {
    const producer = await this.identity.producer(tx, household);
    if (!producer) return;
    const { commune, province } = producer;
    const now = this.clock.now();
    const next = body.next ?? null;
    await rows(
      tx,
      `update caseload.visit set dropped_at = $3
       where producer = $1 and planned_for <= $2::date and visited_on is null and dropped_at is null`,
      [household, body.day, now],
    );
    await rows(
      tx,
      `insert into caseload.visit (id, producer, commune, province, visited_on, by, done, missing, next_visit, noted_by, noted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6, $10)`,
      [id, household, commune, province, body.day, actor.id, body.done, body.missing || null, next, now],
    );
    if (next) {
      await rows(
        tx,
        `insert into caseload.visit (id, producer, commune, province, planned_for, by, noted_by, noted_at)
         values (uuidv7(), $1, $2, $3, $4, $5, $5, $6)`,
        [household, commune, province, next, actor.id, now],
      );
    }
    await record(tx, actor, 'household.visited', id, { producer: household, commune, next });
  }
}
