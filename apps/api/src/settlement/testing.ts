import type { OrderView } from '@chophien/contracts';
import { Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { sealText } from '../platform/sealed.ts';
import { KeepLedger, KeepSales, SettlementModule } from './index.ts';

/** How large a file of ours may be to be read back. */
export const sheetLimits = {
  mostRows: 10_000,
  mostBytes: 5_000_000,
  mostUnpacked: 50_000_000,
  mostEntries: 100,
  mostRatio: 1_000,
};

/** A market whose money is kept: sellers with accounts, orders at the door, two people of the province's books. */
export const openBooks = async (url: string) => {
  const keeps = [KeepLedger];
  const market = await Trade.open(url, {
    imports: [SettlementModule],
    heard: {
      'order.placed': [KeepSales],
      'money.received': keeps,
      'cash.collected': keeps,
      'cash.remitted': keeps,
      'parcel.delivered': keeps,
      'parcel.returned': keeps,
    },
  });
  const accountant = market.person([{ role: 'accountant', province: '24' }], 'official');
  const colleague = market.person([{ role: 'province-officer', province: '24' }], 'official');
  // How an account comes to a household is onboarding's to test.
  await rows(market.db, 'alter table onboarding.payout drop constraint payout_of');

  const seller = async (): Promise<{ actor: Actor; producer: string }> => {
    const actor = await market.producer();
    const producer = actor.grants[0]?.producer as string;
    const sealed = await sealText('0123456789', { table: 'onboarding.payout', row: producer, owner: producer });
    await rows(
      market.db,
      `insert into onboarding.payout (producer, bank, number_sealed, number_end, holder, set_at, set_by)
     values ($1, '970436', $2, '789', 'HO CHI LANH', $3, $4)`,
      [producer, sealed, market.clock.now(), actor.id],
    );
    return { actor, producer };
  };
  /** An order of 100.000 đ of bought goods, which are taxed, or of the household's own. */
  const ordered = async (actor: Actor, { own = false } = {}): Promise<OrderView> => {
    const offer = await market.listing({ producer: actor, price: 100_000 });
    if (!own) {
      await rows(
        market.db,
        `update catalogue.product set origin = 'bought_in' where id = (select product from catalogue.offer where id = $1)`,
        [offer],
      );
    }
    const order = await market.placed([{ offer, quantity: 1_000 }]);
    await market.settle();
    return order;
  };
  const delivered = async (order: OrderView, { cash = true } = {}) => {
    const parcel = order.parcels[0]!;
    const money = { parcel: parcel.id, amount: order.total, producer: parcel.producer.id };
    await market.hears(KeepLedger, 'cash.collected', order.id, { ...money, due: order.total });
    await market.hears(KeepLedger, 'parcel.delivered', parcel.id, {
      order: order.id,
      orderCode: order.code,
      code: parcel.code,
      producer: parcel.producer.id,
      producerName: 'x',
      producerKind: 'household',
      commune: '07330',
      province: '24',
      subArea: null,
      channel: 'cho-phien',
      payment: 'cod',
      goods: parcel.goods,
      buyerIsSeller: false,
      lines: [],
    });
    if (cash) await market.hears(KeepLedger, 'cash.remitted', order.id, { ...money, reference: 'BK-01' });
    return parcel;
  };

  const returned = (order: OrderView) => {
    const parcel = order.parcels[0]!;
    return market.hears(KeepLedger, 'parcel.returned', parcel.id, {
      order: order.id,
      code: parcel.code,
      producer: parcel.producer.id,
      commune: '07330',
      reason: 'x',
      refund: 0,
    });
  };
  const get = async <T>(path: string, as = accountant): Promise<T> => (await market.ask('GET', path, { as })).body as T;
  const send = (path: string, body: object, as = accountant) => market.ask('POST', path, { as, body });
  const file = async (path: string, as = accountant) => {
    const { rawPayload, statusCode, headers } = await market.app.inject({
      url: path,
      headers: { authorization: `Bearer ${as.sessionId}` },
    });
    return { bytes: rawPayload, status: statusCode, type: headers['content-type'] };
  };
  return { market, accountant, colleague, seller, ordered, delivered, returned, get, send, file };
};
export type Books = Awaited<ReturnType<typeof openBooks>>;
