import type { AnswerOf, orderPage, ParcelView } from '@chophien/contracts';
import { formatDay, formatDong, formatQuantity, localPhone } from '@chophien/kernel';
import {
  Note,
  orderStates,
  parcelStates,
  paymentMethods,
  type Refusal,
  shortReasons,
  StateBadge,
  type Step,
  Steps,
  StorageBadge,
  TemperatureStrip,
  temperatureVerdict,
  when,
} from '@chophien/ui';
import { ClaimDetails } from './claim-view.tsx';
import { Notes } from './notes.tsx';
import { ReviewForm } from './review-form.tsx';

export type OrderPageData = AnswerOf<typeof orderPage>;

const way = [
  ['confirmed', 'Người bán nhận đơn', 'confirmedAt'],
  ['packed', 'Đóng gói', 'packedAt'],
  ['shipped', 'Lên đường', 'shippedAt'],
  ['delivered', 'Giao tận nơi', 'deliveredAt'],
] as const;

const stepsOf = (parcel: ParcelView, placedAt: string): Step[] => {
  const stopped = parcel.state === 'cancelled' || parcel.state === 'returned';
  const steps: Step[] = [{ word: 'Đặt hàng', detail: when(placedAt), state: 'done' }];
  let reached = true;
  for (const [, word, at] of way) {
    const time = parcel[at];
    if (time) steps.push({ word, detail: when(time), state: 'done' });
    else if (!stopped) {
      steps.push({ word, state: reached ? 'now' : 'later' });
      reached = false;
    }
  }
  if (stopped) steps.push({ word: parcelStates[parcel.state].word, state: 'stop' });
  return steps;
};

/** An order as its buyer sees it: every parcel's way, how cold it was kept, and the sums. */
export const OrderDetails = ({
  page: { order, temperatures, journeys, claims, claimable, notes, writable, reviews },
  orderKey,
  next,
  refusal,
}: {
  page: OrderPageData;
  /** Hers who placed it; without it nothing can be said of a parcel. */
  orderKey?: string;
  /** The id of what she writes next. */
  next?: string;
  refusal?: Refusal | undefined;
}) => (
  <>
    <p className="flex flex-wrap items-center gap-2">
      <StateBadge state={orderStates[order.state]} />
      <span>
        Đặt lúc {when(order.placedAt)}. {paymentMethods[order.payment]}
        {order.paid ? ', đã trả.' : '.'}
      </span>
    </p>
    {order.parcels.map((parcel, index) => {
      const temperature = temperatures.find((entry) => entry.parcel === parcel.id)?.summary;
      const journey = journeys.find((entry) => entry.parcel === parcel.id)?.code;
      return (
        <section key={parcel.id} className="panel grid gap-3">
          <h2 className="flex flex-wrap items-center gap-2">
            Kiện {index + 1}: {parcel.producer.name}
            <StorageBadge value={parcel.storage} />
          </h2>
          {parcel.held && (
            <Note tone="warn">
              <b>Kiện này đang được giữ lại để kiểm tra nhiệt độ.</b> Cán bộ xem hàng xong mới giao tiếp.
            </Note>
          )}
          <Steps steps={stepsOf(parcel, order.placedAt)} label={`Đường đi của kiện ${index + 1}`} />
          <dl className="sums">
            {parcel.lines.map((line) => (
              <div key={line.offer} className="contents">
                <dt>
                  <a href={`/san-pham/${line.slug}`}>{line.name}</a>, {formatQuantity(line.quantity, line.unit)}
                  {line.packed !== null && line.packed !== line.quantity && (
                    <small className="block">
                      Đã đóng <b>{formatQuantity(line.packed, line.unit)}</b>
                      {line.shortReason && `: ${shortReasons[line.shortReason].toLowerCase()}`}
                      {line.settled !== line.amount && `. Lúc đặt ${formatDong(line.amount)}`}
                    </small>
                  )}
                </dt>
                <dd>{formatDong(line.settled ?? line.amount)}</dd>
              </div>
            ))}
            <dt className="field-hint">Tiền giao</dt>
            <dd>{formatDong(parcel.shipping)}</dd>
          </dl>
          {parcel.harvestedOn && <p>Thu hoạch ngày {formatDay(parcel.harvestedOn)}.</p>}
          {temperature && (
            <div className="grid gap-2">
              <h3>Nhiệt độ trên đường</h3>
              <p>{temperatureVerdict(temperature).words}</p>
              <TemperatureStrip summary={temperature} />
            </div>
          )}
          {claims
            .filter((claim) => claim.parcel === parcel.id)
            .map((claim) => (
              <div key={claim.id} className="note">
                <ClaimDetails
                  claim={claim}
                  photo={(photo) => `/don-hang/${order.code}/bao/${claim.id}/anh/${photo}?khoa=${orderKey}`}
                />
              </div>
            ))}
          {orderKey && claimable.includes(parcel.id) && (
            <p>
              <a className="button" href={`/don-hang/${order.code}/bao/${parcel.id}?khoa=${orderKey}`}>
                Hàng hỏng, thiếu, không đúng
              </a>
            </p>
          )}
          {orderKey &&
            next &&
            parcel.state === 'delivered' &&
            parcel.lines
              .filter(({ packed }) => packed !== 0)
              .map((line) => (
                <ReviewForm
                  key={line.offer}
                  line={line}
                  review={reviews.find(({ offer }) => offer === line.offer)}
                  next={next}
                  refusal={refusal}
                />
              ))}
          {orderKey && (writable.includes(parcel.id) || notes.some((note) => note.parcel === parcel.id)) && (
            <Notes
              parcel={parcel.id}
              notes={notes.filter((note) => note.parcel === parcel.id)}
              me="buyer"
              other="người bán"
              next={writable.includes(parcel.id) ? next : undefined}
              refusal={refusal}
            />
          )}
          {journey && (
            <p>
              <a className="button" href={`/truy-xuat/${journey}`}>
                Xem nguồn gốc kiện này
              </a>
            </p>
          )}
        </section>
      );
    })}
    <dl className="sums panel">
      <dt>Tiền hàng</dt>
      <dd>{formatDong(order.goods)}</dd>
      <dt>Tiền giao</dt>
      <dd>{formatDong(order.shipping)}</dd>
      <dt className="total">{order.stands === order.total ? 'Tất cả' : 'Lúc đặt'}</dt>
      <dd className="total">{formatDong(order.total)}</dd>
      {order.stands !== order.total && order.state !== 'cancelled' && (
        <>
          <dt>{order.paid ? 'Bớt, hoàn lại' : 'Bớt'}</dt>
          <dd>{formatDong(order.total - order.stands)}</dd>
          <dt className="total">{order.paid ? 'Thực trả' : 'Trả khi nhận'}</dt>
          <dd className="total">{formatDong(order.stands)}</dd>
        </>
      )}
    </dl>
    {order.deliverTo && (
      <section className="panel">
        <h2>Giao đến</h2>
        <p>
          {order.deliverTo.name}, {localPhone(order.deliverTo.phone)}
          <br />
          {order.deliverTo.address}, {order.deliverTo.communeName}
        </p>
      </section>
    )}
  </>
);
