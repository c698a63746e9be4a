import {
  goodsRowStates,
  type GoodsRow,
  type GoodsSheetView,
  type listGoodsRows,
  Problem,
  producersOf,
  type QueryOf,
  type ResultOf,
  type listGoodsSheets,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Stock } from '../stock/index.ts';
import { Seller } from './seller.ts';
import { type GoodsRowKept, type GoodsSheet, rowColumns, sheetColumns } from './sheet.entity.ts';

const pageSize = 30;
type Counts = z.input<typeof GoodsSheetView>['counts'];
type RowView = z.input<typeof GoodsRow>;

/** Sheets of the producers in whose name somebody sells; anybody else's are not found. */
@Injectable()
export class SheetQueries {
  constructor(
    private readonly db: DataSource,
    private readonly stock: Stock,
    private readonly seller: Seller,
  ) {}

  /** @throws Problem sheets.not-found */
  async one(actor: Actor, id: string, db: DataSource | Tx = this.db): Promise<GoodsSheet> {
    const [found] = await rows<GoodsSheet>(
      db,
      `select ${sheetColumns} from sheets.sheet where id = $1 and producer = any($2::uuid[])`,
      [id, producersOf(actor, 'listing.publish')],
    );
    if (!found) throw new Problem('sheets.not-found');
    return found;
  }

  async view(actor: Actor, id: string): Promise<z.input<typeof GoodsSheetView>> {
    const one = await this.one(actor, id);
    const [counted, names, undoable] = await Promise.all([
      rows<Counted>(this.db, `${countsSql} where sheet = $1 group by 1, 2`, [id]),
      this.seller.names([one.createdBy]),
      this.undoable(one),
    ]);
    const counts = countsOf(counted);
    return {
      id,
      state: one.state,
      producer: { id: one.producer, name: one.producerName },
      fileName: one.fileName,
      format: one.format,
      part: one.part,
      reason: one.reason,
      notes: one.notes,
      rowsTotal: one.rowsTotal,
      rowsDone: one.rowsDone,
      counts,
      ready: counts.new + counts.photo + counts.change,
      undoable,
      sheets: one.sheets.map(({ name, columns }) => ({ name, columns })),
      sheet: one.sheet,
      createdBy: names.get(one.createdBy) ?? null,
      createdAt: one.createdAt.toISOString(),
      enteredAt: one.enteredAt?.toISOString() ?? null,
      endedAt: one.endedAt?.toISOString() ?? null,
      again: false,
    };
  }

  async list(actor: Actor, { page }: QueryOf<typeof listGoodsSheets>): Promise<ResultOf<typeof listGoodsSheets>> {
    const mine = [producersOf(actor, 'listing.publish')];
    const where = 'from sheets.sheet where producer = any($1::uuid[])';
    const [counted] = await rows<{ total: number }>(this.db, `select count(*)::int as total ${where}`, mine);
    const found = await rows<GoodsSheet>(
      this.db,
      `select ${sheetColumns} ${where} order by created_at desc, id limit ${pageSize} offset $2`,
      [...mine, (page - 1) * pageSize],
    );
    const ids = found.map(({ id }) => id);
    const counts = await rows<Counted>(this.db, `${countsSql} where sheet = any($1::uuid[]) group by 1, 2`, [ids]);
    const names = await this.seller.names(found.map(({ createdBy }) => createdBy));
    return {
      items: found.map((one) => ({
        id: one.id,
        state: one.state,
        producer: { id: one.producer, name: one.producerName },
        fileName: one.fileName,
        rowsTotal: one.rowsTotal,
        counts: countsOf(counts.filter(({ sheet }) => sheet === one.id)),
        createdBy: names.get(one.createdBy) ?? null,
        createdAt: one.createdAt.toISOString(),
      })),
      ...pagesOf(counted?.total ?? 0, page),
    };
  }

  async rows(
    actor: Actor,
    id: string,
    { state, page }: QueryOf<typeof listGoodsRows>,
  ): Promise<ResultOf<typeof listGoodsRows>> {
    await this.one(actor, id);
    const where = `from sheets.sheet_row where sheet = $1 and ($2::text is null or state = $2)`;
    const [counted] = await rows<{ total: number }>(this.db, `select count(*)::int as total ${where}`, [
      id,
      state ?? null,
    ]);
    const found = await rows<GoodsRowKept>(
      this.db,
      `select ${rowColumns} ${where} order by part, line limit ${pageSize} offset $3`,
      [id, state ?? null, (page - 1) * pageSize],
    );
    return { items: found.map(rowView), ...pagesOf(counted?.total ?? 0, page) };
  }

  /** @throws Problem sheets.not-found */
  async row(actor: Actor, id: string, mark: string, db: DataSource | Tx = this.db): Promise<GoodsRowKept> {
    await this.one(actor, id, db);
    const [part, line] = mark.split('-').map(Number);
    const [found] = await rows<GoodsRowKept>(
      db,
      `select ${rowColumns} from sheets.sheet_row where sheet = $1 and part = $2 and line = $3`,
      [id, part, line],
    );
    if (!found) throw new Problem('sheets.not-found');
    return found;
  }

  /** How many of the listings a sheet made can be taken back, and of its rows that wait. */
  private async undoable({ id, state, enteredAt }: GoodsSheet): Promise<number> {
    if (!enteredAt || (state !== 'checked' && state !== 'done')) return 0;
    const made = await rows<{ listing: string | null }>(
      this.db,
      `select listing from sheets.sheet_row where sheet = $1 and state in ('listed', 'waiting')`,
      [id],
    );
    const listings = made.flatMap(({ listing }) => listing ?? []);
    const taken = await this.stock.everTaken(listings);
    return made.length - listings.filter((listing) => taken.has(listing)).length;
  }
}

export const rowView = (row: GoodsRowKept): RowView => ({
  id: `${row.part}-${row.line}`,
  part: row.part,
  line: row.line,
  state: row.state,
  name: row.name,
  price: row.goods?.price ?? null,
  unit: row.goods?.unit ?? null,
  problems: row.problems,
  notes: row.notes,
  changes: row.changes,
  listing: row.listing,
  pictureNames: row.pictureNames,
});

interface Counted {
  sheet: string;
  state: string;
  rows: number;
}

const countsSql = 'select sheet, state, count(*)::int as rows from sheets.sheet_row';
const countsOf = (counted: readonly Counted[]): Counts =>
  Object.fromEntries(
    goodsRowStates.map((state) => [state, counted.find((one) => one.state === state)?.rows ?? 0]),
  ) as Counts;
const pagesOf = (total: number, page: number) => ({ total, page, pages: Math.max(1, Math.ceil(total / pageSize)) });
