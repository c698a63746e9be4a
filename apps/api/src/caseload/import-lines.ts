import type { ImportField } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import type { Mapping } from './import.entity.ts';
import { type ListPlace, type ReadRow, readRow, type Where } from './import-row.rules.ts';
import { markedRow, rowMark } from '../platform/spreadsheet/retry.rules.ts';
import { type Cell, columnName, type Sheet } from '../platform/spreadsheet/table.ts';

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
      const corrects = mark === undefined ? undefined : markedRow(cells.get(mark)?.text ?? '');
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
