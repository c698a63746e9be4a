import type { ImportRemark } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { readFile } from '../platform/spreadsheet/read.ts';
import { ImportFiles } from './import-files.ts';
import { columnsOf, isHead, needsMapping } from './import-head.rules.ts';
import { hold, LeaseLost } from './import-lease.ts';
import type { Import, SheetSeen } from './import.entity.ts';
import { FileRefused, type Sheet, type Workbook } from '../platform/spreadsheet/table.ts';

/** Opens a list: which sheet it is on, what its columns are. What is not understood waits for somebody to say. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly db: DataSource,
    private readonly files: ImportFiles,
  ) {}

  /** The rows of the file at work; undefined when it had to be refused, and says why. */
  async workbook(one: Import): Promise<Workbook | undefined> {
    try {
      const bytes = await this.files.open(one.id, one.part);
      if (!bytes) throw new FileRefused('gone');
      return await readFile(bytes, await this.files.limits());
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (!(error instanceof FileRefused)) log.warn({ err: error, import: one.id }, 'a list could not be read');
      const { code, about } = error instanceof FileRefused ? error : new FileRefused('unreadable');
      await this.refuse(one, { column: null, cell: null, code, about });
      return undefined;
    }
  }

  /** From `reading` to `checking`, or to `mapping`. */
  async run(one: Import): Promise<void> {
    const book = await this.workbook(one);
    if (!book) return;
    const visible = book.sheets.filter(({ hidden, lines }) => !hidden && lines.length > 0);
    if (visible.length === 0) return this.refuse(one, { column: null, cell: null, code: 'no-rows', about: null });
    const seen = visible.slice(0, 12).map(seenOf);
    const known = seen.filter(({ columns }) => isHead(columns));
    const chosen = known.length === 1 ? known[0] : undefined;
    const notes: ImportRemark[] = [
      ...book.notes.map((code) => note(code)),
      ...book.sheets.filter(({ hidden }) => hidden).map(({ name }) => note('hidden-sheet', name)),
      ...(chosen ? seen.filter((sheet) => sheet !== chosen).map(({ name }) => note('other-sheet', name)) : []),
    ].slice(0, 20);
    const clear = chosen !== undefined && !needsMapping(chosen.columns);
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
        `update caseload.import set state = $2, notes = $3, sheets = $4, sheet = $5, mapping = $6, rows_total = $7,
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

  /** The first file of an import is refused with it; a later one is dropped, and the import stands as it was. */
  async refuse(one: Import, reason: ImportRemark): Promise<void> {
    await inTx(this.db, async (tx) => {
      await hold(tx, one);
      await tx.query(
        `update caseload.import set state = case when part = 1 then 'refused' else 'checked' end, reason = $2,
           lease_until = null, rows_done = 0, rows_total = 0 where id = $1`,
        [one.id, JSON.stringify(reason)],
      );
      if (one.part === 1) await this.files.destroy(tx, one.id);
    });
    await this.files.sweep(one.id);
  }
}

const note = (code: string, about: string | null = null): ImportRemark => ({ column: null, cell: null, code, about });

/** A sheet as somebody who must say what its columns are needs to see it. */
const seenOf = ({ name, lines }: Sheet) => {
  const top = lines.slice(0, 20);
  const fullest = top.toSorted((a, b) => b.cells.size - a.cells.size || a.line - b.line)[0];
  const head = top.find(({ cells }) => isHead(columnsOf(cells))) ?? fullest;
  const below = lines.filter(({ line }) => line > (head?.line ?? 0));
  const columns = columnsOf(head?.cells ?? new Map()).map((column) => ({
    ...column,
    examples: below
      .slice(0, 200)
      .flatMap(({ cells }) => cells.get(column.column)?.text.trim() || [])
      .slice(0, 3)
      .map(masked),
  }));
  return { name: name.slice(0, 120), headLine: head?.line ?? 0, columns, rows: below.length };
};

/** Enough to know a column by: long numbers lose their end. */
const masked = (text: string): string =>
  text.slice(0, 40).replace(/\d{6,}/g, (digits) => digits.slice(0, 3) + '•'.repeat(digits.length - 3));
