import { randomUUID } from 'node:crypto';
import type { OrderView, PaymentTask, StatementView } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { KeepCash, NoticeMissingCash, PaymentsModule } from './index.ts';

/** Cash at the door: the carrier's until it hands it over, and its statements beside our books. */

const { url } = await freshDatabase();
let market: Trade;
let accountant: Actor;
beforeAll(async () => {
  market = await Trade.open(url, { imports: [PaymentsModule] });
  accountant = market.person([{ role: 'accountant', province: '24' }], 'official');
});
afterAll(() => market?.close());

/** A parcel to be paid at the door; `collected` absent: it never was delivered. */
const parcel = async (collected?: number | 'all') => {
  const offer = await market.listing({ price: 40_000 });
  const order = await market.placed([{ offer, quantity: 1_000 }]);
  const { id, code } = order.parcels[0]!;
  if (collected === undefined) return { order, id, code };
  const cashCollected = collected === 'all' ? order.total : collected;
  await market.hears(KeepCash, 'shipment.delivered', randomUUID(), {
    parcel: id,
    receivedBy: 'Chị Mẫu',
    cashCollected,
  });
  return { order, id, code };
};
const cash = async (id: string) =>
  (await rows(market.db, 'select state, collected, remitted from payments.cash where parcel = $1', [id]))[0];
const tasks = async (order: OrderView): Promise<PaymentTask[]> => {
  const { body } = await market.ask('GET', '/payments/tasks', { as: accountant });
  return (body as { items: PaymentTask[] }).items.filter((task) => task.orderCode === order.code);
};
const decide = (task: PaymentTask | undefined, body: object) =>
  market.ask('POST', `/payments/tasks/${task?.id}/decision`, { as: accountant, body });

