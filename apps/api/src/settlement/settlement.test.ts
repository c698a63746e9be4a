import { randomUUID } from 'node:crypto';
import type {
  AnswerOf,
  getPayout,
  getProducerStatement,
  getSettledSale,
  getSettlement,
  OrderView,
} from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { sealText } from '../platform/sealed.ts';
import { KeepLedger, KeepSales, SettlementModule } from './index.ts';
import { post } from './ledger.ts';

const { url } = await freshDatabase();
let market: Trade;
let accountant: Actor;
let colleague: Actor;
const day = 86_400_000;

beforeAll(async () => {
  const keeps = [KeepLedger];
  market = await Trade.open(url, {
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
  accountant = market.person([{ role: 'accountant', province: '24' }], 'official');
  colleague = market.person([{ role: 'province-officer', province: '24' }], 'official');
  // How an account comes to a household is onboarding's to test.
  await rows(market.db, 'alter table onboarding.payout drop constraint payout_of');
});
afterAll(() => market?.close());

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
const get = async <T>(path: string, as = accountant): Promise<T> => (await market.ask('GET', path, { as })).body as T;
const overview = () => get<AnswerOf<typeof getSettlement>>('/settlement?month=2026-11');
const statement = (producer: string) =>
  get<AnswerOf<typeof getProducerStatement>>(`/settlement/producers/${producer}/statements/2026-11`);
const post2 = (path: string, body: object, as = accountant) => market.ask('POST', path, { as, body });

describe('a sale', () => {
  test('is divided when it is placed, by that day’s rules, and the parts are the whole', async () => {
    const { actor, producer } = await seller();
    const order = await ordered(actor);
    const parcel = await delivered(order);
    const view = await get<AnswerOf<typeof getSettledSale>>(`/settlement/sales/${parcel.id}`);
    expect(view).toMatchObject({
      goods: 100_000,
      commission: 2_000,
      vat: 1_000,
      pit: 500,
      net: 96_500,
      holder: 'carrier',
    });
    expect(view.commissionRule).toMatchObject({ id: 'chung-2026', percentBp: 200 });
    expect(view.withheld).toMatchObject([{ kind: 'goods', rule: '252-hang-hoa', vat: 1_000, pit: 500 }]);
    expect(view.entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['cash-collected', 'earned', 'cash-remitted']),
    );
    for (const { postings } of view.entries) expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    expect((await statement(producer)).ledger).toEqual({ commission: 2_000, vat: 1_000, pit: 500, net: 96_500 });
  });

  test('of a household’s own unprocessed goods is not withheld from', async () => {
    const { actor, producer } = await seller();
    await delivered(await ordered(actor, { own: true }));
    expect((await statement(producer)).totals).toMatchObject({
      goods: 100_000,
      commission: 2_000,
      vat: 0,
      pit: 0,
      net: 98_000,
    });
  });

  test('stays as it was when the rules change, and heard twice it is one', async () => {
    const { actor, producer } = await seller();
    const order = await ordered(actor);
    await rows(market.db, `update settlement.commission_rule set percent_bp = 900 where id = 'chung-2026'`);
    await delivered(order);
    await delivered(order, { cash: false });
    await rows(market.db, `update settlement.commission_rule set percent_bp = 200 where id = 'chung-2026'`);
    expect((await statement(producer)).totals).toMatchObject({ sales: 1, commission: 2_000 });
  });

  test('that comes back is taken back whole, taxes with it', async () => {
    const { actor, producer } = await seller();
    const order = await ordered(actor);
    const parcel = await delivered(order);
    await market.hears(KeepLedger, 'parcel.returned', parcel.id, {
      order: order.id,
      code: parcel.code,
      producer,
      commune: '07330',
      reason: 'x',
      refund: 0,
    });
    const view = await statement(producer);
    expect(view.totals).toMatchObject({ goods: 0, commission: 0, vat: 0, net: 0 });
    expect(view.ledger).toEqual({ commission: 0, vat: 0, pit: 0, net: 0 });
    expect(view.balance).toBe(0);
  });
});

describe('the ledger', () => {
  test('refuses what does not sum to zero, and to be changed', async () => {
    const entry = {
      kind: 'refund',
      source: 'x',
      order: null,
      parcel: null,
      province: '24',
      at: market.clock.now(),
    } as const;
    const crooked = inTx(market.db, (tx) =>
      post(tx, { ...entry, postings: [{ account: 'partner', producer: null, amount: 5 }] }),
    );
    await expect(crooked).rejects.toThrow('does not sum to zero');
    await expect(rows(market.db, 'update settlement.posting set amount = amount + 1')).rejects.toThrow('only added to');
    await expect(rows(market.db, 'delete from settlement.entry')).rejects.toThrow('only added to');
  });

  test('balances', async () => {
    const { sum, balances } = await overview();
    expect(sum).toBe(0);
    expect(balances.length).toBeGreaterThan(3);
  });
});

describe('a payout', () => {
  test('pays what is earned, past the claim window and handed over; a second person lets it go; the bank says paid', async () => {
    const { actor, producer } = await seller();
    await delivered(await ordered(actor));
    await delivered(await ordered(actor), { cash: false });
    market.clock.pass(4 * day);
    const id = randomUUID();
    const made = (await post2('/settlement/payouts', { id })).body as unknown as AnswerOf<typeof getPayout>;
    const line = made.lines.find((one) => one.producer.id === producer)!;
    expect(line).toMatchObject({ amount: 96_500, sales: 1, state: 'waiting' });
    expect((await post2('/settlement/payouts', { id })).body).toMatchObject({ payouts: made.payouts });

    const pay = (said: object) => post2(`/settlement/payouts/${id}/lines/${line.id}`, said);
    expect((await pay({ outcome: 'paid', reference: 'FT01' })).body).toMatchObject({ code: 'settlement.not-approved' });
    expect((await post2(`/settlement/payouts/${id}/approval`, {})).body).toMatchObject({
      code: 'settlement.own-payout',
    });
    expect((await post2(`/settlement/payouts/${id}/approval`, {}, colleague)).status).toBe(200);

    const file = await market.app.inject({
      url: `/settlement/payouts/${id}/file?layout=vietcombank`,
      headers: { authorization: `Bearer ${accountant.sessionId}` },
    });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');

    expect((await pay({ outcome: 'paid', reference: 'FT2632900001' })).status).toBe(200);
    expect((await pay({ outcome: 'paid', reference: 'FT2632900001' })).status).toBe(200);
    expect((await statement(producer)).balance).toBe(96_500); // the other parcel's cash has not come
    const paid = (await statement(producer)).items.find(({ payout }) => payout !== null);
    expect(paid?.payout).toMatchObject({ state: 'paid', reference: 'FT2632900001' });

    expect((await pay({ outcome: 'returned', reference: 'Sai tên' })).status).toBe(200);
    expect((await statement(producer)).balance).toBe(2 * 96_500);
    expect((await pay({ outcome: 'again' })).status).toBe(200);
    expect((await pay({ outcome: 'paid', reference: 'FT2632900002' })).status).toBe(200);
    expect((await statement(producer)).balance).toBe(96_500);
    expect((await overview()).sum).toBe(0);
  });

  test('of a parcel happens once, however many gather it at the same moment', async () => {
    const { actor, producer } = await seller();
    await delivered(await ordered(actor));
    market.clock.pass(4 * day);
    await Promise.all(Array.from({ length: 6 }, () => post2('/settlement/payouts', { id: randomUUID() })));
    const found = await rows(market.db, 'select amount from settlement.payout where producer = $1', [producer]);
    expect(found).toEqual([{ amount: 96_500 }]);
  });

  test('and a statement are not found by another province', async () => {
    const stranger = market.person([{ role: 'accountant', province: '82' }], 'official');
    const { actor, producer } = await seller();
    await delivered(await ordered(actor));
    const { status } = await market.ask('GET', `/settlement/producers/${producer}/statements/2026-11`, {
      as: stranger,
    });
    expect(status).toBe(404);
  });
});
