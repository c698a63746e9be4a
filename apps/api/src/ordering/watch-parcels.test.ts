import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { Ordering } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
let buy: ReturnType<typeof sales>;
beforeAll(async () => {
  market = await Trade.open(url);
  buy = sales(market);
});
afterAll(() => market?.close());

describe('a parcel that got too warm', () => {
  const officer = (commune: string) => market.person([{ role: 'commune-officer', commune }], 'official');
  const finding = { finding: 'Đã mở xem: hàng còn tốt' };

  test('is held until an officer of the producer’s area has looked, and is not handed over before', async () => {
    const sold = await buy.shipped({ storage: 'chilled' });
    await buy.breach(sold);
    await market.settle();
    expect(await buy.now(sold)).toMatchObject({
      parcels: [
        { state: 'shipped', held: true, holdReason: 'Nóng quá giới hạn 8,0 °C: đo được 14,3 °C, kéo dài 45 phút' },
      ],
    });
    const refused = await buy.post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Mẫu' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'ordering.parcel-held' } });
    expect(await buy.post(officer('30076'), `${sold.parcel}/release`, finding)).toMatchObject({ status: 404 });
    expect(await buy.post(sold.producer, `${sold.parcel}/release`, finding)).toMatchObject({ status: 403 });
    const here = officer('07330');
    for (let tap = 0; tap < 2; tap++) {
      expect(await buy.post(here, `${sold.parcel}/release`, finding)).toEqual({ status: 200, body: { done: true } });
    }
    await market.settle();
    expect(await buy.now(sold)).toMatchObject({ parcels: [{ held: false, holdReason: null }] });
    expect(await buy.post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Mẫu' })).toMatchObject({
      status: 200,
    });
    await market.settle();
    expect((await market.types(sold.parcel)).slice(2)).toEqual(['parcel.held', 'parcel.released', 'parcel.delivered']);
  });

  test('is held once for each excursion: an old one, heard again after the release, does not hold it anew', async () => {
    const sold = await buy.shipped({ storage: 'chilled' });
    const excursion = randomUUID();
    await buy.breach(sold, excursion);
    await buy.breach(sold, excursion);
    await buy.post(
      market.person([{ role: 'province-officer', province: '24' }], 'official'),
      `${sold.parcel}/release`,
      finding,
    );
    await buy.breach(sold, excursion);
    expect(await buy.now(sold)).toMatchObject({ parcels: [{ held: false }] });
    expect((await market.types(sold.parcel)).filter((type) => type === 'parcel.held')).toHaveLength(1);
  });

  test('and comes back is not sold again', async () => {
    const sold = await buy.shipped({ storage: 'chilled' });
    await buy.breach(sold);
    await market.settle();
    expect((await buy.post(sold.producer, `${sold.parcel}/failure`, { reason: 'Hàng hỏng' })).status).toBe(200);
    await market.settle();
    expect(await buy.now(sold)).toMatchObject({ parcels: [{ state: 'returned' }] });
    expect((await market.level(sold.offer)).onHand).toBe(3_000);
  });

  test('is not held any more when it was handed over already', async () => {
    const sold = await buy.shipped();
    await buy.post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Mẫu' });
    await market.settle();
    await buy.breach(sold);
    expect(await buy.now(sold)).toMatchObject({ parcels: [{ state: 'delivered', held: false }] });
  });
});

describe('whoever watches over a commune', () => {
  test('sees parcels under way from and to it, held ones first, and nothing of the buyer', async () => {
    const [calm, warm] = [await buy.shipped({ storage: 'chilled' }), await buy.shipped({ storage: 'chilled' })];
    await buy.breach(warm);
    const ordering = market.get(Ordering);
    const seen = await ordering.watchList(['07330']);
    const ids = seen.map(({ id }) => id);
    expect(ids.indexOf(warm.parcel)).toBeLessThan(ids.indexOf(calm.parcel));
    expect(seen[0]?.held).toBe(true);
    expect(JSON.stringify(seen)).not.toContain('Nguyễn Thị Mẫu');
    expect(await ordering.watchList(['28273'])).toEqual([]);
    const code = warm.order.parcels[0]?.code as string;
    expect(await ordering.watched(code, ['07330'])).toMatchObject({ id: warm.parcel, holds: [{ releasedAt: null }] });
    await expect(ordering.watched(code, ['28273'])).rejects.toMatchObject({ code: 'ordering.not-found' });
    expect(await ordering.parcelByCode(code)).toMatchObject({ id: warm.parcel, producer: { commune: '07330' } });
    expect(await ordering.parcelByCode('0000000000')).toBeUndefined();
  });

  test('a producer reads what is to be done and what this month brought', async () => {
    const sold = await buy.sale();
    expect(await market.get(Ordering).countsFor(sold.producer)).toEqual({
      waiting: 1,
      toDo: 1,
      sold: sold.order.goods,
    });
    await buy.post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Hết hàng' });
    expect(await market.get(Ordering).countsFor(sold.producer)).toEqual({ waiting: 0, toDo: 0, sold: 0 });
  });
});
