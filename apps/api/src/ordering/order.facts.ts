import type { EventData } from '../events.ts';
import { cashToCollect } from './order.rules.ts';
import type { ParcelRow } from './order.sql.ts';

/** What the events of ordering say, from what the rows say. */

const seller = (row: ParcelRow) => ({
  producer: row.producer,
  producerName: row.producerName,
  producerKind: row.producerKind,
  commune: row.commune,
  province: row.province,
  subArea: row.subArea,
});

/** What is in the parcel: as it was packed, or before that as it was ordered. */
const soldLines = (row: ParcelRow) =>
  row.lines
    .map(({ offer, name, commodity, quantity, unit, amount, packed, settled }) => ({
      offer,
      name,
      commodity,
      quantity: packed ?? quantity,
      unit,
      amount: settled ?? amount,
    }))
    .filter((line) => line.quantity > 0);

export const placed = (rows: readonly [ParcelRow, ...ParcelRow[]]): EventData<'order.placed'> => {
  const [order] = rows;
  return {
    code: order.orderCode,
    payment: order.payment,
    channel: order.channel,
    toCommune: order.toCommune,
    goods: order.goods,
    shipping: order.shipping,
    parcels: rows.map((row) => ({
      parcel: row.id,
      code: row.code,
      ...seller(row),
      storage: row.storage,
      goods: row.parcelGoods,
      lines: soldLines(row),
    })),
  };
};

export const confirmed = (row: ParcelRow): EventData<'parcel.confirmed'> => ({
  order: row.orderId,
  code: row.code,
  ...seller(row),
  storage: row.storage,
  toCommune: row.toCommune,
  commodities: [...new Set(row.lines.map((line) => line.commodity))],
  cashToCollect: cashToCollect(row, { goods: row.parcelGoods, shipping: row.parcelShipping }),
});

export const packed = (row: ParcelRow, harvestedOn: string): EventData<'parcel.packed'> => ({
  order: row.orderId,
  code: row.code,
  ...seller(row),
  storage: row.storage,
  harvestedOn,
  cashToCollect: cashToCollect(row, { goods: row.parcelGoods, shipping: row.parcelShipping }),
  lines: soldLines(row),
});

/** Less went into it than was ordered. `before`: as it was ordered. */
export const packedShort = (row: ParcelRow, before: ParcelRow): EventData<'parcel.packed-short'> => ({
  ...parcelFacts(row),
  orderCode: row.orderCode,
  ordered: before.parcelGoods,
  settled: row.parcelGoods,
  refund: row.paidAt === null ? 0 : before.parcelGoods - row.parcelGoods,
  cashToCollect: cashToCollect(row, { goods: row.parcelGoods, shipping: row.parcelShipping }),
  lines: row.lines.flatMap(({ offer, name, unit, quantity, packed, shortReason }) =>
    packed === null || shortReason === null
      ? []
      : [{ offer, name, unit, ordered: quantity, packed, reason: shortReason }],
  ),
});

export const delivered = (row: ParcelRow): EventData<'parcel.delivered'> => ({
  order: row.orderId,
  orderCode: row.orderCode,
  code: row.code,
  ...seller(row),
  channel: row.channel,
  payment: row.payment,
  goods: row.parcelGoods,
  buyerIsSeller: row.buyerProducers.includes(row.producer),
  lines: soldLines(row),
});

/** What every word about a claim begins with. */
export const claimFacts = (row: ParcelRow, claim: string) => ({
  claim,
  orderCode: row.orderCode,
  ...parcelFacts(row),
});

/** What every word about a parcel that is held, released, cancelled or returned begins with. */
export const parcelFacts = (row: ParcelRow) => ({
  order: row.orderId,
  code: row.code,
  producer: row.producer,
  commune: row.commune,
});
