import { type AnswerOf, listWatchedParcels } from '@chophien/contracts';
import { formatCelsius } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Badge, type Column, Crumbs, Empty, Page, Table, when } from '@chophien/ui';
import type { Route } from './+types/parcels';
import { parcelWord, storageWord } from './parcel-words.ts';

type Watched = AnswerOf<typeof listWatchedParcels>['items'][number];

export const loader = async ({ context }: Route.LoaderArgs) => ({
  ...(await context.get(visitor).read(listWatchedParcels)),
  at: new Date().toISOString(),
});

const columns: Column<Watched>[] = [
  {
    head: 'Mã kiện',
    cell: ({ code }) => (
      <a className="inline-block py-1" href={`/kien-hang/${code}`}>
        {code}
      </a>
    ),
  },
  { head: 'Người bán', cell: ({ producer }) => producer },
  { head: 'Cách giữ', cell: ({ storage }) => storageWord(storage) },
  {
    head: 'Tình trạng',
    cell: ({ state, held }) => (held ? <Badge tone="bad">Đang bị giữ</Badge> : parcelWord(state)),
  },
  {
    head: 'Số đo cuối',
    number: true,
    cell: ({ lastCelsius }) => (lastCelsius === null ? 'Chưa có' : formatCelsius(lastCelsius)),
  },
  { head: 'Đo lúc', cell: ({ lastReadingAt }) => (lastReadingAt ? when(lastReadingAt) : '–') },
  { head: 'Lên đường', cell: ({ dispatchedAt }) => (dispatchedAt ? when(dispatchedAt) : '–') },
];

export default function Parcels({ loaderData: { items, at } }: Route.ComponentProps) {
  const held = items.filter((parcel) => parcel.held).length;
  return (
    <Page title="Kiện hàng trên đường" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Kiện hàng trên đường</h1>
      <p>
        Kiện có nhiệt kế của người bán thuộc địa bàn của bạn. {held > 0 && <b>{held} kiện cần xem hàng, xếp trước.</b>}
      </p>
      {items.length === 0 ? (
        <Empty title="Không có kiện nào trên đường">Kiện lên đường cùng nhiệt kế sẽ hiện ở đây.</Empty>
      ) : (
        <section className="panel">
          <Table
            caption={`${items.length} kiện, số liệu lúc ${when(at)}`}
            columns={columns}
            rows={items}
            idOf={({ id }) => id}
            stack
          />
        </section>
      )}
    </Page>
  );
}
