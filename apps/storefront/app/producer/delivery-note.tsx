import { getParcel } from '@chophien/contracts';
import { formatDay, formatDong, formatQuantity, localPhone, normalisePhone } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import { Crumbs, Page, paymentMethods, storage, when } from '@chophien/ui';
import type { Route } from './+types/delivery-note';

export async function loader({ context, params }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(params.id)) return notFound(context);
  return { parcel: await context.get(visitor).read(getParcel, { params }) };
}

/** One parcel on paper, to be put into or onto the box: for the driver and the door. */
export default function DeliveryNote({ loaderData: { parcel } }: Route.ComponentProps) {
  const { deliverTo } = parcel;
  return (
    <Page title={`Phiếu giao ${parcel.code}`} narrow hidden>
      <Crumbs
        links={[
          { href: '/ban-hang/don-hang', word: 'Đơn hàng' },
          { href: `/ban-hang/don-hang/${parcel.id}`, word: `Đơn ${parcel.orderCode}` },
        ]}
      />
      <p className="field-hint no-print">In bằng lệnh In của trình duyệt rồi dán lên kiện.</p>
      <h1>Phiếu giao hàng</h1>
      <dl className="facts">
        <dt>Mã kiện</dt>
        <dd>
          <b className="text-2xl">{parcel.code}</b>
        </dd>
        <dt>Đơn</dt>
        <dd>
          {parcel.orderCode}, đặt lúc {when(parcel.placedAt)}
        </dd>
        <dt>Người gửi</dt>
        <dd>{parcel.producer.name}</dd>
        <dt>Người nhận</dt>
        <dd>
          <b>{deliverTo.name}</b>, {normalisePhone(deliverTo.phone) ? localPhone(deliverTo.phone) : deliverTo.phone}
          <br />
          {[deliverTo.address, deliverTo.communeName].filter(Boolean).join(', ')}
          {deliverTo.note && (
            <>
              <br />
              Dặn: {deliverTo.note}
            </>
          )}
        </dd>
        <dt>Giữ hàng</dt>
        <dd>{storage[parcel.storage].long}</dd>
        {parcel.harvestedOn && (
          <>
            <dt>Thu hoạch</dt>
            <dd>{formatDay(parcel.harvestedOn)}</dd>
          </>
        )}
      </dl>
      <section className="panel grid gap-2">
        <h2>Trong kiện</h2>
        <ul className="grid gap-1">
          {parcel.lines
            .filter(({ packed }) => packed !== 0)
            .map((line) => (
              <li key={line.offer} className="flex justify-between gap-4">
                <span>
                  ☐ {line.name}, <b>{formatQuantity(line.packed ?? line.quantity, line.unit)}</b>
                </span>
                <span className="whitespace-nowrap">{formatDong(line.settled ?? line.amount)}</span>
              </li>
            ))}
        </ul>
        <p>
          {paymentMethods[parcel.payment]}
          {parcel.cashToCollect > 0 ? (
            <>
              . Thu khi giao: <b>{formatDong(parcel.cashToCollect)}</b>
            </>
          ) : (
            parcel.paid && ': đã trả, không thu thêm'
          )}
          .
        </p>
      </section>
      <p>Người nhận ký: ..............................................</p>
    </Page>
  );
}