const statement = async (
  provider: string,
  lines: readonly (readonly [string, string | number, string?])[],
  as = accountant,
) => {
  const csv = [
    'Bảng kê ngày',
    'Mã giao dịch;Số tiền;Loại giao dịch',
    ...lines.map(([reference, amount, kind = '']) => `${reference};${amount};${kind}`),
  ].join('\n');
  const answer = await market.app.inject({
    method: 'PUT',
    url: `/payments/statements/${randomUUID()}?provider=${provider}&day=2026-11-23&file=bang-ke.csv`,
    headers: { authorization: `Bearer ${as.sessionId}`, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(csv),
  });
  return { status: answer.statusCode, body: answer.json<StatementView & { code: string }>() };
};

describe('cash at the door', () => {
  test('is to be collected, collected, handed over and reconciled', async () => {
    const { order, id, code } = await parcel();
    await market.hears(KeepCash, 'parcel.returned', id, {
      order: order.id,
      code,
      producer: randomUUID(),
      commune: '07330',
      reason: 'x',
      refund: 0,
    });
    expect(await cash(id)).toMatchObject({ state: 'void' });
    const whole = await parcel('all');
    expect(await cash(whole.id)).toMatchObject({ state: 'collected', collected: whole.order.total, remitted: 0 });
    expect(await tasks(whole.order)).toEqual([]);
    const { body } = await statement('carrier', [[whole.code.toLowerCase(), whole.order.total]]);
    expect(body).toMatchObject({ lines: 1, differences: 0, differing: [] });
    expect(await cash(whole.id)).toMatchObject({ state: 'reconciled', remitted: whole.order.total });
    expect(await market.types(whole.order.id)).toEqual(expect.arrayContaining(['cash.collected', 'cash.remitted']));
  });

  test('heard twice is collected once', async () => {
    const { order, id } = await parcel('all');
    const again = { parcel: id, receivedBy: 'Chị Mẫu', cashCollected: order.total };
    await market.hears(KeepCash, 'shipment.delivered', randomUUID(), again);
    expect((await market.types(order.id)).filter((type) => type === 'cash.collected')).toHaveLength(1);
  });

  test('that was short is a person’s: the rest comes later, or it stays', async () => {
    const { order, id } = await parcel(10_000);
    const [task] = await tasks(order);
    expect(task).toMatchObject({ kind: 'cash-short', amount: order.total - 10_000 });
    await decide(task, { decision: 'by-hand', reference: 'PT-0192', note: 'Người mua trả nốt cho người giao' });
    expect(await cash(id)).toMatchObject({ collected: order.total });
  });

  test('that does not come in the time promised is a person’s, once', async () => {
    const { order } = await parcel('all');
    await market.get(NoticeMissingCash).run();
    expect(await tasks(order)).toEqual([]);
    market.clock.pass(8 * 86_400_000);
    await market.get(NoticeMissingCash).run();
    await market.get(NoticeMissingCash).run();
    expect(await tasks(order)).toMatchObject([{ kind: 'cash-missing', amount: order.total }]);
  });

  test('handed over in part is a person’s; the rest is entered with what shows it', async () => {
    const { order, id, code } = await parcel('all');
    const { body } = await statement('carrier', [[code, order.total - 5_000]]);
    expect(body.differing).toMatchObject([
      { outcome: 'amount-differs', theirs: order.total - 5_000, ours: order.total },
    ]);
    const [task] = await tasks(order);
    expect(task).toMatchObject({ kind: 'remittance-differs', amount: 5_000 });
    await decide(task, { decision: 'by-hand', reference: 'FT2632800001', note: 'Chuyển bù ngày hôm sau' });
    expect(await cash(id)).toMatchObject({ state: 'reconciled', remitted: order.total });
  });
});

describe('a statement', () => {
  test('lists what only they know, what they say twice, and the same file is the same statement', async () => {
    const { order, code } = await parcel('all');
    const lines = [
      [code, order.total],
      [code, order.total],
      ['KHONGCO123', '1.250.000 đ'],
    ] as const;
    const first = await statement('carrier', lines);
    expect(first.body.differing).toMatchObject([
      { outcome: 'twice' },
      { reference: 'KHONGCO123', outcome: 'unknown', theirs: 1_250_000 },
    ]);
    const again = await statement('carrier', lines);
    expect(again.body.id).toBe(first.body.id);
    const stranger = market.person([{ role: 'accountant', province: '82' }], 'official');
    expect((await market.ask('GET', `/payments/statements/${first.body.id}`, { as: stranger })).status).toBe(404);
  });

  test('of VNPay says what we have and it has not', async () => {
    market.clock.set('2026-11-23T04:00:00Z');
    const offer = await market.listing({ price: 40_000 });
    const order = await market.placed([{ offer, quantity: 1_000 }], { payment: 'vnpay' });
    const ids = [randomUUID(), randomUUID()];
    for (const [index, id] of ids.entries()) {
      await rows(
        market.db,
        `with tried as (insert into payments.attempt (id, order_id, order_code, provider, txn_ref, amount, state, provinces, address,
           created_at, expires_at) values ($1, $2, $3, 'vnpay', $4, 50000, 'paid', '{24}', '', $5, $5) returning id)
         insert into payments.receipt (id, attempt_id, order_id, provider, reference, amount, clear, at)
         select gen_random_uuid(), id, $2, 'vnpay', $6, 50000, true, $5 from tried`,
        [id, order.id, order.code, `${order.code}N${index}`, market.clock.now(), `1500${index}`],
      );
    }
    const { body } = await statement('vnpay', [
      ['15000', '50,000', 'Thanh toán'],
      ['99', '-20.000', 'Hoàn tiền'],
    ]);
    expect(body.differing).toMatchObject([
      { reference: '99', kind: 'refund', outcome: 'unknown', theirs: 20_000 },
      { reference: '15001', kind: 'payment', outcome: 'missing', ours: 50_000, orderCode: order.code },
    ]);
  });

  test('that is none, or has a line without an amount, is refused and says which', async () => {
    expect((await statement('vnpay', [['15000', 'năm mươi nghìn']])).body).toMatchObject({
      code: 'payments.statement-unreadable',
      details: { row: 3 },
    });
  });
});
