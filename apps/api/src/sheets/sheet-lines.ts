import type { GoodsField } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { markedRow, rowMark, faultHead } from '../platform/spreadsheet/retry.rules.ts';
import { type Cell, columnName, type Sheet } from '../platform/spreadsheet/table.ts';
import { type ReadGoods, readGoodsRow, type RowContext, type Where } from './goods-row.rules.ts';
import type { Mapping } from './sheet.entity.ts';

export interface ReadLine extends ReadGoods {
  line: number;
  where: ReadonlyMap<GoodsField, Where>;
  /** The row it corrects. */
  corrects: { part: number; line: number } | undefined;
  /** As it stands in the file: head and text. */
  cells: [head: string, text: string][];
}

type Beside = Omit<RowContext, 'where'>;

/** Every row below the head with goods in it, as it is understood. */
export const readLines = (sheet: Sheet, { headLine, columns }: Mapping, known: Beside): ReadLine[] => {
  const head = sheet.lines.find(({ line }) => line === headLine)?.cells ?? new Map<number, Cell>();
  const headOf = (column: number): string =>
    head.get(column)?.text.replace(/\s+/g, ' ').trim().slice(0, 120) || columnName(column);
  const where = new Map(
    columns.map(({ column, field }): [GoodsField, Where] => [
      field,
      { head: headOf(column), letter: columnName(column) },
    ]),
  );
  const mark = [...head].find(([, { text }]) => fold(text) === fold(rowMark))?.[0];
  const ours = new Set([rowMark, faultHead].map(fold));
  return sheet.lines
    .filter(({ line }) => line > headLine)
    .map(({ line, cells }) => {
      const taken = new Map<GoodsField, Cell>();
      for (const { column, field } of columns) {
        const cell = cells.get(column);
        if (cell) taken.set(field, cell);
      }
      return {
        line,
        where,
        corrects: mark === undefined ? undefined : markedRow(cells.get(mark)?.text ?? ''),
        cells: [...cells]
          .toSorted(([a], [b]) => a - b)
          .map(([column, { text }]): [string, string] => [headOf(column), text.trim().slice(0, 2_000)])
          .filter(([name]) => !ours.has(fold(name))),
        ...readGoodsRow(line, taken, { ...known, where }),
      };
    })
    .filter((line) => !isEmpty(line));
};

/** Nothing is offered in it: an empty row, or a sum at the end. */
const isEmpty = ({ id, said, problems }: ReadLine): boolean => {
  if (/^(tong|cong|tong cong|nguoi lap|ngay \d)\b/.test(fold(said.name ?? '')) && said.unit === undefined) return true;
  return id === null && Object.keys(said).length === 0 && problems.length === 0;
};
