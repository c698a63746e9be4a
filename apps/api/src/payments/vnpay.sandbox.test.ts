import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { ExpireUnpaid } from '../ordering/index.ts';
import { Reconcile } from './index.ts';
import { openStage, type VnpayStage } from './testing.ts';

/** Payments against VNPay's sandbox: every way in which it may misbehave. */
const { url } = await freshDatabase();
let stage: VnpayStage;
beforeAll(async () => {
  stage = await openStage(url);
});
afterAll(() => stage?.close());
beforeEach(() => stage.control({ reset: true }));

test('the five cases of VNPay’s acceptance test, in their order, over the wire', async () => {
  const order = await stage.awaiting();
  await fetch(await stage.payUrl(order)); // the buyer opens the bank's page
  const sit = (await stage.post('/_control/vnpay/sit', {})) as unknown as {
    passed: boolean;
    cases: { got: string }[];
  };
  expect(sit.cases.map((one) => one.got)).toEqual(['97', '01', '04', '00', '02']);
  expect(sit.passed).toBe(true);
  await stage.market.settle();
  expect(await stage.stateOf(order)).toBe('placed');
  expect(await stage.receipts(order)).toEqual([{ amount: order.total, refunded: 0, clear: true }]);
});

describe('an IPN', () => {
  test.each([
    ['tampered-ipn', ['97', '00']],
    ['unknown-ref', ['01', '00']],
    ['wrong-amount', ['04', '00']],
    ['upper-case-hash', ['00']],
  ])('that is spoilt once (%s) is answered %s, and the money counts once', async (fault, answers) => {
    await stage.control({ faults: [fault] });
    const order = await stage.awaiting();
    const { txnRef } = await stage.pay(order, 'paid', { calls: answers.length });
    expect(await stage.codes(txnRef)).toEqual(answers);
    expect(await stage.stateOf(order)).toBe('placed');
    expect(await stage.receipts(order)).toHaveLength(1);
  });

  test('that comes twice at the same instant is one receipt', async () => {
    await stage.control({ faults: ['twice-at-once'] });
    const order = await stage.awaiting();
    const { txnRef } = await stage.pay(order, 'paid', { calls: 2 });
    expect((await stage.codes(txnRef)).toSorted()).toEqual(['00', '02']);
    expect(await stage.receipts(order)).toHaveLength(1);
    expect((await stage.market.types(order.id)).filter((type) => type === 'payment.settled')).toHaveLength(1);
  });

  test('that told of a failure first and of success after: the money counts', async () => {
    await stage.control({ faults: ['failed-first'] });
    const order = await stage.awaiting();
    const { txnRef } = await stage.pay(order, 'paid', { calls: 2 });
    expect(await stage.codes(txnRef)).toEqual(['00', '00']);
    expect(await stage.stateOf(order)).toBe('placed');
    expect(await stage.receipts(order)).toHaveLength(1);
  });

  test.each([
    'cancelled',
    'not-enough-money',
    'card-locked',
    'wrong-otp',
    'wrong-card',
    'expired',
    'bank-down',
    'other-error',
  ])('of a payment that failed (%s) is taken, and another attempt may succeed', async (outcome) => {
    const order = await stage.awaiting();
    const failed = await stage.pay(order, outcome);
    expect(await stage.codes(failed.txnRef)).toEqual(['00']);
    expect(await stage.stateOf(order)).toBe('awaiting-payment');
    await stage.pay(order);
    expect(await stage.stateOf(order)).toBe('placed');
    expect(await stage.receipts(order)).toHaveLength(1);
  });
});

describe('the page a buyer comes back to', () => {
  const seen = async (returnUrl: string) =>
    (await stage.market.ask('GET', `/payments/vnpay/return${new URL(returnUrl).search}`)).body;

  test('moves no money, before, without and after the IPN', async () => {
    const order = await stage.awaiting();
    const { returnUrl } = await stage.pay(order, 'paid', { sequence: 'return-only', calls: 0 });
    expect(await seen(returnUrl)).toMatchObject({ genuine: true, outcome: 'waiting' });
    expect(await stage.receipts(order)).toEqual([]);
    expect(await stage.stateOf(order)).toBe('awaiting-payment');
  });

  test('bears a stranger’s key, and not a changed amount', async () => {
    await stage.control({ faults: ['return-utm'] });
    const first = await stage.pay(await stage.awaiting());
    expect(first.returnUrl).toContain('utm_source');
    expect(await seen(first.returnUrl)).toMatchObject({ genuine: true, outcome: 'paid' });
    await stage.control({ faults: ['return-tampered'] });
    const second = await stage.pay(await stage.awaiting());
    expect(await seen(second.returnUrl)).toMatchObject({ genuine: false, orderKey: null });
  });
});

describe('when no IPN arrives', () => {
  test('what was paid is found by asking', async () => {
    const order = await stage.awaiting();
    await stage.pay(order, 'paid', { sequence: 'nothing', calls: 0 });
    stage.market.clock.pass(21 * 60_000);
    await stage.market.get(Reconcile).run();
    await stage.market.settle();
    expect(await stage.stateOf(order)).toBe('placed');
    expect(await stage.receipts(order)).toHaveLength(1);
  });

  test('an address nobody opened expires, and a late success after that goes back', async () => {
    const order = await stage.awaiting();
    const url = await stage.payUrl(order);
    await stage.control({ faults: ['late-success'] });
    stage.market.clock.pass(14 * 60_000);
    await fetch(url);
    stage.market.clock.pass(16 * 60_000); // past the window and past the hold
    await stage.market.get(ExpireUnpaid).run();
    expect(await stage.stateOf(order)).toBe('cancelled');
    const page = await (await fetch(`${stage.vnpay}/_control/vnpay/payments`)).json();
    expect(JSON.stringify(page)).toContain(order.code);
    await stage.market.get(Reconcile).run(); // VNPay says that its page is over: failed
    await stage.market.settle();
    expect(await stage.receipts(order)).toEqual([]);
  });

  test('money that comes after the order was given up is recorded and goes back', async () => {
    const order = await stage.awaiting();
    await stage.control({ faults: ['late-success'], lateMs: 300 });
    const done = await stage.post('/_control/vnpay/pay', { payUrl: await stage.payUrl(order), outcome: 'paid' });
    stage.market.clock.pass(30 * 60_000);
    await stage.market.get(ExpireUnpaid).run();
    await stage.called(done.txnRef, 1);
    await stage.market.settle();
    expect(await stage.codes(done.txnRef)).toEqual(['00']);
    expect(await stage.stateOf(order)).toBe('cancelled');
    expect(await stage.refunds(order)).toMatchObject([{ amount: order.total, state: 'accepted' }]);
    await stage.later();
    expect(await stage.refunds(order)).toMatchObject([{ amount: order.total, state: 'settled' }]);
    expect(await stage.gone(done.txnRef)).toBe(order.total);
  });
});
