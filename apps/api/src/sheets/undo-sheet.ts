import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WithdrawListing } from '../catalogue/index.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { endSheet } from './end-sheet.ts';
import { Seller } from './seller.ts';
import type { GoodsSheet } from './sheet.entity.ts';
import { advance, hold } from './sheet-lease.ts';

const chunk = 50;

/** Takes back the listings a sheet made, as far as nothing of them was sold: those stay. What it changed stays changed. */
@Injectable()
export class UndoSheet {
  constructor(
    private readonly db: DataSource,
    private readonly seller: Seller,
    private readonly withdraw: WithdrawListing,
    private readonly stock: Stock,
    private readonly clock: Clock,
  ) {}

  async run(one: GoodsSheet, enough: () => boolean): Promise<void> {
    const actor = await this.seller.of(one);
    while (!enough()) {
      const next = actor ? await rows<Made>(this.db, nextSql, [one.id, chunk, one.rowsDone]) : [];
      if (!actor || next.length === 0) return this.end(one, actor !== undefined);
      const listings = next.flatMap(({ listing }) => listing ?? []);
      const sold = await this.stock.everTaken(listings);
      for (const listing of listings) if (!sold.has(listing)) await this.withdraw.run(actor, listing).catch(isGone);
      const free = next.filter(({ listing }) => listing === null || !sold.has(listing));
      await inTx(this.db, async (tx) => {
        await hold(tx, one);
        await tx.query(undone, [one.id, JSON.stringify(free), this.clock.now()]);
        await advance(tx, one, one.rowsDone + next.length);
      });
    }
  }

  private async end(one: GoodsSheet, mayStill: boolean): Promise<void> {
    await inTx(this.db, async (tx) => {
      await hold(tx, one);
      if (mayStill) await endSheet(tx, { id: one.id, state: 'undone', at: this.clock.now() });
      else await tx.query(`update sheets.sheet set state = 'checked', lease_until = null where id = $1`, [one.id]);
    });
  }
}

interface Made {
  part: number;
  line: number;
  listing: string | null;
}

/** Somebody took it away meanwhile. */
const isGone = (error: unknown): void => {
  if (!(error instanceof Problem)) throw error;
};

const nextSql = `select part, line, listing from sheets.sheet_row
  where sheet = $1 and state in ('listed', 'waiting', 'undone') order by part, line limit $2 offset $3`;
const undone = `update sheets.sheet_row r set state = 'undone', settled_at = $3
  from jsonb_to_recordset($2::jsonb) as given (part int, line int)
  where r.sheet = $1 and r.part = given.part and r.line = given.line and r.state in ('listed', 'waiting')`;
