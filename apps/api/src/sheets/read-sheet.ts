import type { ImportRemark } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { readFile } from '../platform/spreadsheet/read.ts';
import { FileRefused, type Sheet, type Workbook } from '../platform/spreadsheet/table.ts';
import { goodsColumns, isGoodsHead, needsGoodsMapping } from './goods-head.rules.ts';
import type { GoodsSheet, SheetSeen } from './sheet.entity.ts';
import { SheetFiles } from './sheet-files.ts';
import { hold, LeaseLost } from './sheet-lease.ts';

/** Opens a sheet: where the goods are, what its columns are. What is not understood waits for somebody to say. */
@Injectable()
export class ReadSheet {
  constructor(
    private readonly db: DataSource,
    private readonly files: SheetFiles,
  ) {}

  /** The rows of the file at work; undefined when it had to be refused, and says why. */
  async workbook(one: GoodsSheet): Promise<Workbook | undefined> {
    try {
      const bytes = await this.files.open(one.id, one.part);
      if (!bytes) throw new FileRefused('gone');
      return await readFile(bytes, await this.files.limits());
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (!(error instanceof FileRefused)) log.warn({ err: error, sheet: one.id }, 'a sheet could not be read');
      const { code, about } = error instanceof FileRefused ? error : new FileRefused('unreadable');
      await this.refuse(one, { column: null, cell: null, code, about });
      return undefined;
    }
  }

  /** From `reading` to `checking`, or to `mapping`. */
  async run(one: GoodsSheet): Promise<void> {
    const book = await this.workbook(one);
    if (!book) return;
    const visible = book.sheets.filter(({ hidden, lines, name }) => !hidden && lines.length > 0 && !isAside(name));
    const seen = visible.slice(0, 12).map(seenOf);
    if (seen.every(({ rows }) => rows === 0)) return this.refuse(one, note('no-goods'));
    const known = seen.filter(({ columns, rows }) => rows > 0 && isGoodsHead(columns));
    const chosen = known.length === 1 ? known[0] : undefined;
    const notes: ImportRemark[] = [
      ...book.notes.map((code) => note(code)),
      ...book.sheets.filter(({ hidden }) => hidden).map(({ name }) => note('hidden-sheet', name)),
      ...(chosen ? seen.filter((sheet) => sheet !== chosen).map(({ name }) => note('other-sheet', name)) : []),
    ].slice(0, 20);
    const clear = chosen !== undefined && !needsGoodsMapping(chosen.columns);
    const sheets: SheetSeen[] = seen.map(({ name, headLine, columns }) => ({
      name,
      headLine,
      columns: columns
        .filter(({ aside }) => !aside)
        .map(({ column, head, field, examples }) => ({ column, head, field, examples })),
    }));
    const mapping = chosen && {
      headLine: chosen.headLine,
      columns: chosen.columns.flatMap(({ column, field }) => (field ? [{ column, field }] : [])),
    };
    await inTx(this.db, async (tx) => {
      await hold(tx, one);
      await tx.query(
        `update sheets.sheet set state = $2, notes = $3, sheets = $4, sheet = $5, mapping = $6, rows_total = $7,
           rows_done = 0, lease_until = null where id = $1`,
        [
          one.id,
          clear ? 'checking' : 'mapping',
          JSON.stringify(notes),
          JSON.stringify(sheets),
          (chosen ?? known[0] ?? seen[0])?.name ?? null,
          clear ? JSON.stringify(mapping) : null,
          Math.max(...seen.map(({ rows }) => rows)),
        ],
      );
    });
  }

  /** The first file of a sheet is refused with it; a later one is dropped, and the sheet stands as it was. */
  async refuse(one: GoodsSheet, reason: ImportRemark): Promise<void> {
    await inTx(this.db, async (tx) => {
      await hold(tx, one);
      await tx.query(
        `update sheets.sheet set state = case when part = 1 then 'refused' else 'checked' end, reason = $2,
           lease_until = null, rows_done = 0, rows_total = 0 where id = $1`,
        [one.id, JSON.stringify(reason)],
      );
    });
    await this.files.forget(one.id);
  }
}

/** Sheets of our own template that hold no goods. */
export const asideSheets = { examples: 'Ví dụ', words: 'Giá trị cho phép' } as const;
const isAside = (name: string): boolean => Object.values(asideSheets).some((aside) => fold(aside) === fold(name));

const note = (code: string, about: string | null = null): ImportRemark => ({ column: null, cell: null, code, about });

/** A sheet as somebody who must say what its columns are needs to see it. */
const seenOf = ({ name, lines }: Sheet) => {
  const top = lines.slice(0, 20);
  const fullest = top.toSorted((a, b) => b.cells.size - a.cells.size || a.line - b.line)[0];
  const head = top.find(({ cells }) => isGoodsHead(goodsColumns(cells))) ?? fullest;
  const below = lines.filter(({ line }) => line > (head?.line ?? 0));
  const columns = goodsColumns(head?.cells ?? new Map()).map((column) => ({
    ...column,
    examples: below
      .slice(0, 200)
      .flatMap(({ cells }) => cells.get(column.column)?.text.trim() || [])
      .slice(0, 3)
      .map((text) => text.slice(0, 40)),
  }));
  return { name: name.slice(0, 120), headLine: head?.line ?? 0, columns, rows: below.length };
};
