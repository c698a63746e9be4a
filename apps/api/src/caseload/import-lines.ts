import type { ImportField } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import type { Mapping } from './import.entity.ts';
import { type ListPlace, type ReadRow, readRow, type Where } from './import-row.rules.ts';
import { type Cell, columnName, type Sheet } from '../platform/spreadsheet/table.ts';

/** The column of a file to be corrected that says which row of which file it was: `1-12`. */
export const rowMark = 'Mã dòng';
export const faultHead = 'Lỗi';

export interface ReadLine extends ReadRow {
  line: number;
  /** The row it corrects. */
  corrects: { part: number; line: number } | undefined;
}

/** Every row below the head, as it is understood. */
export const readLines = (sheet: Sheet, { headLine, columns }: Mapping, place: ListPlace): ReadLine[] => {
  const head = sheet.lines.find(({ line }) => line === headLine)?.cells ?? new Map<number, Cell>();
  const where = new Map(
    columns.map(({ column, field }): [ImportField, Where] => [
      field,
      { head: head.get(column)?.text.replace(/\s+/g, ' ').trim() ?? columnName(column), letter: columnName(column) },
    ]),
  );
  const mark = [...head].find(([, { text }]) => fold(text) === fold(rowMark))?.[0];
  return sheet.lines
    .filter(({ line }) => line > headLine)
    .map(({ line, cells }) => {
      const taken = new Map<ImportField, Cell>();
      for (const { column, field } of columns) {
        const cell = cells.get(column);
        if (cell) taken.set(field, cell);
      }
      const [, part, of] =
        /^'?(\d{1,3})-(\d{1,6})$/.exec(mark === undefined ? '' : (cells.get(mark)?.text.trim() ?? '')) ?? [];
      const corrects = part && of ? { part: Number(part), line: Number(of) } : undefined;
      return { line, corrects, ...readRow(line, taken, where, place) };
    });
};

/** Nothing of a household stands in it: an empty row, one with only a number in front, or a sum at the end. */
export const isEmptyRow = ({ values, problems }: ReadRow): boolean => {
  const said = fold(values.head ?? values.name ?? '');
  if (/^(tong|tong cong|tong so|cong|nguoi lap|lap bieu|ngay \d)/.test(said.replace(/^ho /, ''))) return true;
  const { name, head, phones, citizen, hamlet, address, goods } = values;
  const bare = !name && !head && phones.length === 0 && !citizen && !hamlet && !address && !goods;
  return bare && problems.every(({ code }) => code === 'name-missing');
};
