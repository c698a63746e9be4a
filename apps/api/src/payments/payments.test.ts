import { createHmac, randomUUID } from 'node:crypto';
import type { OrderView } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { CancelShipment } from '../logistics/index.ts';
import { ExpireUnpaid } from '../ordering/index.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { rows } from '../platform/database.ts';
import { PaymentsModule, RefundBuyer, SendRefund } from './index.ts';

const secret = 'SECRETSECRETSECRETSECRETSECRET12';
const { url } = await freshDatabase();
let market: Trade;
beforeAll(async () => {
  market = await Trade.open(url, {
    imports: [PaymentsModule],
    heard: {
      'order.cancelled': [CancelShipment, RefundBuyer],
      'parcel.cancelled': [CancelShipment, RefundBuyer],
      'refund.opened': [SendRefund],
    },
    env: { VNPAY_TMN_CODE: 'TESTTMN1', VNPAY_HASH_SECRET: secret },
  });
});
afterAll(() => market?.close());

let transactions = 14_000_000;

/** VNPay tells us of an attempt, as it would over HTTP; answers its RspCode. */
const notify = async (fields: Record<string, string>, tamper: Record<string, string> = {}): Promise<string> => {
  const all: Record<string, string> = {
    vnp_TmnCode: 'TESTTMN1',
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '00',
    vnp_TransactionNo: String(transactions++),
    ...fields,
  };
  const data = new URLSearchParams(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  const hash = createHmac('sha512', secret).update(data).digest('hex');
  const query = new URLSearchParams({ ...all, vnp_SecureHash: hash, ...tamper }).toString();
  const { status, body } = await market.ask('GET', `/payments/vnpay/ipn?${query}`);
  expect(status).toBe(200);
  return (body as { RspCode: string }).RspCode;
};

const awaiting = async (): Promise<{ order: OrderView; offer: string }> => {
  const offer = await market.listing({ quantity: 10_000, price: 40_000 });
  return { order: await market.placed([{ offer, quantity: 2_000 }], { payment: 'vnpay' }), offer };
};

/** Begins to pay; answers the fields VNPay will tell of it. */
const start = async (order: OrderView): Promise<{ vnp_TxnRef: string; vnp_Amount: string }> => {
  const { status, body } = await market.ask('POST', `/orders/${order.code}/payments`, {
    body: { id: randomUUID(), key: order.key },
  });
  expect(status).toBe(200);
  const { searchParams } = new URL((body as { payUrl: string }).payUrl);
  return { vnp_TxnRef: searchParams.get('vnp_TxnRef')!, vnp_Amount: searchParams.get('vnp_Amount')! };
};

const stateOf = async (order: OrderView): Promise<string> => {
  const { body } = await market.ask('GET', `/orders/${order.code}?key=${order.key}`);
  return (body as OrderView).state;
};
const refunds = (order: OrderView) =>
  rows<{ amount: number; state: string }>(
    market.db,
    'select amount, state from payments.refund where order_id = $1 order by opened_at',
    [order.id],
  );
const receipts = (order: OrderView) =>
  rows(market.db, 'select 1 from payments.receipt where order_id = $1', [order.id]);

describe('VNPay tells us', () => {
  test('the five cases of its acceptance test, in their order', async () => {
    const { order } = await awaiting();
    const told = await start(order);
    expect(await notify(told, { vnp_SecureHash: 'ab'.repeat(64) })).toBe('97');
    expect(await notify({ ...told, vnp_TxnRef: 'UNKNOWN1N1' })).toBe('01');
    expect(await notify({ ...told, vnp_Amount: String(Number(told.vnp_Amount) + 100) })).toBe('04');
    expect(await notify(told)).toBe('00');
    expect(await notify(told)).toBe('02');
    await market.settle();
    expect(await stateOf(order)).toBe('placed');
    expect(await receipts(order)).toHaveLength(1);
  });

  test('twice at the same instant, and it is one receipt and one fact', async () => {
    const { order } = await awaiting();
    const told = await start(order);
    const codes = await Promise.all(Array.from({ length: 6 }, () => notify({ ...told, vnp_TransactionNo: '77001' })));
    expect(codes.toSorted()).toEqual(['00', '02', '02', '02', '02', '02']);
    await market.settle();
    expect(await receipts(order)).toHaveLength(1);
    expect((await market.types(order.id)).filter((type) => type === 'payment.settled')).toHaveLength(1);
  });

  test('that a payment failed: it is recorded, answered 00, and the buyer may try again', async () => {
    const { order } = await awaiting();
    const first = await start(order);
    expect(
      await notify({ ...first, vnp_ResponseCode: '24', vnp_TransactionStatus: '02', vnp_TransactionNo: '0' }),
    ).toBe('00');
    const second = await start(order);
    expect(second.vnp_TxnRef).not.toBe(first.vnp_TxnRef);
    expect(await notify(second)).toBe('00');
    await market.settle();
    expect(await stateOf(order)).toBe('placed');
  });

  test('a success code with a failed transaction, and nothing is paid', async () => {
    const { order } = await awaiting();
    expect(await notify({ ...(await start(order)), vnp_TransactionStatus: '02' })).toBe('00');
    await market.settle();
    expect(await stateOf(order)).toBe('awaiting-payment');
    expect(await receipts(order)).toHaveLength(0);
  });

  test('that money was taken under suspicion: it is kept on record and ships nothing', async () => {
    const { order } = await awaiting();
    expect(await notify({ ...(await start(order)), vnp_ResponseCode: '07' })).toBe('00');
    await market.settle();
    expect(await stateOf(order)).toBe('awaiting-payment');
    expect(await receipts(order)).toHaveLength(1);
  });
});

describe('money nobody waits for', () => {
  test('comes for an order that was given up: it is recorded and goes back', async () => {
    const { order, offer } = await awaiting();
    const told = await start(order);
    market.clock.pass(30 * 60_000);
    await market.get(ExpireUnpaid).run();
    expect(await stateOf(order)).toBe('cancelled');
    expect(await notify(told)).toBe('00');
    await market.settle();
    expect(await stateOf(order)).toBe('cancelled');
    expect(await refunds(order)).toMatchObject([{ amount: order.total }]);
    expect(await market.level(offer)).toMatchObject({ onHand: 10_000, held: 0 });
  });

  test('comes a second time for the same order: the second goes back, the first stays', async () => {
    const { order } = await awaiting();
    const [first, second] = [await start(order), await start(order)];
    expect(await notify(first)).toBe('00');
    expect(await notify(second)).toBe('00');
    await market.settle();
    expect(await stateOf(order)).toBe('placed');
    expect(await refunds(order)).toMatchObject([{ amount: order.total }]);
  });

  test('was paid for an order the buyer takes back: all of it goes back, once', async () => {
    const { order } = await awaiting();
    await notify(await start(order));
    await market.settle();
    const { status } = await market.ask('POST', `/orders/${order.code}/cancellation`, { body: { key: order.key } });
    expect(status).toBe(200);
    await market.settle();
    await market.hears(RefundBuyer as never, 'order.cancelled', order.id, {
      code: order.code,
      reason: 'buyer',
      refund: order.total,
      producers: [],
    });
    expect(await refunds(order)).toMatchObject([{ amount: order.total }]);
  });
});

describe('a buyer', () => {
  test('cannot begin to pay for somebody else’s order', async () => {
    const { order } = await awaiting();
    const { status } = await market.ask('POST', `/orders/${order.code}/payments`, {
      body: { id: randomUUID(), key: 'x'.repeat(43) },
    });
    expect(status).toBe(404);
  });

  test('who comes back from VNPay is shown what was recorded, never what the address says', async () => {
    const { order } = await awaiting();
    const told = await start(order);
    const fields: Record<string, string> = {
      ...told,
      vnp_TmnCode: 'TESTTMN1',
      vnp_ResponseCode: '00',
      vnp_TransactionStatus: '00',
      vnp_TransactionNo: '9',
    };
    const data = new URLSearchParams(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
    const query = `${data}&vnp_SecureHash=${createHmac('sha512', secret).update(data).digest('hex')}`;
    const before = (await market.ask('GET', `/payments/vnpay/return?${query}&utm_source=zalo`)).body;
    expect(before).toMatchObject({ genuine: true, outcome: 'waiting', orderCode: order.code, orderKey: order.key });
    await notify(told);
    expect((await market.ask('GET', `/payments/vnpay/return?${query}`)).body).toMatchObject({ outcome: 'paid' });
    const forged = (await market.ask('GET', `/payments/vnpay/return?${query.replace(/Amount=\d+/, 'Amount=1')}`)).body;
    expect(forged).toMatchObject({ genuine: false, orderKey: null });
  });
});
