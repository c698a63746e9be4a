import { type ImportRemark, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { endSheet } from './end-sheet.ts';
import { EnterRow } from './enter-row.ts';
import { Seller } from './seller.ts';
import { type GoodsRowKept, type GoodsSheet, rowColumns } from './sheet.entity.ts';
import { advance, hold } from './sheet-lease.ts';

/** So many rows are at work at once: each waits mostly for the disk. */
const chunk = 8;

/**
 * Enters what may be entered in the name of who said so, with what she may do now. Each row is its own transaction and has its
 * own outcome; a row that was entered before a worker was killed is the same listing when it is entered again.
 */
@Injectable()
export class EnterSheet {
  constructor(
    private readonly db: DataSource,
    private readonly seller: Seller,
    private readonly row: EnterRow,
    private readonly clock: Clock,
  ) {}

  async run(one: GoodsSheet, enough: () => boolean): Promise<void> {
    const actor = await this.seller.of(one);
    if (!actor) return this.stop(one);
    while (!enough()) {
      const ready = await rows<GoodsRowKept>(this.db, readySql, [one.id, chunk]);
      if (ready.length === 0) return this.finish(one, actor);
      await inTx(this.db, async (tx) => {
        await hold(tx, one);
        await advance(tx, one, one.rowsDone);
      });
      const outcomes = await Promise.all(ready.map((row) => this.outcome(actor, one, row)));
      await inTx(this.db, async (tx) => {
        await hold(tx, one);
        await tx.query(settle, [one.id, JSON.stringify(outcomes), this.clock.now()]);
        await advance(tx, one, one.rowsDone + ready.length);
      });
    }
  }

  private async outcome(actor: Actor, one: GoodsSheet, row: GoodsRowKept): Promise<Outcome> {
    const { part, line } = row;
    try {
      return { part, line, problems: [], ...(await this.row.run(actor, one.producer, row)) };
    } catch (error) {
      if (!(error instanceof Problem)) {
        log.warn({ err: error, sheet: one.id, part, line }, 'a row of a sheet could not be entered');
      }
      const code = error instanceof Problem ? error.code : 'platform.failed';
      return {
        part,
        line,
        state: 'failed',
        listing: row.listing,
        problems: [{ column: null, cell: null, code, about: null }],
      };
    }
  }

  /** Who said so may no longer sell for it: what is left waits for somebody who may. */
  private async stop(one: GoodsSheet): Promise<void> {
    await inTx(this.db, async (tx) => {
      await hold(tx, one);
      await tx.query(`update sheets.sheet set state = 'checked', lease_until = null, reason = $2 where id = $1`, [
        one.id,
        JSON.stringify({ column: null, cell: null, code: 'not-seller', about: null }),
      ]);
    });
  }

  private async finish(one: GoodsSheet, actor: Actor): Promise<void> {
    await inTx(this.db, async (tx) => {
      await hold(tx, one);
      const [sum] = await rows<Sum>(tx, sumSql, [one.id, one.enteredAt]);
      const { listed = 0, waiting = 0, changed = 0, refused = 0 } = sum ?? {};
      await record(tx, actor, 'goods.imported', one.id, { producer: one.producer, listed, waiting, changed, refused });
      await tx.query(`update sheets.sheet set state = 'checked', lease_until = null where id = $1`, [one.id]);
      if (refused === 0) await endSheet(tx, { id: one.id, state: 'done', at: this.clock.now() });
    });
  }
}

interface Outcome {
  part: number;
  line: number;
  state: GoodsRowKept['state'];
  listing: string | null;
  problems: ImportRemark[];
}

interface Sum {
  listed: number;
  waiting: number;
  changed: number;
  refused: number;
}

const readySql = `select ${rowColumns} from sheets.sheet_row where sheet = $1 and state in ('new', 'photo', 'change')
  order by part, line limit $2`;
const settle = `update sheets.sheet_row r set state = given.state, listing = given.listing,
    problems = case when given.state = 'failed' then given.problems else r.problems end,
    cells = case when given.state = 'failed' then r.cells else '[]' end, settled_at = $3
  from jsonb_to_recordset($2::jsonb) as given (part int, line int, state text, listing uuid, problems jsonb)
  where r.sheet = $1 and r.part = given.part and r.line = given.line`;
const sumSql = `select count(*) filter (where state = 'listed' and settled_at >= $2)::int as listed,
    count(*) filter (where state = 'waiting' and settled_at >= $2)::int as waiting,
    count(*) filter (where state = 'changed' and settled_at >= $2)::int as changed,
    count(*) filter (where state in ('wrong', 'failed'))::int as refused
  from sheets.sheet_row where sheet = $1`;
