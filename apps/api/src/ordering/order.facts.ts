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

const soldLines = (row: ParcelRow) =>
  row.lines.map(({ offer, name, commodity, quantity, unit, amount }) => ({
    offer,
    name,
    commodity,
    quantity,
    unit,
    amount,
  }));

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
  lines: soldLines(row),
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

/** What every word about a parcel that is held, released, cancelled or returned begins with. */
export const parcelFacts = (row: ParcelRow) => ({
  order: row.orderId,
  code: row.code,
  producer: row.producer,
  commune: row.commune,
});
