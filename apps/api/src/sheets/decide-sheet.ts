import { type BodyOf, type GoodsRow, type GoodsSheetView, type mapGoodsSheet, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { endSheet } from './end-sheet.ts';
import type { GoodsSheet } from './sheet.entity.ts';
import { SheetFiles } from './sheet-files.ts';
import { rowView, SheetQueries } from './sheet.queries.ts';

type View = Promise<z.input<typeof GoodsSheetView>>;

/** What a person says of a sheet; the worker does it. Saying it again changes nothing. */
@Injectable()
export class DecideSheet {
  constructor(
    private readonly db: DataSource,
    private readonly sheets: SheetQueries,
    private readonly files: SheetFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem sheets.not-found, sheets.illegal-step, platform.invalid-input */
  async map(actor: Actor, id: string, { sheet, columns }: BodyOf<typeof mapGoodsSheet>): View {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state !== 'mapping') throw new Problem('sheets.illegal-step', { from: one.state });
      const seen = one.sheets.find(({ name }) => name === sheet);
      const errors = mistakesOf(seen, columns);
      if (!seen || errors.length > 0) throw new Problem('platform.invalid-input', { errors });
      await tx.query(
        `update sheets.sheet set state = 'checking', sheet = $2, mapping = $3, rows_done = 0, lease_until = null where id = $1`,
        [id, sheet, JSON.stringify({ headLine: seen.headLine, columns })],
      );
    });
    return this.sheets.view(actor, id);
  }

  /** @throws Problem sheets.not-found, sheets.illegal-step */
  async enter(actor: Actor, id: string): View {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state === 'entering' || one.state === 'done') return;
      const [ready] = await rows<{ count: number }>(
        tx,
        `select count(*)::int as count from sheets.sheet_row where sheet = $1 and state in ('new', 'photo', 'change')`,
        [id],
      );
      if (one.state !== 'checked' || !ready?.count) throw new Problem('sheets.illegal-step', { from: one.state });
      await tx.query(
        `update sheets.sheet set state = 'entering', rows_total = $2, rows_done = 0, entered_by = $3, entered_at = $4,
           reason = null, lease_until = null where id = $1`,
        [id, ready.count, actor.id, this.clock.now()],
      );
    });
    return this.sheets.view(actor, id);
  }

  /** Before anything was entered it is given up; after that it is done. @throws Problem sheets.not-found, sheets.illegal-step */
  async close(actor: Actor, id: string): View {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state === 'cancelled' || one.state === 'done') return;
      if (one.state !== 'mapping' && one.state !== 'checked')
        throw new Problem('sheets.illegal-step', { from: one.state });
      await endSheet(tx, { id, state: one.enteredAt ? 'done' : 'cancelled', at: this.clock.now() });
    });
    await this.files.forget(id);
    return this.sheets.view(actor, id);
  }

  /** What was sold of stays; the rest is taken back. @throws Problem sheets.not-found, sheets.illegal-step */
  async undo(actor: Actor, id: string): View {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state === 'undoing' || one.state === 'undone') return;
      if ((one.state !== 'done' && one.state !== 'checked') || !one.enteredAt) {
        throw new Problem('sheets.illegal-step', { from: one.state });
      }
      await tx.query(
        `update sheets.sheet set state = 'undoing', rows_done = 0, entered_by = $2, lease_until = null,
           rows_total = (select count(*) from sheets.sheet_row where sheet = $1 and state in ('listed', 'waiting'))
         where id = $1`,
        [id, actor.id],
      );
    });
    return this.sheets.view(actor, id);
  }

  /** @throws Problem sheets.not-found, sheets.illegal-step once it was entered */
  async leaveOut(actor: Actor, id: string, mark: string): Promise<z.input<typeof GoodsRow>> {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      const row = await this.sheets.row(actor, id, mark, tx);
      if (row.state === 'left-out') return;
      const open = one.state === 'checked' || one.state === 'done';
      if (!open || !leavable.has(row.state)) throw new Problem('sheets.illegal-step', { from: row.state });
      await tx.query(
        `update sheets.sheet_row set state = 'left-out', cells = '[]' where sheet = $1 and part = $2 and line = $3`,
        [id, row.part, row.line],
      );
    });
    return rowView(await this.sheets.row(actor, id, mark));
  }

  private async held(tx: Tx, actor: Actor, id: string): Promise<GoodsSheet> {
    await tx.query('select 1 from sheets.sheet where id = $1 for update', [id]);
    return this.sheets.one(actor, id, tx);
  }
}

const leavable: ReadonlySet<string> = new Set(['new', 'photo', 'change', 'wrong', 'failed', 'waiting']);

const mistakesOf = (
  seen: GoodsSheet['sheets'][number] | undefined,
  columns: BodyOf<typeof mapGoodsSheet>['columns'],
) => {
  const fields = columns.map(({ field }) => field);
  const unknown = columns.findIndex(({ column }) => !seen?.columns.some((one) => one.column === column));
  const twice = fields.findIndex((field, index) => fields.indexOf(field) !== index);
  const isNamed = fields.includes('name') || fields.includes('id');
  return [
    ...(seen ? [] : [{ field: 'sheet', rule: 'unknown', message: 'a sheet of the file' }]),
    ...(unknown < 0
      ? []
      : [{ field: `columns[${unknown}].column`, rule: 'unknown', message: 'a column of the sheet' }]),
    ...(twice < 0 ? [] : [{ field: `columns[${twice}].field`, rule: 'twice', message: 'each field once' }]),
    ...(isNamed ? [] : [{ field: 'columns', rule: 'required', message: 'a column that names the goods' }]),
  ];
};
