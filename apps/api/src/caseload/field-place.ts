import { beatsOf, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { clockOf, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { inBeat } from './field.rules.ts';

type Household = NonNullable<Awaited<ReturnType<Identity['producer']>>>;

/** Where a helper may be: the households of her hamlets. Another's is not found. */
@Injectable()
export class FieldPlace {
  constructor(private readonly identity: Identity) {}

  /** @throws Problem caseload.not-found */
  async household(db: DataSource | Tx, actor: Actor, id: string): Promise<Household> {
    const household = await this.identity.producer(db, id);
    if (!household || household.closedAt || !inBeat(beatsOf(actor, 'household.assist'), household)) {
      throw new Problem('caseload.not-found');
    }
    return household;
  }

  /** A helper's phone asks for the same households many times a day: a look is noted once a day for each. */
  async noteLooks(tx: Tx, actor: Actor, households: readonly string[]): Promise<void> {
    if (households.length === 0) return;
    const today = vietnamDay(clockOf(tx.dataSource).now());
    const fresh = await rows<{ household: string }>(
      tx,
      `insert into caseload.field_look as known (helper, household, day)
       select $1, household, $3 from unnest($2::uuid[]) as household order by household
       on conflict (helper, household) do update set day = excluded.day where known.day < excluded.day
       returning household`,
      [actor.id, [...new Set(households)], today],
    );
    if (fresh.length === 0) return;
    await looked(
      tx,
      actor,
      fresh.map(({ household }) => household),
      'household.assist',
    );
  }
}
