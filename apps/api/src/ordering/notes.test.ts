import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { type Sale, sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';

/** What buyer and producer write to each other about a parcel. */

const { url } = await freshDatabase();
let market: Trade;
let buy: ReturnType<typeof sales>;
beforeAll(async () => {
  market = await Trade.open(url);
  buy = sales(market);
});
afterAll(() => market?.close());

const buyer = ({ order, parcel }: Sale, text: string, { id = randomUUID() as string, key = order.key } = {}) =>
  market.ask('PUT', `/orders/${order.code}/notes/${id}`, { body: { key, parcel, text } });
const seller = (as: Actor, parcel: string, text: string, id: string = randomUUID()) =>
  market.ask('PUT', `/me/parcels/${parcel}/notes/${id}`, { as, body: { text } });
const read = (as: Actor, parcel: string) => market.ask('GET', `/me/parcels/${parcel}/notes`, { as });

test('buyer and producer read each other, once each, and each is told of the other', async () => {
  const sold = await buy.sale();
  const id = randomUUID();
  for (let tap = 0; tap < 2; tap++) expect((await buyer(sold, 'Cho em quả chín vừa', { id })).status).toBe(200);
  expect(await buyer(sold, 'Lời khác', { id })).toMatchObject({ status: 409, body: { code: 'ordering.id-used' } });
  market.clock.pass(1_000);
  expect((await seller(sold.producer, sold.parcel, 'Vâng, sáng mai tôi hái')).status).toBe(200);
  expect((await read(sold.producer, sold.parcel)).body).toMatchObject({
    open: true,
    items: [
      { from: 'buyer', text: 'Cho em quả chín vừa' },
      { from: 'producer', text: 'Vâng, sáng mai tôi hái' },
    ],
  });
  const said = (await market.stated(sold.parcel)).filter(({ type }) => type === 'note.written');
  expect(said.map(({ data }) => data.from)).toEqual(['buyer', 'producer']);
  expect(JSON.stringify(said)).not.toContain('chín');
});

test('nobody else reads or writes there, and an empty word is none', async () => {
  const sold = await buy.sale();
  const other = await buy.sale();
  const stranger = await market.producer();
  expect((await buyer(sold, 'Xin chào', { key: other.order.key })).status).toBe(404);
  expect((await buyer({ ...sold, parcel: other.parcel }, 'Xin chào')).status).toBe(404);
  expect((await seller(stranger, sold.parcel, 'Xin chào')).status).toBe(404);
  expect((await read(stranger, sold.parcel)).status).toBe(404);
  expect((await buyer(sold, '  ')).status).toBe(422);
});

test('long after the parcel came to its end nothing more is written', async () => {
  const sold = await buy.sale();
  await buy.post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Hết hàng' });
  expect((await buyer(sold, 'Khi nào có lại?')).status).toBe(200);
  market.clock.pass(31 * 86_400_000);
  expect(await buyer(sold, 'Còn không?')).toMatchObject({ status: 409, body: { code: 'ordering.notes-closed' } });
  expect((await read(sold.producer, sold.parcel)).body).toMatchObject({ open: false });
});
