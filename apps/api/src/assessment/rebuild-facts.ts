import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows, type Tx } from '../platform/database.ts';
import type { EventOf } from '../platform/outbox.ts';
import { type Counted, counted, factsOf } from './fact.rules.ts';
import { countAlone, shadow, writeFacts } from './fact.sql.ts';

export interface Rebuilt {
  events: number;
  facts: number;
  /** Facts that no event says. */
  removed: number;
  /** Facts that had not been counted. */
  added: number;
}

type Stored = EventOf<Counted> & { at: Date };

const batch = 1_000;

/**
 * Counts all facts anew from the events, beside the ones that are read, and then changes what differs: in one transaction,
 * so that nobody reads half of it. Listeners wait meanwhile; what they hear after is there already, or is added.
 */
@Injectable()
export class RebuildFacts {
  constructor(private readonly db: DataSource) {}

  run(): Promise<Rebuilt> {
    return inTx(this.db, async (tx) => {
      await tx.query(
        `select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
      );
      await countAlone(tx);
      await tx.query('create temporary table rebuilt_fact (like assessment.fact including all) on commit drop');
      const events = await this.replay(tx);
      await tx.query('analyze rebuilt_fact');
      const [{ facts }] = await tx.query<[{ facts: number }]>(`select count(*)::int as facts from ${shadow}`);
      const removed = await changed(tx, remove);
      const added = await changed(tx, add);
      return { events, facts, removed, added };
    });
  }

  private async replay(tx: Tx): Promise<number> {
    let events = 0;
    for (let last: Stored | undefined; ; ) {
      const next: Stored[] = await rows<Stored>(tx, following, [
        counted,
        last?.at ?? '-infinity',
        last?.id ?? null,
        batch,
      ]);
      if (next.length === 0) return events;
      await writeFacts(tx, next.flatMap(factsOf), shadow);
      events += next.length;
      last = next.at(-1);
    }
  }
}

const changed = async (tx: Tx, statement: string): Promise<number> => {
  const [{ count }] = await tx.query<[{ count: number }]>(statement);
  return count;
};

const following = `select id, type, v as version, subject, at, data,
    json_build_object('kind', actor_kind, 'id', actor_id) as actor
  from platform.event
  where type = any($1::text[]) and at >= $2::timestamptz and ($3::uuid is null or (at, id) > ($2, $3))
  order by at, id limit $4`;

const remove = `with gone as (
    select event_id, line from (select * from assessment.fact except select * from ${shadow}) differing
  ), removed as (
    delete from assessment.fact using gone where fact.event_id = gone.event_id and fact.line = gone.line returning 1
  ) select count(*)::int as count from removed`;

const add = `with added as (
    insert into assessment.fact select * from ${shadow} except select * from assessment.fact returning 1
  ) select count(*)::int as count from added`;
