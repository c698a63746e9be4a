import { type OrderState, type ParcelState, Problem, type ProducerKind, type StorageClass } from '@chophien/contracts';

/** A line as the catalogue sells it now: whole đồng, thousandths of the unit. */
export interface SoldLine {
  offer: string;
  quantity: number;
  name: string;
  slug: string;
  commodity: string;
  unit: string;
  price: number;
  amount: number;
  storage: StorageClass;
  producer: Seller;
}

interface Seller {
  id: string;
  name: string;
  kind: ProducerKind;
  commune: string;
  province: string;
  subArea: string | null;
}

export interface ParcelDraft<L> {
  producer: L extends { producer: infer P } ? P : never;
  storage: StorageClass;
  goods: number;
  lines: L[];
}

interface Splittable {
  producer: { id: string };
  storage: StorageClass;
  amount: number;
}

/** One parcel for each producer and way of keeping: what can travel in the same box, in the order it was asked for. */
export const split = <L extends Splittable>(lines: readonly L[]): ParcelDraft<L>[] =>
  [...Map.groupBy(lines, (line) => `${line.producer.id} ${line.storage}`).values()].map((together) => {
    const [{ producer, storage }] = together as [L, ...L[]];
    return {
      producer: producer as ParcelDraft<L>['producer'],
      storage,
      goods: sum(together, 'amount'),
      lines: together,
    };
  });

export const sum = <K extends string>(items: readonly { [key in K]: number }[], key: K): number =>
  items.reduce((whole, item) => whole + item[key], 0);

export interface Total {
  goods: number;
  shipping: number;
  total: number;
}

/** What the buyer pays: every parcel's goods and its own shipping. */
export const total = (parcels: readonly { goods: number; shipping: number }[]): Total => {
  const goods = sum(parcels, 'goods');
  const shipping = sum(parcels, 'shipping');
  return { goods, shipping, total: goods + shipping };
};

/**
 * Where a parcel may go from where. A packed one may leave at any moment, which logistics decides, so it is no longer
 * cancelled here: it comes back instead. News of a dispatch may be late: handed over or come back tells that it left.
 * A cold-chain hold is an overlay, not a state.
 */
const next: Record<ParcelState, readonly ParcelState[]> = {
  waiting: ['confirmed', 'cancelled'],
  confirmed: ['packed', 'cancelled'],
  packed: ['shipped', 'delivered', 'returned'],
  shipped: ['delivered', 'returned'],
  delivered: [],
  returned: [],
  cancelled: [],
};

/** The state after a step that is allowed; another is `ordering.illegal-step`. */
export const step = (from: ParcelState, to: ParcelState): ParcelState => {
  if (!next[from].includes(to)) throw new Problem('ordering.illegal-step', { from, to });
  return to;
};

/** The states from which a step leads there, for the `where` of a listener that may hear things twice or late. */
export const before = (to: ParcelState): ParcelState[] =>
  (Object.keys(next) as ParcelState[]).filter((from) => next[from].includes(to));

/** Nothing comes after it. */
export const hasEnded = (state: ParcelState): boolean => next[state].length === 0;

/** Before these states are left the producer, or a buyer who changed her mind, can still take a parcel back. */
export const canBeCancelled = (state: ParcelState): boolean => next[state].includes('cancelled');

export interface OrderFacts {
  payment: 'cod' | 'vnpay' | 'vietqr';
  finalised: boolean;
  paid: boolean;
  cancelled: boolean;
}

/** The order's state, from its parcels: the two can't disagree. An order of which nothing arrived is cancelled. */
export const orderState = (order: OrderFacts, parcels: readonly ParcelState[]): OrderState => {
  if (order.cancelled) return 'cancelled';
  if (!order.finalised) return 'awaiting-payment';
  if (parcels.every(hasEnded)) return parcels.includes('delivered') ? 'completed' : 'cancelled';
  return parcels.every((state) => state === 'waiting' || state === 'cancelled') ? 'placed' : 'in-progress';
};

/** Paid before, or at the door when everything that could come has come. */
export const isPaid = (order: OrderFacts, parcels: readonly ParcelState[]): boolean =>
  order.paid || (order.payment === 'cod' && parcels.includes('delivered') && parcels.every(hasEnded));

/** What of an order the buyer pays as it stands: every parcel that has not been taken back, less what claims gave back. */
export const stands = (
  order: Pick<OrderFacts, 'cancelled'>,
  parcels: readonly { state: ParcelState; goods: number; shipping: number; claimed: number }[],
): number => {
  if (order.cancelled) return 0;
  const live = parcels.filter(({ state }) => state !== 'cancelled' && state !== 'returned');
  return total(live).total - sum(live, 'claimed');
};

/** What goes back to the buyer for a parcel that will not arrive: all she paid for it, which is nothing before the door. */
export const refundOf = (order: { paid: boolean }, parcel: { goods: number; shipping: number }): number =>
  order.paid ? parcel.goods + parcel.shipping : 0;

/** What is to be collected at the door. */
export const cashToCollect = (
  order: { payment: 'cod' | 'vnpay' | 'vietqr' },
  parcel: { goods: number; shipping: number },
): number => (order.payment === 'cod' ? parcel.goods + parcel.shipping : 0);

const minute = 60_000;

/** A buyer has 15 minutes to pay; the goods wait 10 more, for a payment begun in time. */
export const waits = (now: Date): { payBy: Date; holdUntil: Date } => ({
  payBy: new Date(now.getTime() + 15 * minute),
  holdUntil: new Date(now.getTime() + 25 * minute),
});

/** Orders under way that one phone may have at a time. */
export const mostOpen = 20;
