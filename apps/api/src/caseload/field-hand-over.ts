import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EndDelegation } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { system } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { FieldPlace } from './field-place.ts';

/** A helper begins to hand a household over: its own people are about to sign in beside her. Begun again is begun once. */
@Injectable()
export class StartHandOver {
  constructor(
    private readonly db: DataSource,
    private readonly place: FieldPlace,
    private readonly clock: Clock,
  ) {}

  /** Answers when it was begun first. @throws Problem caseload.not-found */
  async run(actor: Actor, household: string, id: string): Promise<Date> {
    const now = this.clock.now();
    return inTx(this.db, async (tx) => {
      await this.place.household(tx, actor, household);
      const [begun] = await rows<{ startedAt: Date }>(
        tx,
        `insert into caseload.hand_over as known (household, helper, started_at) values ($1, $2, $3)
         on conflict (household, helper) do update set ended_at = null,
           started_at = case when known.ended_at is null then known.started_at else excluded.started_at end
         returning started_at as "startedAt"`,
        [household, actor.id, now],
      );
      await rows(
        tx,
        `insert into caseload.field_entry (id, helper, household, kind, hash, at, received_at, outcome, reason, reading, tries)
         values ($1, $2, $3, 'hand-over', '', $4, $4, 'applied', null, null, 1) on conflict (id) do nothing`,
        [id, actor.id, household, now],
      );
      return begun?.startedAt ?? now;
    });
  }
}

/** Its own people have taken a household over: whoever handed it to them may do nothing more in its name. */
@Injectable()
export class FinishHandOver implements Listener<'producer.taken-over'> {
  constructor(
    private readonly end: EndDelegation,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<'producer.taken-over'>[], tx: Tx): Promise<void> {
    const ended = await rows<{ household: string; helper: string }>(
      tx,
      `update caseload.hand_over set ended_at = $2 where household = any($1::uuid[]) and ended_at is null
       returning household, helper`,
      [events.map(({ data }) => data.producer), this.clock.now()],
    );
    for (const { household, helper } of ended) {
      await this.end.toPerson(tx, system('FinishHandOver'), { producer: household, person: helper });
    }
  }
}
