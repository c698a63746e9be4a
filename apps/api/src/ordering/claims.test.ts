import { randomUUID } from 'node:crypto';
import type { AnswerOf, OrderClaim, orderPage } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { jpeg } from '../../../../tests/support/market.ts';
import { type Sale, sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { GiveCashBack, KeepCash, PaymentsModule, RefundBuyer } from '../payments/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { KeepLedger, KeepSales, SettlementModule } from '../settlement/index.ts';
import { MarkDelivered } from './index.ts';

/** What was handed over was not as it should be: the buyer shows it, the producer answers, a person decides. */

const { url } = await freshDatabase();
let market: Trade;
let buy: ReturnType<typeof sales>;
let officer: Actor;
beforeAll(async () => {
  const keeps = [KeepLedger];
  market = await Trade.open(url, {
    imports: [PaymentsModule, SettlementModule],
    heard: {
      'order.placed': [KeepSales],
      'shipment.delivered': [MarkDelivered, KeepCash],
      'parcel.delivered': keeps,
      'claim.opened': keeps,
      'claim.decided': [RefundBuyer, GiveCashBack, KeepLedger],
      'refund.settled': keeps,
    },
  });
  buy = sales(market);
  officer = market.person([{ role: 'commune-officer', commune: '07330' }], 'official');
});
afterAll(() => market?.close());

const hour = 3_600_000;
const delivered = async (): Promise<Sale> => {
  const sold = await buy.shipped();
  await buy.post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Chị Mẫu', cashCollected: sold.order.total });
  await market.settle();
  return sold;
};
type Answer = { status: number; body: OrderClaim & { code: string } };
const claims = ({ order, parcel }: Sale, more: object = {}, id: string = randomUUID()): Promise<Answer> =>
  market.ask('POST', `/orders/${order.code}/claims/${id}`, {
    body: { key: order.key, parcel, kind: 'damaged', words: 'Dập hết', ...more },
  });
const shows = async ({ order }: Sale, id: string, photo: string = randomUUID(), bytes?: Buffer, key = order.key) =>
  market.app.inject({
    method: 'PUT',
    url: `/orders/${order.code}/claims/${id}/photos/${photo}?key=${key}`,
    headers: { 'content-type': 'image/jpeg' },
    payload: bytes ?? (await jpeg()),
  });
const looks = (path: string, as?: Actor) =>
  market.app.inject({
    method: 'GET',
    url: path,
    ...(as ? { headers: { authorization: `Bearer ${as.sessionId}` } } : {}),
  });
const answers = (as: Actor, id: string, body: object): Promise<Answer> =>
  market.ask('POST', `/me/order-claims/${id}/answer`, { as, body });
const decides = (id: string, amount: number, as = officer): Promise<Answer> =>
  market.ask('POST', `/order-claims/${id}/decision`, { as, body: { amount, reason: 'Ảnh cho thấy hàng dập' } });
const sale = async ({ parcel }: Sale) =>
  (
    await rows<Record<string, number>>(market.db, 'select held, net, cut from settlement.sale where parcel = $1', [
      parcel,
    ])
  )[0];

describe('a buyer whose goods were damaged', () => {
  test('shows it and says it; money is held, the producer gives half back, and every sum follows', async () => {
    const sold = await delivered();
    const id = randomUUID();
    const photo = randomUUID();
    expect((await shows(sold, id, photo)).statusCode).toBe(200);
    expect((await shows(sold, id, photo)).statusCode).toBe(200);
    for (let tap = 0; tap < 2; tap++) {
      expect(await claims(sold, {}, id)).toMatchObject({
        status: 200,
        body: { id, state: 'open', photos: [photo], most: sold.order.total },
      });
    }
    await market.settle();
    expect(await market.types(sold.parcel)).toContain('claim.opened');
    expect(await sale(sold)).toMatchObject({ held: 1, cut: 0 });

    const mine = await looks(`/me/order-claims/${id}/photos/${photo}`, sold.producer);
    expect(mine.headers['content-type']).toBe('image/jpeg');
    expect(mine.statusCode).toBe(200);

    for (let tap = 0; tap < 2; tap++) {
      expect(await answers(sold.producer, id, { refund: 30_000, words: 'Xin lỗi chị' })).toMatchObject({
        status: 200,
        body: { state: 'decided', outcome: 'refunded', amount: 30_000, decidedBy: 'producer' },
      });
    }
    await market.settle();
    expect(await sale(sold)).toMatchObject({ held: 0, cut: 29_400 });
    expect(await buy.now(sold)).toMatchObject({ stands: sold.order.total - 30_000 });
    const [task] = await rows(
      market.db,
      `select kind, amount from payments.task where order_id = $1 and closed_at is null`,
      [sold.order.id],
    );
    expect(task).toEqual({ kind: 'cash-back', amount: 30_000 });
    const [sums] = await rows<{ sum: number; buyers: number }>(
      market.db,
      `select sum(po.amount)::bigint as sum, (sum(po.amount) filter (where po.account = 'buyers'))::bigint as buyers
       from settlement.posting po join settlement.entry e on e.id = po.entry where e.kind = 'claim' and e.source = $1`,
      [id],
    );
    expect(sums).toEqual({ sum: 0, buyers: -30_000 });
  });

  test('and sees it on her page, where it can be said once at a time', async () => {
    const sold = await delivered();
    const page = async (): Promise<AnswerOf<typeof orderPage>> =>
      (await market.ask('GET', `/orders/${sold.order.code}?key=${sold.order.key}`)).body;
    expect((await page()) && (await claims(sold)).status).toBe(200);
    expect(await claims(sold)).toMatchObject({ status: 409, body: { code: 'ordering.claim-open' } });
  });

  test('is answered otherwise, and then an official of the place decides, once', async () => {
    const sold = await delivered();
    const { body } = await claims(sold);
    expect(await decides(body.id, 0)).toMatchObject({ status: 409, body: { code: 'ordering.claim-unanswered' } });
    expect(await answers(sold.producer, body.id, { words: 'Hàng gửi đi còn tươi' })).toMatchObject({
      body: { state: 'answered' },
    });
    const list = await market.ask('GET', '/order-claims', { as: officer });
    expect((list.body as { items: OrderClaim[] }).items.map(({ id }) => id)).toContain(body.id);
    expect(await decides(body.id, sold.order.total + 1)).toMatchObject({
      status: 422,
      body: { code: 'ordering.refund-too-much' },
    });
    expect(await decides(body.id, 0)).toMatchObject({ status: 200, body: { outcome: 'refused', amount: 0 } });
    expect(await decides(body.id, 0)).toMatchObject({ status: 200 });
    expect(await decides(body.id, 5_000)).toMatchObject({ status: 409, body: { code: 'ordering.claim-decided' } });
    expect(await answers(sold.producer, body.id, { refund: 1_000 })).toMatchObject({ status: 409 });
    await market.settle();
    expect(await sale(sold)).toMatchObject({ held: 0, cut: 0 });
  });

  test('gets all of it back when nobody answers and the official says so: the whole division is taken back', async () => {
    const sold = await delivered();
    const { body } = await claims(sold);
    market.clock.pass(49 * hour);
    expect((await decides(body.id, sold.order.total)).status).toBe(200);
    await market.settle();
    const after = await sale(sold);
    expect(after?.cut).toBe(after?.net);
    expect(await buy.now(sold)).toMatchObject({ stands: 0 });
    expect(await claims(sold)).toMatchObject({ status: 409, body: { code: 'ordering.claim-open' } });
  });

  test('says it in time, and of what she got', async () => {
    const waiting = await buy.sale();
    expect(await claims(waiting)).toMatchObject({ status: 409, body: { code: 'ordering.not-delivered' } });
    const sold = await delivered();
    market.clock.pass(73 * hour);
    expect(await claims(sold)).toMatchObject({ status: 409, body: { code: 'ordering.claim-too-late' } });
  });
});

describe('a claim of somebody else', () => {
  test('is not found: neither it nor its photographs, by no other buyer, producer or official', async () => {
    const sold = await delivered();
    const other = await delivered();
    const id = randomUUID();
    const photo = randomUUID();
    await shows(sold, id, photo);
    await claims(sold, {}, id);
    const stranger = await market.producer();
    const away = market.person([{ role: 'commune-officer', commune: '00004' }], 'official');
    expect((await claims(sold, { key: other.order.key })).status).toBe(404);
    expect((await shows(sold, id, randomUUID(), undefined, other.order.key)).statusCode).toBe(404);
    expect((await answers(stranger, id, { refund: 1_000 })).status).toBe(404);
    expect((await decides(id, 0, away)).status).toBe(404);
    const paths: [string, Actor | undefined][] = [
      [`/orders/${sold.order.code}/claims/${id}/photos/${photo}?key=${other.order.key}`, undefined],
      [`/orders/${other.order.code}/claims/${id}/photos/${photo}?key=${other.order.key}`, undefined],
      [`/me/order-claims/${id}/photos/${photo}`, stranger],
      [`/order-claims/${id}/photos/${photo}`, away],
    ];
    for (const [path, as] of paths) expect((await looks(path, as)).statusCode).toBe(404);
    expect((await looks(`/order-claims/${id}/photos/${photo}`, officer)).statusCode).toBe(200);
  });

  test('another photograph under a number that is taken is refused, and the first stays', async () => {
    const [sold, other] = [await delivered(), await delivered()];
    const [id, photo] = [randomUUID(), randomUUID()];
    await shows(sold, id, photo);
    await claims(sold, {}, id);
    const first = (await looks(`/order-claims/${id}/photos/${photo}`, officer)).rawPayload;
    const another = await jpeg(400, 300, '#0000ff');
    expect((await shows(sold, id, photo, another)).json()).toMatchObject({ code: 'ordering.id-used' });
    expect((await shows(other, randomUUID(), photo, another)).json()).toMatchObject({ code: 'ordering.id-used' });
    expect((await looks(`/order-claims/${id}/photos/${photo}`, officer)).rawPayload.equals(first)).toBe(true);
  });

  test('takes no more than four photographs, and nothing that is none', async () => {
    const sold = await delivered();
    const id = randomUUID();
    for (let photo = 0; photo < 4; photo++) expect((await shows(sold, id)).statusCode).toBe(200);
    expect((await shows(sold, id)).statusCode).toBe(409);
    expect((await shows(sold, randomUUID(), randomUUID(), Buffer.from('%PDF-1.7'))).statusCode).toBe(415);
  });
});
