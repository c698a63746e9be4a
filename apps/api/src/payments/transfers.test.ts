import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { OrderView, TransferToMake } from '@chophien/contracts';
import { memoCodesIn } from '@chophien/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { ExpireUnpaid } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { sealText } from '../platform/sealed.ts';
import { WatchTransfers } from './index.ts';
import { openStage, type VnpayStage } from './testing.ts';

/** Orders paid by bank transfer, against the sandbox's SePay and payOS. */

const { url } = await freshDatabase();
let stage: VnpayStage;
let accounts = 0;
beforeAll(async () => {
  stage = await openStage(url);
  // How an account comes to a household is onboarding's to test.
  await rows(stage.market.db, 'alter table onboarding.payout drop constraint payout_of');
});
afterAll(() => stage?.close());

const seller = async (): Promise<Actor> => {
  const actor = await stage.market.producer();
  const producer = actor.grants[0]?.producer as string;
  const number = `10${String(++accounts).padStart(8, '0')}`;
  const place = { table: 'onboarding.payout', row: producer, owner: producer };
  await rows(
    stage.market.db,
    `insert into onboarding.payout (producer, bank, number_sealed, number_end, holder, set_at, set_by)
     values ($1, '970436', $2, $3, 'HO CHI LANH', $4, $5)`,
    [producer, await sealText(number, place), number.slice(-3), stage.market.clock.now(), actor.id],
  );
  return actor;
};
const ordered = async (sellers: Actor[]): Promise<OrderView> => {
  const offers = await Promise.all(sellers.map((producer) => stage.market.listing({ producer, price: 40_000 })));
  return stage.market.placed(
    offers.map((offer) => ({ offer, quantity: 1_000 })),
    { payment: 'vietqr' },
  );
};
const open = async (order: OrderView): Promise<TransferToMake[]> => {
  const { status, body } = await stage.market.ask('POST', `/orders/${order.code}/transfers`, {
    body: { key: order.key },
  });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return (body as { items: TransferToMake[] }).items;
};
const waiting = async (sellers = 1) => {
  const order = await ordered(await Promise.all(Array.from({ length: sellers }, seller)));
  return { order, transfers: (await open(order)) as [TransferToMake, ...TransferToMake[]] };
};
const send = async ({ account, amount, memo }: TransferToMake, more: object = {}) => {
  const sent = await stage.post('/_control/transfers/send', { account, amount, content: memo, ...more });
  await stage.market.settle();
  return sent;
};
const stateOf = (order: OrderView) => stage.stateOf(order);

