import { listParcels, type ProducerParcel } from '@chophien/contracts';
import { formatQuantity, vietnamDay, formatDay } from '@chophien/kernel';
import { type Visitor, visitor } from '@chophien/site';
import { Crumbs, Empty, Page, storage } from '@chophien/ui';
import type { Route } from './+types/packing-list';

/** So many pages of twenty are printed at most. */
const mostPages = 10;

const toPack = async ({ read }: Visitor): Promise<ProducerParcel[]> => {
  const found: ProducerParcel[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const { items, pages } = await read(listParcels, { query: { show: 'todo', page } });
    found.push(...items);
    if (page >= pages) break;
  }
  return found.filter(({ state }) => state === 'waiting' || state === 'confirmed');
};

export async function loader({ context }: Route.LoaderArgs) {
  return { parcels: await toPack(context.get(visitor)), today: vietnamDay(new Date()) };
}

/** How much of each thing is to be fetched for all of them together. */
const together = (parcels: readonly ProducerParcel[]) => {
  const sums = new Map<string, { name: string; unit: string; quantity: number }>();
  for (const { offer, name, unit, quantity } of parcels.flatMap(({ lines }) => lines)) {
    const sum = sums.get(offer) ?? { name, unit, quantity: 0 };
    sums.set(offer, { ...sum, quantity: sum.quantity + quantity });
  }
  return [...sums].map(([offer, sum]) => ({ offer, ...sum }));
};

/** Everything that is to be packed, on paper: first what to fetch from the field, then box by box. */
export default function PackingList({ loaderData: { parcels, today } }: Route.ComponentProps) {
  return (
    <Page title="Phiếu đóng gói" narrow hidden>
      <Crumbs links={[{ href: '/ban-hang/don-hang', word: 'Đơn hàng' }]} />
      <h1>Phiếu đóng gói, {formatDay(today)}</h1>
      {parcels.length === 0 ? (
        <Empty title="Không có kiện nào cần đóng gói" />
      ) : (
        <>
          <p className="field-hint no-print">In bằng lệnh In của trình duyệt.</p>
          <section className="panel grid gap-2">
            <h2>Cần lấy tất cả</h2>
            <ul className="grid gap-1">
              {together(parcels).map(({ offer, name, quantity, unit }) => (
                <li key={offer}>
                  ☐ {name}: <b>{formatQuantity(quantity, unit)}</b>
                </li>
              ))}
            </ul>
          </section>
          {parcels.map((parcel) => (
            <section key={parcel.id} className="panel grid gap-2">
              <h2>
                Kiện {parcel.code} (đơn {parcel.orderCode})
              </h2>
              <p>
                {parcel.deliverTo.name}, {parcel.deliverTo.communeName}. {storage[parcel.storage].word}
                {parcel.state === 'waiting' && '. Chưa bấm nhận đơn'}
              </p>
              <ul className="grid gap-1">
                {parcel.lines.map(({ offer, name, quantity, unit }) => (
                  <li key={offer}>
                    ☐ {name}: <b>{formatQuantity(quantity, unit)}</b> &nbsp; Đã đóng: ..............
                  </li>
                ))}
              </ul>
              {parcel.deliverTo.note && <p>Dặn: {parcel.deliverTo.note}</p>}
            </section>
          ))}
        </>
      )}
    </Page>
  );
}
