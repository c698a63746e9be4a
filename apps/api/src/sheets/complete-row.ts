import { type GoodsRow, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { EnterRow } from './enter-row.ts';
import { rowView, SheetQueries } from './sheet.queries.ts';

/** A row that waited for its pictures gets them, and is handed in. Twice is once: the listing has the row's id. */
@Injectable()
export class CompleteRow {
  constructor(
    private readonly db: DataSource,
    private readonly sheets: SheetQueries,
    private readonly enter: EnterRow,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem sheets.not-found, sheets.illegal-step, catalogue.picture-unknown */
  async run(actor: Actor, sheet: string, mark: string, pictures: string[]): Promise<z.input<typeof GoodsRow>> {
    const { producer } = await this.sheets.one(actor, sheet);
    const row = await this.sheets.row(actor, sheet, mark);
    if (row.state === 'listed') return rowView(row);
    if (row.state !== 'waiting') throw new Problem('sheets.illegal-step', { from: row.state });
    const { listing } = await this.enter.list(actor, producer, row, pictures);
    await rows(
      this.db,
      `update sheets.sheet_row set state = 'listed', listing = $4, settled_at = $5
       where sheet = $1 and part = $2 and line = $3 and state = 'waiting'`,
      [sheet, row.part, row.line, listing, this.clock.now()],
    );
    return rowView(await this.sheets.row(actor, sheet, mark));
  }
}
