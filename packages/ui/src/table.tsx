import type { ReactNode } from 'react';

export interface Column<Row> {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, in even digits. */
  number?: boolean;
}

interface Props<Row> {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** What tells rows apart. */
  idOf: (row: Row) => string;
}

/** A table with a caption and heads that repeat on paper; it scrolls sideways by itself on a narrow screen. */
export const Table = <Row,>({ caption, columns, rows, idOf }: Props<Row>) => (
  <div className="scroll">
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col" className={column.number ? 'number' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            {columns.map((column, index) => (
              <td key={index} className={column.number ? 'number' : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
