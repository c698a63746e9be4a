import type { ImportRow } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Table } from '@chophien/ui';
import { whyWords } from './import-states.ts';

interface Side {
  key: string;
  who: string;
  name: string | null;
  head: string | null;
  hamlet: string | null;
  phones: readonly string[];
}

/** A row beside the households it may be. */
export const FlaggedRow = ({ row }: { row: ImportRow }) => {
  const sides: Side[] = [
    {
      key: 'dong',
      who: `Dòng ${row.line} trong tệp`,
      name: row.name,
      head: row.head,
      hamlet: row.hamlet,
      phones: row.phones,
    },
    ...row.twins.map((twin, index) => ({
      key: `${index}`,
      who: `${twin.elsewhere ? 'Hộ ở xã khác' : twin.line ? `Dòng ${twin.line} trong tệp` : 'Hộ đã có'} (${whyWords[twin.why].toLowerCase()})`,
      name: twin.elsewhere ? 'Không xem được' : twin.name,
      head: twin.head,
      hamlet: twin.hamlet,
      phones: twin.phones,
    })),
  ];
  const links = new Map(row.twins.map((twin, index) => [`${index}`, twin.producer]));
  return (
    <Table
      caption={`${row.head ?? row.name ?? ''}: ${[...new Set(row.twins.map(({ why }) => whyWords[why].toLowerCase()))].join(', ')}`}
      rows={sides}
      idOf={({ key }) => key}
      stack
      columns={[
        { head: 'Bên nào', cell: ({ who }) => <b>{who}</b> },
        {
          head: 'Tên gian hàng',
          cell: ({ key, name }) =>
            links.get(key) ? <a href={`/ho-gia-dinh/${links.get(key)}`}>{name ?? '–'}</a> : (name ?? '–'),
        },
        { head: 'Chủ hộ', cell: ({ head }) => head ?? '–' },
        { head: 'Thôn', cell: ({ hamlet }) => hamlet ?? '–' },
        { head: 'Điện thoại', cell: ({ phones }) => phones.map(localPhone).join(', ') || '–' },
      ]}
    />
  );
};
