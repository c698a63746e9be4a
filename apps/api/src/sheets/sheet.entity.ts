import type { GoodsChange, GoodsField, GoodsRowState, GoodsSheetState, ImportRemark } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Goods, Said } from './goods.ts';

/** How large a sheet may be, and how long what is not done with is kept; from which day on. */
@Entity({ schema: 'sheets', name: 'sheet_limit' })
export class SheetLimit {
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('integer', { name: 'most_rows' }) mostRows: number;
  @Column('integer', { name: 'most_bytes' }) mostBytes: number;
  /** Bytes of everything in it, unpacked. */
  @Column('integer', { name: 'most_unpacked' }) mostUnpacked: number;
  @Column('integer', { name: 'most_entries' }) mostEntries: number;
  /** How many times smaller a large entry may have become by packing. */
  @Column('integer', { name: 'most_ratio' }) mostRatio: number;
  @Column('integer', { name: 'keep_days' }) keepDays: number;
  @Column('text') source: string;
}

export interface SheetSeen {
  name: string;
  headLine: number;
  columns: { column: number; head: string; examples: string[]; field: GoodsField | null }[];
}

export interface Mapping {
  headLine: number;
  columns: { column: number; field: GoodsField }[];
}

/** A producer's sheet on its way in. */
@Entity({ schema: 'sheets', name: 'sheet' })
export class GoodsSheet {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('text', { name: 'producer_name' }) producerName: string;
  @Column('text') state: GoodsSheetState;
  /** The file that is at work: 1, or a later one that corrects it. */
  @Column('smallint') part: number;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text') format: 'xlsx' | 'csv';
  @Column('jsonb', { nullable: true }) reason: ImportRemark | null;
  @Column('jsonb') notes: ImportRemark[];
  @Column('jsonb') sheets: SheetSeen[];
  @Column('text', { nullable: true }) sheet: string | null;
  @Column('jsonb', { nullable: true }) mapping: Mapping | null;
  @Column('integer', { name: 'rows_total' }) rowsTotal: number;
  @Column('integer', { name: 'rows_done' }) rowsDone: number;
  /** Somebody works on it until then, by the database's clock. */
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** Who last said that it shall be entered, or taken back; it is done in her name. */
  @Column('uuid', { name: 'entered_by', nullable: true }) enteredBy: string | null;
  @Column('timestamptz', { name: 'entered_at', nullable: true }) enteredAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

/** A file of a sheet. Its bytes are sealed in the storage, and gone once they are read. */
@Entity({ schema: 'sheets', name: 'sheet_file' })
export class GoodsSheetFile {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sheet: string;
  @Column('smallint') part: number;
  @Column('text') hash: string;
  @Column('text', { nullable: true }) key: string | null;
  @Column('integer') size: number;
  @Column('timestamptz', { name: 'handed_in_at' }) handedInAt: Date;
  @Column('uuid', { name: 'handed_in_by' }) handedInBy: string;
}

/** One row as it was understood, and what became of it. */
@Entity({ schema: 'sheets', name: 'sheet_row' })
export class GoodsRowKept {
  @PrimaryColumn('uuid') sheet: string;
  @PrimaryColumn('smallint') part: number;
  @PrimaryColumn('integer') line: number;
  @Column('text') state: GoodsRowState;
  /** The listing's id, if it becomes one, or that of its count: made once, so that entering again is the same. */
  @Column('uuid') id: string;
  @Column('uuid', { nullable: true }) listing: string | null;
  @Column('text', { nullable: true }) name: string | null;
  /** The whole product, of a row that is new. */
  @Column('jsonb', { nullable: true }) goods: Goods | null;
  @Column('jsonb') edits: Said;
  @Column('uuid', { array: true }) pictures: string[];
  @Column('text', { name: 'picture_names', array: true }) pictureNames: string[];
  /** What tells it from other new products of its producer. */
  @Column('text', { nullable: true }) print: string | null;
  /** As it stood in the file, for a file to mend: head and text; empty once nothing is to be mended. */
  @Column('jsonb') cells: [head: string, text: string][];
  @Column('jsonb') problems: ImportRemark[];
  @Column('jsonb') notes: ImportRemark[];
  @Column('jsonb') changes: GoodsChange[];
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}

export const sheetColumns = `id, producer, producer_name as "producerName", state, part, file_name as "fileName", format, reason,
  notes, sheets, sheet, mapping, rows_total as "rowsTotal", rows_done as "rowsDone", lease_until as "leaseUntil",
  created_by as "createdBy", created_at as "createdAt", entered_by as "enteredBy", entered_at as "enteredAt",
  ended_at as "endedAt"`;
export const rowColumns = `sheet, part, line, state, id, listing, name, goods, edits, pictures, picture_names as "pictureNames",
  print, cells, problems, notes, changes, settled_at as "settledAt"`;