describe('a transfer to the seller’s own account', () => {
  test('with the order’s words and the whole amount pays it', async () => {
    const { order, transfers } = await waiting();
    const [one] = transfers;
    expect(one).toMatchObject({ amount: order.total, received: 0, paid: false, bank: '970436' });
    expect(one.qr).toContain(one.memo);
    expect(memoCodesIn(one.memo)).toEqual([one.memo]);
    await send(one, { content: `MBVCB.5521.${one.memo.toLowerCase()}.CT tu 0123` });
    expect(await stateOf(order)).toBe('placed');
    expect(await stage.receipts(order)).toEqual([{ amount: order.total, refunded: 0, clear: true }]);
    expect(await rows(stage.market.db, 'select holder from payments.receipt where order_id = $1', [order.id])).toEqual([
      { holder: 'seller' },
    ]);
  });

  test('of an order of two sellers: each gets her own, and both are needed', async () => {
    const { order, transfers } = await waiting(2);
    expect(transfers.map(({ amount }) => amount).reduce((a, b) => a + b)).toBe(order.total);
    const [first, second] = transfers as [TransferToMake, TransferToMake];
    expect(first.account).not.toBe(second.account);
    await send(first);
    expect(await stateOf(order)).toBe('awaiting-payment');
    await send(second);
    expect(await stateOf(order)).toBe('placed');
    expect((await stage.market.types(order.id)).filter((type) => type === 'payment.settled')).toHaveLength(1);
  });

  test('is made once, however often the page is opened', async () => {
    const { order, transfers } = await waiting();
    const again = await Promise.all([open(order), open(order)]);
    for (const items of again) expect(items).toEqual(transfers);
  });

  test('of too little waits for the rest, with a new code over the difference', async () => {
    const { order, transfers } = await waiting();
    const [one] = transfers;
    await send(one, { amount: 30_000 });
    expect(await stateOf(order)).toBe('awaiting-payment');
    const [left] = await open(order);
    expect(left).toMatchObject({ received: 30_000, paid: false });
    expect(left?.qr).toContain(`5405${order.total - 30_000}`);
    await send(one, { amount: order.total - 30_000 });
    expect(await stateOf(order)).toBe('placed');
  });

  test('of too much pays, and the rest is to go back by a person', async () => {
    const { order, transfers } = await waiting();
    await send(transfers[0], { amount: order.total + 7_000 });
    expect(await stateOf(order)).toBe('placed');
    const [task] = await stage.tasks(order);
    expect(task).toMatchObject({ kind: 'refund-due', amount: 7_000 });
    const done = { decision: 'by-hand', reference: 'FT2632700099', note: 'Người bán đã chuyển lại' };
    expect((await stage.decide(task!, done)).status).toBe(200);
    expect(await stage.refunds(order)).toMatchObject([{ amount: 7_000, state: 'settled', way: 'by-hand' }]);
  });

  test('that comes after the order was given up is to go back', async () => {
    const { order, transfers } = await waiting();
    stage.market.clock.pass(30 * 60_000);
    await stage.market.get(ExpireUnpaid).run();
    await send(transfers[0]);
    expect(await stateOf(order)).toBe('cancelled');
    expect(await stage.tasks(order)).toMatchObject([{ kind: 'refund-due', amount: order.total }]);
  });

  test('of one seller, when the other’s never comes, goes back with the order', async () => {
    const { order, transfers } = await waiting(2);
    await send(transfers[0]);
    stage.market.clock.pass(30 * 60_000);
    await stage.market.get(ExpireUnpaid).run();
    await stage.market.settle();
    expect(await stage.tasks(order)).toMatchObject([{ kind: 'refund-due', amount: transfers[0].amount }]);
  });

  test('paid twice: the second goes back', async () => {
    const { order, transfers } = await waiting();
    await send(transfers[0]);
    await send(transfers[0]);
    expect(await stateOf(order)).toBe('placed');
    expect(await stage.tasks(order)).toMatchObject([{ kind: 'refund-due', amount: order.total }]);
  });
});

describe('SePay', () => {
  test.each([['twice'], ['bad-signature'], ['no-signature'], ['old-timestamp']])(
    'that misbehaves (%s) makes one receipt, and nothing is believed unsigned',
    async (fault) => {
      const { order, transfers } = await waiting();
      await send(transfers[0], { faults: [fault] });
      for (let i = 0; i < 50 && (await stateOf(order)) !== 'placed'; i += 1) {
        await pause(20);
        await stage.market.settle();
      }
      expect(await stateOf(order)).toBe('placed');
      expect(await stage.receipts(order)).toHaveLength(1);
    },
  );

  test('that says nothing is asked, and what it said before is not counted again', async () => {
    const { order, transfers } = await waiting();
    await send(transfers[0], { faults: ['silent'], amount: 10_000 });
    await send(transfers[0], { amount: order.total - 10_000 });
    expect(await stateOf(order)).toBe('awaiting-payment');
    await stage.market.get(WatchTransfers).run();
    await stage.market.settle();
    expect(await stateOf(order)).toBe('placed');
    await stage.market.get(WatchTransfers).run();
    expect(await stage.receipts(order)).toHaveLength(2);
  });

  test('tells of money that goes out: it is nobody’s here', async () => {
    const { order, transfers } = await waiting();
    await send(transfers[0], { direction: 'out' });
    expect(await stateOf(order)).toBe('awaiting-payment');
    expect(await stage.receipts(order)).toEqual([]);
  });

  const forged = (headers: Record<string, string>, body: string) =>
    stage.market.app.inject({
      method: 'POST',
      url: '/payments/sepay/webhook',
      headers: { 'content-type': 'application/json', ...headers },
      payload: body,
    });
  test.each<[string, (signature: string) => Record<string, string>]>([
    ['no signature', () => ({})],
    ['an empty one', () => ({ 'x-sepay-signature': '' })],
    ['capitals', (signature) => ({ 'x-sepay-signature': signature.toUpperCase() })],
    ['half of one', (signature) => ({ 'x-sepay-signature': signature.slice(0, 40) })],
    ['another time', (signature) => ({ 'x-sepay-signature': signature, 'x-sepay-timestamp': '1' })],
  ])('is not believed with %s', async (_, spoil) => {
    const seconds = String(Math.floor(stage.market.clock.now().getTime() / 1000));
    const body = '{"id":1}';
    const signature = `sha256=${createHmac('sha256', 'sepay-secret').update(`${seconds}.${body}`).digest('hex')}`;
    const { statusCode } = await forged({ 'x-sepay-timestamp': seconds, ...spoil(signature) }, body);
    expect(statusCode).toBe(401);
  });
});

