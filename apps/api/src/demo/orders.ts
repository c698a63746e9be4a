import type { INestApplicationContext, Type } from '@nestjs/common';
import { addDays, vietnamDay } from '@chophien/kernel';
import { DataSource } from 'typeorm';
import { DeliverParcel, DispatchParcel } from '../logistics/index.ts';
import { ConfirmParcel, PackParcel, PlaceOrder, PriceOrder } from '../ordering/index.ts';
import { type Actor, system } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { acting, demoId, until } from './acting.ts';

/** Orders that were placed, carried and delivered, so that the communes' numbers have something to show. */
const orders = [
  {
    lines: [
      ['Vải sớm Phúc Hòa sấy khô', 2],
      ['Khoai lang Phúc Hòa', 5],
    ],
    to: '30076',
    buyer: 'Chị Hạnh (mẫu)',
    delivered: true,
  },
  { lines: [['Xoài cát Chu Mỹ Xương', 4]], to: '07330', buyer: 'Anh Bình (mẫu)', delivered: true },
  {
    lines: [
      ['Bưởi da xanh ruột hồng', 3],
      ['Rau muống hạt', 4],
    ],
    to: '28273',
    buyer: 'Cô Thảo (mẫu)',
    delivered: true,
  },
  {
    lines: [
      ['Chanh không hạt', 2],
      ['Xoài xanh Đài Loan giòn', 3],
    ],
    to: '28273',
    buyer: 'Bác Sáu (mẫu)',
    delivered: true,
  },
  { lines: [['Ổi lê Hợp Đức', 3]], to: '07330', buyer: 'Em Trang (mẫu)', delivered: false },
] as const;

interface Parcel {
  id: string;
  producer: string;
  state: string;
  shipment: string | null;
  /** What the buyer pays at the door. */
  due: number;
}

export class DemoOrders {
  private readonly db: DataSource;

  constructor(private readonly app: INestApplicationContext) {
    this.db = app.get(DataSource);
  }

  async run(): Promise<void> {
    await Promise.all(orders.map((order, index) => this.order(order, index)));
  }

  private async order(order: (typeof orders)[number], index: number): Promise<void> {
    const id = demoId(`order ${index}`);
    const lines = order.lines.map(([name, quantity]) => ({ offer: demoId(name), quantity: quantity * 1_000 }));
    const [known] = await rows(this.db, 'select 1 from ordering."order" where id = $1', [id]);
    if (!known) {
      const { total } = await this.get(PriceOrder).run({ lines, commune: order.to });
      await this.get(PlaceOrder).run(guest(), {
        id,
        lines,
        total,
        payment: 'cod',
        deliverTo: { name: order.buyer, phone: `+8496000000${index}`, commune: order.to, address: 'Số 1, đường mẫu' },
      });
    }
    if (!order.delivered) return;
    const parcels = await this.parcels(id);
    for (const { id: parcel, producer, state, due } of parcels) {
      const actor = acting('person', demoId('carrier'), [{ role: 'producer', producer }]);
      if (state !== 'delivered') await this.carry(id, { id: parcel, due }, actor);
    }
  }

  /** Accepted, packed, sent and handed over; each step waits for what the one before set in motion. */
  private async carry(order: string, { id, due }: Pick<Parcel, 'id' | 'due'>, producer: Actor): Promise<void> {
    const parcel = async () => (await this.parcels(order)).find((one) => one.id === id);
    const yesterday = addDays(vietnamDay(this.app.get(Clock).now()), -1);
    const step = async (from: string, shipment: string | null, act: () => Promise<unknown>) => {
      await until(`a demonstration parcel is ${from}, its shipment ${shipment}`, async () => {
        const now = await parcel();
        return now?.state !== from || shipment === null || now.shipment === shipment;
      });
      if ((await parcel())?.state === from) await act();
    };
    await step('waiting', null, () => this.get(ConfirmParcel).run(producer, id));
    await step('confirmed', null, () => this.get(PackParcel).run(producer, id, { harvestedOn: yesterday }));
    await step('packed', 'ready', () => this.get(DispatchParcel).run(producer, id, {}));
    await until('a demonstration parcel is shipped', async () => (await parcel())?.state !== 'packed');
    await step('shipped', 'dispatched', () =>
      this.get(DeliverParcel).run(producer, id, { receivedBy: 'Người mua (mẫu)', cashCollected: due }),
    );
  }

  private parcels(order: string): Promise<Parcel[]> {
    return rows<Parcel>(
      this.db,
      `select p.id, p.producer, p.state, s.state as shipment, p.goods + p.shipping as due from ordering.parcel p
       left join logistics.shipment s on s.parcel = p.id where p.order_id = $1 order by p.position`,
      [order],
    );
  }

  private get<T>(act: Type<T>): T {
    return this.app.get(act, { strict: false });
  }
}

const guest = (): Actor => ({ ...system('demonstration'), kind: 'guest', id: null });
