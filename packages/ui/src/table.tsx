import type { ReactNode } from 'react';

export interface Column<Row> {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, in even digits. */
  number?: boolean;
  /** The head in words: said beside each cell where rows are stacked, for a head that is a link. */
  label?: string;
  /** The rows are in this column's order. */
  sort?: 'ascending' | 'descending' | undefined;
}

interface Props<Row> {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** What tells rows apart. */
  idOf: (row: Row) => string;
  /** On a narrow screen each row becomes a small list of its own, instead of a table that scrolls sideways. */
  stack?: boolean;
}

const labelOf = <Row,>({ label, head }: Column<Row>): string | undefined =>
  label ?? (typeof head === 'string' ? head : undefined);

/** A table with a caption and heads that repeat on paper; it scrolls sideways by itself on a narrow screen. */
export const Table = <Row,>({ caption, columns, rows, idOf, stack }: Props<Row>) => (
  <div className="scroll">
    <table className={stack ? 'table stack' : 'table'}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col" aria-sort={column.sort} className={column.number ? 'number' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            {columns.map((column, index) => (
              <td
                key={index}
                data-head={stack ? labelOf(column) : undefined}
                className={column.number ? 'number' : undefined}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
