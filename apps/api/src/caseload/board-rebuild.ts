import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Colleagues } from '../identity/index.ts';
import { inTx, rows } from '../platform/database.ts';
import { followed } from './board-follow.ts';
import { RefreshBoard } from './board-refresh.ts';

const batch = 500;

class OnlyLooked extends Error {}

/** Makes the board anew, five hundred households a transaction; or only says how much of it differs. */
@Injectable()
export class RebuildBoard {
  constructor(
    private readonly db: DataSource,
    private readonly colleagues: Colleagues,
    private readonly board: RefreshBoard,
  ) {}

  async run({ only }: { only?: 'look' } = {}): Promise<{ households: number; changed: number }> {
    let [households, changed] = [0, 0];
    if (!only) await this.replay();
    for (let last: string | null = null; ; ) {
      const next = await this.next(last);
      if (next.length === 0) return { households, changed };
      last = next.at(-1) ?? null;
      await inTx(this.db, async (tx) => {
        changed += await this.board.run(tx, next);
        if (only) throw new OnlyLooked();
      }).catch((error: unknown) => {
        if (!(error instanceof OnlyLooked)) throw error;
      });
      households += next.length;
    }
  }

  /** Every household there is, and every one the board has: one of them may be too many. */
  private async next(after: string | null): Promise<string[]> {
    const there = await this.colleagues.householdsAfter(this.db, after, batch);
    const shown = await rows<{ id: string }>(
      this.db,
      'select id from caseload.household where $1::uuid is null or id > $1 order by id limit $2',
      [after, batch],
    );
    return [...new Set([...there, ...shown.map(({ id }) => id)])].toSorted().slice(0, batch);
  }

  /** The trail is what the events say, and nothing else. */
  private async replay(): Promise<void> {
    for (let last: { id: string; at: Date } | undefined; ; ) {
      const next: { id: string; at: Date }[] = await inTx(this.db, (tx) =>
        rows(tx, replay, [followed, last?.at ?? '-infinity', last?.id ?? null, 1_000]),
      );
      if (next.length === 0) return;
      last = next.at(-1);
    }
  }
}

const replay = `with next as (
    select id, at, type, subject, actor_kind, actor_id, on_behalf_of, data from platform.event
    where type = any($1::text[]) and (at, id) > ($2::timestamptz, coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
    order by at, id limit $4
  ), kept as (
    insert into caseload.trail (event, producer, at, what, by, behalf)
    select id, coalesce(data ->> 'producer', subject)::uuid, at, type,
      case when actor_kind in ('person', 'official') then actor_id::uuid end,
      on_behalf_of is not null or actor_kind = 'official'
    from next on conflict do nothing
  )
  select id, at from next order by at, id`;
