import { createHash } from 'node:crypto';
import { areaOf, Problem } from '@chophien/contracts';
import { dayBounds } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { cellText } from '../platform/spreadsheet/cell.rules.ts';
import { readFile } from '../platform/spreadsheet/read.ts';
import { FileRefused, type Workbook } from '../platform/spreadsheet/table.ts';
import { Clock } from '../platform/time.ts';
import { Statement, StatementLine } from './cash.entity.ts';
import { RemitCash } from './remit-cash.ts';
import {
  amountOf,
  type Columns,
  columnsOf,
  compare,
  kindOf,
  type OurMove,
  type Provider,
  type TheirLine,
} from './statement.rules.ts';
import { expectedMoves, knownMoves } from './statement.sql.ts';

interface Given {
  id: string;
  provider: Provider;
  day: string;
  fileName: string;
  bytes: Buffer;
}

const limits = {
  mostRows: 50_000,
  mostBytes: 12 * 1_048_576,
  mostUnpacked: 100 * 1_048_576,
  mostEntries: 200,
  mostRatio: 200,
};

/**
 * Takes the statement of somebody who holds money for us, and lists where it and our books differ. A carrier's also says that
 * it handed cash over. The same file again is the same statement.
 */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly db: DataSource,
    private readonly remit: RemitCash,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, given: Given): Promise<string> {
    const [province] = areaOf(actor, 'payment.handle').provinces;
    if (!province) throw new Problem('platform.not-allowed');
    if (await this.isThere(given.id, province)) return given.id;
    const lines = await linesOf(given);
    const hash = createHash('sha256').update(given.bytes).digest('hex');
    return inTx(this.db, async (tx) => {
      const kept = await this.keep(tx, actor, { ...given, province, hash });
      if (!kept.fresh) return kept.id;
      const moves = await this.movesOf(tx, { ...given, province, lines });
      const compared = compare(lines, moves.known, moves.expected);
      await insertLines(tx, given.id, compared);
      if (given.provider === 'carrier') await this.remit.run(tx, actor, { statement: given.id, province, compared });
      return given.id;
    });
  }

  /** The same id again is the same statement; somebody else's is not found. */
  private async isThere(id: string, province: string): Promise<boolean> {
    const [known] = await rows<{ province: string }>(this.db, 'select province from payments.statement where id = $1', [
      id,
    ]);
    if (known && known.province !== province) throw new Problem('payments.not-found');
    return known !== undefined;
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    { id, provider, province, day, fileName, hash }: Given & { province: string; hash: string },
  ): Promise<{ id: string; fresh: boolean }> {
    const [known] = await rows<{ id: string }>(
      tx,
      'select id from payments.statement where province = $1 and provider = $2 and hash = $3',
      [province, provider, hash],
    );
    if (known) return { id: known.id, fresh: false };
    const at = this.clock.now();
    await tx.insert(Statement, { id, provider, province, day, fileName, hash, importedBy: actor.id as string, at });
    return { id, fresh: true };
  }

  private async movesOf(
    tx: Tx,
    { provider, province, day, lines }: Given & { province: string; lines: TheirLine[] },
  ): Promise<{ known: OurMove[]; expected: OurMove[] }> {
    const { from, to } = dayBounds(day);
    const references = lines.map(({ reference }) => reference);
    return {
      known: await rows<OurMove>(tx, knownMoves, [provider, province, references]),
      // When a carrier hands cash over is told by its date of promise, not by one day's statement.
      expected: provider === 'carrier' ? [] : await rows<OurMove>(tx, expectedMoves, [provider, province, from, to]),
    };
  }
}

const insertLines = async (tx: Tx, statement: string, compared: ReturnType<typeof compare>): Promise<void> => {
  const all = compared.map((line, position) => ({ ...line, statement, position }));
  for (let from = 0; from < all.length; from += 1_000) await tx.insert(StatementLine, all.slice(from, from + 1_000));
};

/** The lines of a file, whatever stands above their heads. @throws Problem that names the row which cannot be read */
const linesOf = async ({ bytes, provider }: Given): Promise<TheirLine[]> => {
  const book = await opened(bytes);
  const text = (cells: Workbook['sheets'][number]['lines'][number]['cells']) =>
    new Map([...cells].map(([column, cell]) => [column, cellText(cell, { most: 300 }).text ?? '']));
  for (const sheet of book.sheets) {
    const read = sheet.lines.map(({ line, cells }) => ({ line, cells: text(cells) }));
    const at = read.findIndex(({ cells }) => columnsOf(cells));
    const columns = at < 0 ? undefined : columnsOf(read[at]?.cells ?? new Map());
    if (columns) return read.slice(at + 1).flatMap((row) => lineOf(provider, columns, row));
  }
  throw new Problem('payments.statement-unreadable', { reason: 'no-columns' });
};

const lineOf = (
  provider: Provider,
  columns: Columns,
  { line, cells }: { line: number; cells: Map<number, string> },
): TheirLine[] => {
  const reference = (cells.get(columns.reference) ?? '').toUpperCase();
  const written = cells.get(columns.amount) ?? '';
  if (reference === '') return []; // a sum below the lines
  const amount = amountOf(written);
  if (amount === undefined) throw new Problem('payments.statement-unreadable', { reason: 'amount', row: line });
  const said = columns.kind === undefined ? '' : (cells.get(columns.kind) ?? '');
  return [{ reference, kind: kindOf(provider, said, written), amount }];
};

const opened = async (bytes: Buffer): Promise<Workbook> => {
  try {
    return await readFile(bytes, limits);
  } catch (error) {
    if (error instanceof FileRefused) throw new Problem('payments.statement-unreadable', { reason: error.code });
    throw error;
  }
};
