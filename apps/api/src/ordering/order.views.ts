import type { OrderView, ParcelView, ProducerParcel } from '@chophien/contracts';
import { maskPhone } from '@chophien/kernel';
import { hmac } from '../platform/crypto.ts';
import { cashToCollect, isPaid, orderState, stands } from './order.rules.ts';
import type { ParcelRow } from './order.sql.ts';

/** The key that opens an order's page, 43 characters. Made from its id, so that a retry is told the same. */
export const keyOf = (orderId: string): string => hmac('order-key', orderId);

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

const facts = (row: ParcelRow) => ({
  payment: row.payment,
  finalised: row.finalisedAt !== null,
  paid: row.paidAt !== null,
  cancelled: row.cancelledAt !== null,
});

const parcelView = (row: ParcelRow): ParcelView => ({
  id: row.id,
  code: row.code,
  state: row.state,
  held: row.holdReason !== null,
  holdReason: row.holdReason,
  producer: { id: row.producer, name: row.producerName },
  storage: row.storage,
  goods: row.parcelGoods,
  shipping: row.parcelShipping,
  lines: row.lines.map(({ offer, name, slug, quantity, unit, price, amount, packed, settled, shortReason }) => ({
    offer,
    name,
    slug,
    quantity,
    unit,
    price,
    amount,
    packed,
    settled,
    shortReason,
  })),
  harvestedOn: row.harvestedOn,
  confirmedAt: time(row.confirmedAt),
  packedAt: time(row.packedAt),
  shippedAt: time(row.shippedAt),
  deliveredAt: time(row.deliveredAt),
});

/** All of an order, for whoever holds its key. */
export const orderView = (rows: readonly [ParcelRow, ...ParcelRow[]]): OrderView => {
  const [row] = rows;
  const states = rows.map((parcel) => parcel.state);
  return {
    id: row.orderId,
    code: row.orderCode,
    key: keyOf(row.orderId),
    state: orderState(facts(row), states),
    payment: row.payment,
    paid: isPaid(facts(row), states),
    payBy: time(row.payBy),
    placedAt: row.placedAt.toISOString(),
    deliverTo: {
      name: row.buyerName,
      phone: row.buyerPhone,
      commune: row.buyerCommune,
      communeName: row.buyerCommuneName,
      address: row.buyerAddress,
      note: row.buyerNote,
    },
    goods: row.goods,
    shipping: row.shipping,
    total: row.total,
    stands: stands(
      facts(row),
      rows.map(({ state, parcelGoods, parcelShipping, claimed }) => ({
        state,
        goods: parcelGoods,
        shipping: parcelShipping,
        claimed,
      })),
    ),
    parcels: rows.map(parcelView),
  };
};

/** A parcel for its producer. Once it has ended nobody needs the buyer's door and number any more. */
export const producerParcel = (row: ParcelRow, toleranceBp: number): ProducerParcel => {
  const over = row.endedAt !== null;
  return {
    ...parcelView(row),
    answerBy: time(row.answerBy),
    orderCode: row.orderCode,
    payment: row.payment,
    paid: isPaid(facts(row), [row.state]),
    placedAt: row.placedAt.toISOString(),
    deliverTo: {
      name: row.buyerName,
      phone: over ? maskPhone(row.buyerPhone) : row.buyerPhone,
      communeName: row.buyerCommuneName,
      address: over ? '' : row.buyerAddress,
      note: over ? null : row.buyerNote,
    },
    cashToCollect: cashToCollect(row, { goods: row.parcelGoods, shipping: row.parcelShipping }),
    toleranceBp,
  };
};
