import { randomUUID } from 'node:crypto';
import type { PaymentTask } from '@chophien/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { ExpireUnpaid } from '../ordering/index.ts';
import { rows } from '../platform/database.ts';
import { RefundBuyer } from './index.ts';
import { openStage, type VnpayStage } from './testing.ts';

/** Money that goes back, and money under suspicion, against VNPay's sandbox. */
const { url } = await freshDatabase();
let stage: VnpayStage;
beforeAll(async () => {
  stage = await openStage(url);
});
afterAll(() => stage?.close());
beforeEach(() => stage.control({ reset: true }));

describe('a refund', () => {
  const paid = async () => {
    const order = await stage.awaiting();
    return { order, ...(await stage.pay(order)) };
  };

  test('of all of it is taken on, waited for and settled', async () => {
    const { order, txnRef } = await paid();
    await stage.cancel(order);
    expect(await stage.refunds(order)).toMatchObject([{ amount: order.total, state: 'accepted' }]);
    await stage.later();
    expect(await stage.refunds(order)).toMatchObject([{ state: 'settled', tries: 1 }]);
    expect(await stage.gone(txnRef)).toBe(order.total);
    expect(await stage.market.types(order.id)).toContain('refund.settled');
  });

  test('in two parts at once goes one after the other, and both go', async () => {
    const offers = [await stage.market.listing({ price: 40_000 }), await stage.market.listing({ price: 50_000 })];
    const order = await stage.market.placed(
      offers.map((offer) => ({ offer, quantity: 1_000 })),
      { payment: 'vnpay' },
    );
    const { txnRef } = await stage.pay(order);
    const parts = [
      { parcel: randomUUID(), refund: 30_000 },
      { parcel: randomUUID(), refund: 20_000 },
    ];
    for (const { parcel, refund } of parts) {
      await stage.market.hears(RefundBuyer, 'parcel.cancelled', parcel, {
        order: order.id,
        code: 'X',
        producer: randomUUID(),
        commune: '07330',
        reason: 'out',
        refund,
      });
    }
    await stage.market.settle();
    expect((await stage.refunds(order)).map(({ state }) => state).toSorted()).toEqual(['accepted', 'pending']);
    await stage.later();
    await stage.later();
    await stage.later();
    expect((await stage.refunds(order)).map(({ state }) => state)).toEqual(['settled', 'settled']);
    expect(await stage.gone(txnRef)).toBe(50_000);
    expect(await stage.receipts(order)).toMatchObject([{ refunded: 50_000 }]);
  });

  test.each([
    ['after VNPay did it', 'drop-after-refund', 1],
    ['before VNPay did anything', 'drop-before-refund', 2],
    ['and what came was not signed', 'refund-unsigned', 1],
  ])('whose answer was lost %s is asked for, and money goes back once', async (_, fault, tries) => {
    const { order, txnRef } = await paid();
    await stage.control({ faults: [fault] });
    await stage.cancel(order);
    expect(await stage.refunds(order)).toMatchObject([{ state: 'unknown', tries: 1 }]);
    await stage.later();
    await stage.later();
    expect(await stage.refunds(order)).toMatchObject([{ amount: order.total, state: 'settled', tries }]);
    expect(await stage.gone(txnRef)).toBe(order.total);
  });

  test('that VNPay rejects afterwards waits for a person, who has it sent again', async () => {
    const { order, txnRef } = await paid();
    await stage.control({ faults: ['refund-rejected'] });
    await stage.cancel(order);
    await stage.later();
    expect(await stage.refunds(order)).toMatchObject([{ state: 'refused' }]);
    expect(await stage.receipts(order)).toMatchObject([{ refunded: 0 }]);
    const [task] = (await stage.tasks(order)) as [PaymentTask];
    expect(task).toMatchObject({ kind: 'refund-refused', said: '09', amount: order.total });
    expect((await stage.decide(task, { decision: 'again' })).body).toMatchObject({ code: 'payments.proof-missing' });
    expect((await stage.decide(task, { decision: 'again', note: 'VNPay báo đã mở lại' })).status).toBe(200);
    await stage.market.settle();
    await stage.later();
    expect(await stage.refunds(order)).toMatchObject([{ state: 'settled' }]);
    expect(await stage.gone(txnRef)).toBe(order.total);
    expect(await stage.tasks(order)).toEqual([]);
  });

  test('that VNPay refuses is given back by hand, with the bank’s number, once', async () => {
    const { order } = await paid();
    await stage.control({ faults: ['refund-rejected'] });
    await stage.cancel(order);
    await stage.later();
    const [task] = (await stage.tasks(order)) as [PaymentTask];
    const byHand = { decision: 'by-hand', reference: 'FT26327000001', note: 'Chuyển khoản lại cho người mua' };
    expect((await stage.decide(task, { ...byHand, reference: '' })).status).toBe(422);
    const both = await Promise.all([
      stage.decide(task, byHand),
      stage.decide(task, { decision: 'again', note: 'Gửi lại lần nữa' }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test('is never more than came in, however many ask at once', async () => {
    const { order } = await paid();
    const ask = () =>
      stage.market.hears(RefundBuyer, 'parcel.cancelled', randomUUID(), {
        order: order.id,
        code: 'X',
        producer: randomUUID(),
        commune: '07330',
        reason: 'out',
        refund: 35_000,
      });
    await Promise.all(Array.from({ length: 20 }, ask));
    const opened = (await stage.refunds(order)).reduce((sum, { amount }) => sum + amount, 0);
    expect(opened).toBe(order.total);
    await expect(
      rows(
        stage.market.db,
        `insert into payments.refund (id, order_id, receipt_id, amount, state, cause, request_id, opened_at)
         select $1, order_id, id, 1, 'pending', 'more', 'more', at from payments.receipt where order_id = $2`,
        [randomUUID(), order.id],
      ),
    ).rejects.toThrow('refund_within_receipt');
  });
});

describe('money under suspicion', () => {
  test.each(['suspected', 'reversed'])('(%s) ships nothing and waits for a person of the province', async (outcome) => {
    const order = await stage.awaiting();
    await stage.pay(order, outcome);
    expect(await stage.stateOf(order)).toBe('awaiting-payment');
    expect(await stage.receipts(order)).toMatchObject([{ clear: false }]);
    const [task] = (await stage.tasks(order)) as [PaymentTask];
    expect(task).toMatchObject({ kind: 'suspected', amount: order.total });
    const stranger = stage.market.person([{ role: 'accountant', province: '82' }], 'official');
    expect((await stage.market.ask('GET', `/payments/tasks/${task.id}`, { as: stranger })).status).toBe(404);
    const seen = await stage.market.ask('GET', `/payments/tasks/${task.id}`, { as: stage.accountant });
    expect(seen.body).toMatchObject({
      decisions: ['accept', 'void'],
      moves: [{ what: 'attempt' }, { what: 'receipt' }],
    });
  });

  test('is accepted: the order stands, and its buyer is not charged twice', async () => {
    const order = await stage.awaiting();
    await stage.pay(order, 'suspected');
    const [task] = (await stage.tasks(order)) as [PaymentTask];
    const accept = { decision: 'accept', reference: '14226112', note: 'VNPay xác nhận bằng thư' };
    expect((await stage.decide(task, accept)).status).toBe(200);
    expect((await stage.decide(task, accept)).status).toBe(200);
    await stage.market.settle();
    expect(await stage.stateOf(order)).toBe('placed');
    expect(await stage.receipts(order)).toMatchObject([{ clear: true }]);
  });

  test('is accepted after the order was given up: it goes back', async () => {
    const order = await stage.awaiting();
    await stage.pay(order, 'suspected');
    stage.market.clock.pass(30 * 60_000);
    await stage.market.get(ExpireUnpaid).run();
    await stage.market.settle();
    expect(await stage.refunds(order)).toEqual([]);
    const [task] = (await stage.tasks(order)) as [PaymentTask];
    await stage.decide(task, { decision: 'accept', reference: '14226112', note: 'VNPay xác nhận bằng thư' });
    await stage.market.settle();
    expect(await stage.stateOf(order)).toBe('cancelled');
    expect(await stage.refunds(order)).toMatchObject([{ amount: order.total }]);
  });

  test('was taken back by the bank: it never was ours', async () => {
    const order = await stage.awaiting();
    await stage.pay(order, 'reversed');
    const [task] = (await stage.tasks(order)) as [PaymentTask];
    expect((await stage.decide(task, { decision: 'again', note: 'không hợp' })).status).toBe(422);
    await stage.decide(task, { decision: 'void', reference: '14226112', note: 'Ngân hàng đã trả lại' });
    await stage.pay(order);
    expect(await stage.stateOf(order)).toBe('placed');
    expect(await stage.receipts(order)).toMatchObject([{ clear: false }, { clear: true }]);
  });

  test('is asked about, and stays as it is while VNPay says the same', async () => {
    const order = await stage.awaiting();
    await stage.pay(order, 'suspected');
    const [task] = (await stage.tasks(order)) as [PaymentTask];
    const { body } = await stage.market.ask('POST', `/payments/tasks/${task.id}/question`, { as: stage.accountant });
    expect(body).toEqual({ said: '07', closed: false });
  });
});
