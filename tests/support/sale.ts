import { randomUUID } from 'node:crypto';
import type { OrderView, StorageClass } from '@chophien/contracts';
import { FinaliseOrder, HoldParcel } from '../../apps/api/src/ordering/index.ts';
import type { Actor } from '../../apps/api/src/platform/actor.ts';
import type { Trade } from './trade.ts';

/** One thing of one producer, ordered by one buyer. */
export interface Sale {
  producer: Actor;
  offer: string;
  order: OrderView;
  parcel: string;
}

interface How {
  payment?: 'cod' | 'vnpay';
  storage?: StorageClass;
}

/** Sales as far as a test needs them: ordered, packed, on their way. */
export const sales = (trade: Trade) => {
  const post = (as: Actor, path: string, body?: object) =>
    trade.ask('POST', `/parcels/${path}`, { as, ...(body ? { body } : {}) });

  const sale = async ({ payment = 'cod', storage = 'ambient' }: How = {}): Promise<Sale> => {
    const producer = await trade.producer();
    const offer = await trade.listing({ producer, quantity: 5_000, storage });
    const order = await trade.placed([{ offer, quantity: 2_000 }], { payment });
    if (payment === 'vnpay') {
      await trade.hears(FinaliseOrder, 'payment.settled', order.id, {
        attempt: randomUUID(),
        amount: order.total,
        provider: 'vnpay',
        reference: randomUUID(),
      });
    }
    return { producer, offer, order, parcel: order.parcels[0]?.id ?? '' };
  };

  const packed = async (how: How = {}): Promise<Sale> => {
    const sold = await sale(how);
    await post(sold.producer, `${sold.parcel}/confirmation`);
    await post(sold.producer, `${sold.parcel}/packing`, { harvestedOn: '2026-11-22' });
    await trade.settle();
    return sold;
  };

  const shipped = async (how: How = {}): Promise<Sale & { device: string }> => {
    const sold = await packed(how);
    const device = `LOG-${randomUUID().slice(0, 8).toUpperCase()}`;
    const { status } = await post(sold.producer, `${sold.parcel}/dispatch`, { device });
    if (status !== 200) throw new Error(`not dispatched: ${status}`);
    await trade.settle();
    return { ...sold, device };
  };

  const now = async ({ order }: Sale): Promise<OrderView> =>
    (await trade.ask('GET', `/orders/${order.code}?key=${order.key}`)).body;

  /** The logger of this parcel measured 14.25 °C where 8 °C is the limit, for three quarters of an hour. */
  const breach = (sold: Sale, excursion = randomUUID()) =>
    trade.hears(HoldParcel, 'coldchain.breached', sold.parcel, {
      excursion,
      shipment: randomUUID(),
      device: 'LOG-0001',
      commune: '07330',
      side: 'high',
      limit: 8,
      peak: 14.25,
      from: '2026-11-23T01:00:00.000Z',
      seconds: 2_700,
    });

  return { post, sale, packed, shipped, now, breach };
};
