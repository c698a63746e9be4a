/** One cell as it stood in a file. */
export interface Cell {
  /** As it would be read aloud: NFC not yet applied, numbers in plain digits where that loses nothing. */
  text: string;
  /** It was a number to the program that wrote it: leading zeros are gone. */
  number: boolean;
  /** What is shown was worked out by a formula; it is not believed. */
  formula: boolean;
  /** Part of a merged field: of one column, or of several. */
  merged?: 'down' | 'wide';
}

/** One row; `line` is its number in the file, from 1, and cells left empty are not there. */
export interface Line {
  line: number;
  cells: ReadonlyMap<number, Cell>;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Rows with something in them, in their order. */
  lines: Line[];
}

export interface Workbook {
  format: 'xlsx' | 'csv';
  sheets: Sheet[];
  /** Codes of what is to be known of the file: `windows-1258`. */
  notes: string[];
  /** Its days are counted from 1904 (old Macs) and not from 1900. */
  from1904: boolean;
}

/** Why a file as a whole is refused: a code the site has a sentence for, and what it names. */
export class FileRefused extends Error {
  readonly code: string;
  readonly about: string | null;

  constructor(code: string, about: string | number | null = null) {
    super(code);
    this.name = 'FileRefused';
    this.code = code;
    this.about = about === null ? null : String(about);
  }
}

/** The dated limits a file is held to. */
export interface FileLimits {
  mostRows: number;
  mostBytes: number;
  mostUnpacked: number;
  mostEntries: number;
  mostRatio: number;
}

/** Columns beyond are not read: the longest list we know has thirty. */
export const mostColumns = 60;

/** `0` → `A`, `27` → `AB`. */
export const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
