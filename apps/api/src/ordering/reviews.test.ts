import { randomUUID } from 'node:crypto';
import type { AnswerOf, listMyReviews, BuyerReview } from '@chophien/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { type Sale, sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';
import { Ordering } from './index.ts';

/** What buyers say of what they got. */

const { url } = await freshDatabase();
let market: Trade;
let buy: ReturnType<typeof sales>;
let moderator: Actor;
beforeAll(async () => {
  market = await Trade.open(url);
  buy = sales(market);
  moderator = market.person([{ role: 'moderator', province: '24' }], 'official');
});
afterAll(() => market?.close());

const delivered = async (): Promise<Sale> => {
  const sold = await buy.shipped();
  await buy.post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Chị Mẫu', cashCollected: 0 });
  await market.settle();
  return sold;
};
type Answer = { status: number; body: BuyerReview & { code: string } };
const writes = ({ order, offer }: Sale, more: object = {}, id: string = randomUUID()): Promise<Answer> =>
  market.ask('PUT', `/orders/${order.code}/reviews/${id}`, { body: { key: order.key, offer, stars: 5, ...more } });
const decides = (id: string, body: object, as = moderator): Promise<Answer> =>
  market.ask('POST', `/buyer-reviews/${id}/decision`, { as, body });
const shown = ({ offer }: Sale) => market.get(Ordering).reviewsOf(offer);

test('stars are shown at once, words after a look, with the buyer’s given name and the producer’s reply', async () => {
  const sold = await delivered();
  const id = randomUUID();
  for (let tap = 0; tap < 2; tap++) {
    expect(await writes(sold, { words: 'Vải ngọt' }, id)).toMatchObject({
      status: 200,
      body: { state: 'waiting', author: 'Mẫu' },
    });
  }
  expect(await shown(sold)).toEqual({ count: 0, average: null, items: [] });
  const list = await market.ask('GET', '/buyer-reviews', { as: moderator });
  expect((list.body as { items: BuyerReview[] }).items.map((one) => one.id)).toContain(id);
  expect((await decides(id, { show: true })).body).toMatchObject({ state: 'shown' });
  const reply = await market.ask('POST', `/me/buyer-reviews/${id}/reply`, {
    as: sold.producer,
    body: { words: 'Cảm ơn chị' },
  });
  expect(reply.body).toMatchObject({ reply: 'Cảm ơn chị' });
  expect(await shown(sold)).toMatchObject({
    count: 1,
    average: 50,
    items: [{ words: 'Vải ngọt', author: 'Mẫu', reply: 'Cảm ơn chị' }],
  });
  expect(await decides(id, { show: false, reason: 'Có lời xúc phạm' })).toMatchObject({ body: { state: 'hidden' } });
  expect((await shown(sold)).count).toBe(0);
  const alone = await delivered();
  await writes(alone, { stars: 3 });
  expect(await shown(alone)).toMatchObject({ count: 1, average: 30, items: [] });
});

test('only who got it says so, once, and never of her own goods', async () => {
  const waiting = await buy.shipped();
  expect(await writes(waiting)).toMatchObject({ status: 409, body: { code: 'ordering.not-delivered' } });
  const sold = await delivered();
  const other = await delivered();
  expect((await writes(sold, { key: other.order.key })).status).toBe(404);
  expect((await writes(sold, { offer: other.offer })).status).toBe(404);
  expect((await writes(sold)).status).toBe(200);
  expect(await writes(sold, { stars: 1 })).toMatchObject({ status: 409, body: { code: 'ordering.reviewed' } });
  expect((await writes(other, { stars: 6 })).status).toBe(422);
});

test('is answered by its producer and decided on in its province, by nobody else', async () => {
  const sold = await delivered();
  const { body } = await writes(sold, { words: 'Hơi chua' });
  const stranger = await market.producer();
  const away = market.person([{ role: 'moderator', province: '01' }], 'official');
  const answer = await market.ask('POST', `/me/buyer-reviews/${body.id}/reply`, {
    as: stranger,
    body: { words: 'Ồ, vậy à' },
  });
  expect(answer.status).toBe(404);
  expect((await decides(body.id, { show: true }, away)).status).toBe(404);
  expect((await decides(body.id, { show: false })).status).toBe(422);
  const mine = await market.ask('GET', '/me/buyer-reviews', { as: stranger });
  expect((mine.body as AnswerOf<typeof listMyReviews>).items).toEqual([]);
});
