import type {
  ImportDecision,
  ImportField,
  ImportRemark,
  ImportRowState,
  ImportState,
  ProducerKind,
} from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How large a list may be, how long its file is kept, and until when it can be taken back; from which day on. */
@Entity({ schema: 'caseload', name: 'import_limit' })
export class ImportLimit {
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('integer', { name: 'most_rows' }) mostRows: number;
  @Column('integer', { name: 'most_bytes' }) mostBytes: number;
  /** Bytes of everything in it, unpacked. */
  @Column('integer', { name: 'most_unpacked' }) mostUnpacked: number;
  @Column('integer', { name: 'most_entries' }) mostEntries: number;
  /** How many times smaller a large entry may have become by packing. */
  @Column('integer', { name: 'most_ratio' }) mostRatio: number;
  @Column('integer', { name: 'keep_days' }) keepDays: number;
  @Column('integer', { name: 'undo_hours' }) undoHours: number;
  @Column('text') source: string;
}

export interface SheetSeen {
  name: string;
  headLine: number;
  columns: { column: number; head: string; examples: string[]; field: ImportField | null }[];
}

export interface Mapping {
  headLine: number;
  columns: { column: number; field: ImportField }[];
}

/** A commune's list on its way in. */
@Entity({ schema: 'caseload', name: 'import' })
export class Import {
  @PrimaryColumn('uuid') id: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  /** Its members are listed: they join it. */
  @Column('uuid', { nullable: true }) cooperative: string | null;
  @Column('text') state: ImportState;
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

/** A file of an import. Its bytes are sealed in the storage; the key goes first when it is destroyed. */
@Entity({ schema: 'caseload', name: 'import_file' })
export class ImportFile {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') import: string;
  @Column('smallint') part: number;
  @Column('text') hash: string;
  @Column('text', { nullable: true }) key: string | null;
  @Column('integer') size: number;
  /** Which sheet was read, and which of its rows is the head. */
  @Column('text', { nullable: true }) sheet: string | null;
  @Column('integer', { name: 'head_line', nullable: true }) headLine: number | null;
  @Column('timestamptz', { name: 'handed_in_at' }) handedInAt: Date;
  @Column('uuid', { name: 'handed_in_by' }) handedInBy: string;
}

export interface RowTwin {
  producer: string | null;
  line: number | null;
  why: 'phone' | 'citizen' | 'name';
}

/** One row as it was understood. What is personal in it goes when the import ends; the household is where it belongs. */
@Entity({ schema: 'caseload', name: 'import_row' })
export class ImportRowKept {
  @PrimaryColumn('uuid') import: string;
  @PrimaryColumn('smallint') part: number;
  @PrimaryColumn('integer') line: number;
  @Column('text') state: ImportRowState;
  @Column('text', { nullable: true }) decision: ImportDecision | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  /** The household's id, if it becomes one: made once, so that entering again is the same. */
  @Column('uuid') id: string;
  @Column('text') kind: ProducerKind;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) head: string | null;
  @Column('text', { nullable: true }) hamlet: string | null;
  @Column('text', { name: 'hamlet_name', nullable: true }) hamletName: string | null;
  @Column('text', { nullable: true }) former: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) goods: string | null;
  @Column('text', { array: true }) phones: string[];
  @Column('text', { name: 'citizen_index', nullable: true }) citizenIndex: string | null;
  /** HMAC of everything it says: the same row of another file is known by it. */
  @Column('text', { nullable: true }) print: string | null;
  @Column('jsonb') problems: ImportRemark[];
  @Column('jsonb') notes: ImportRemark[];
  @Column('jsonb') twins: RowTwin[];
  /** The household it became, or went into. */
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}