describe('a transfer that does not say what it pays', () => {
  const unmatched = async (amount: number) => {
    const { body } = await stage.market.ask('GET', '/payments/tasks', { as: stage.accountant });
    const { items } = body as { items: { id: string; kind: string; amount: number; said: string }[] };
    return items.filter((task) => task.kind === 'transfer-unmatched' && task.amount === amount);
  };

  test('is matched by a person to its order', async () => {
    const { order, transfers } = await waiting();
    await send(transfers[0], { content: 'Chuyen tien mua vai' });
    const [task] = await unmatched(order.total);
    expect(task?.said).toBe('Chuyen tien mua vai');
    const decide = (body: object) =>
      stage.market.ask('POST', `/payments/tasks/${task!.id}/decision`, { as: stage.accountant, body });
    const wrong = await decide({ decision: 'match', reference: 'ZZZZZZZZ', note: 'Người mua gọi điện' });
    expect(wrong.body).toMatchObject({ code: 'payments.no-match' });
    const { status } = await decide({ decision: 'match', reference: order.code, note: 'Người mua gọi điện' });
    expect(status).toBe(200);
    await stage.market.settle();
    expect(await stateOf(order)).toBe('placed');
  });

  test('and is nothing like an order stays the seller’s own business: its words are not kept', async () => {
    const { transfers } = await waiting();
    await send(transfers[0], { content: 'Tien hoc cho con', amount: 1_234_567 });
    expect(await unmatched(1_234_567)).toEqual([]);
    expect(await rows(stage.market.db, 'select state, content from payments.transfer where amount = 1234567')).toEqual([
      { state: 'ignored', content: null },
    ]);
  });

  test('that nobody saw is told by the buyer and found by a person', async () => {
    const { order } = await waiting();
    const claim = () =>
      stage.market.ask('POST', `/orders/${order.code}/transfers/claims`, { body: { key: order.key } });
    expect([(await claim()).status, (await claim()).status]).toEqual([200, 200]);
    const found = await stage.tasks(order);
    expect(found).toMatchObject([{ kind: 'transfer-claimed', amount: order.total }]);
    await stage.decide(found[0]!, { decision: 'accept', reference: 'FT2632700100', note: 'Xem sao kê của người bán' });
    await stage.market.settle();
    expect(await stateOf(order)).toBe('placed');
  });
});

test('without an account of every seller no transfer is begun', async () => {
  const order = await ordered([await seller(), await stage.market.producer()]);
  const { body } = await stage.market.ask('POST', `/orders/${order.code}/transfers`, { body: { key: order.key } });
  expect(body).toMatchObject({ code: 'payments.no-account' });
});

describe('from the day on which the partner holds the money', () => {
  const number = (order: OrderView) =>
    rows<{ number: number }>(stage.market.db, 'select number from payments.attempt where order_id = $1', [order.id]);
  beforeAll(() =>
    rows(
      stage.market.db,
      `insert into payments.holding (method, valid_from, holder, legal_ref) values ('vietqr', '2026-11-01', 'partner', 'Hợp đồng')`,
    ),
  );

  test('payOS has one transfer for the whole order, told of or asked for', async () => {
    const { order, transfers } = await waiting(2);
    expect(transfers).toHaveLength(1);
    expect(transfers[0]).toMatchObject({ amount: order.total, producer: null });
    const [{ number: orderCode } = { number: 0 }] = await number(order);
    await stage.post('/_control/transfers/send', { orderCode, amount: 20_000, faults: ['silent'] });
    await stage.post('/_control/transfers/send', { orderCode, amount: order.total - 20_000, faults: ['twice'] });
    await stage.market.settle();
    expect(await stateOf(order)).toBe('awaiting-payment');
    await stage.market.get(WatchTransfers).run();
    await stage.market.settle();
    expect(await stateOf(order)).toBe('placed');
    expect(await stage.receipts(order)).toHaveLength(2);
  });

  test('payOS is not believed unsigned', async () => {
    const { order } = await waiting();
    const [{ number: orderCode } = { number: 0 }] = await number(order);
    await stage.post('/_control/transfers/send', { orderCode, faults: ['bad-signature'] });
    const { told } = (await (await fetch(`${stage.vnpay}/_control/transfers`)).json()) as {
      told: { status: number }[];
    };
    expect(told.some(({ status }) => status === 401)).toBe(true);
  });
});
