import type { ShipmentView } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';

const { url } = await freshDatabase();
let market: Trade;
let buy: ReturnType<typeof sales>;
beforeAll(async () => {
  market = await Trade.open(url);
  buy = sales(market);
});
afterAll(() => market?.close());

describe('a shipment', () => {
  test('of chilled goods does not leave without a logger, and a logger rides on one parcel at a time', async () => {
    const sold = await buy.packed({ storage: 'chilled' });
    expect(await buy.post(sold.producer, `${sold.parcel}/dispatch`, {})).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'device' }] },
    });
    const busy = await buy.shipped({ storage: 'chilled' });
    expect(await buy.post(sold.producer, `${sold.parcel}/dispatch`, { device: busy.device })).toMatchObject({
      status: 409,
      body: { code: 'coldchain.device-busy' },
    });
    await buy.post(busy.producer, `${busy.parcel}/delivery`, { receivedBy: 'Mẫu' });
    expect(await buy.post(sold.producer, `${sold.parcel}/dispatch`, { device: busy.device })).toMatchObject({
      status: 200,
    });
  });

  test('leaves only when the parcel is packed, and takes no more cash than is due', async () => {
    const sold = await buy.sale();
    await buy.post(sold.producer, `${sold.parcel}/confirmation`);
    await market.settle();
    expect(await buy.post(sold.producer, `${sold.parcel}/dispatch`, {})).toMatchObject({
      status: 409,
      body: { code: 'logistics.illegal-step', details: { from: 'created', to: 'dispatched' } },
    });
    const out = await buy.shipped();
    const { status, body } = await buy.post(out.producer, `${out.parcel}/delivery`, {
      receivedBy: 'Mẫu',
      cashCollected: out.order.total + 1,
    });
    expect({ status, body }).toMatchObject({ status: 422, body: { errors: [{ field: 'cashCollected' }] } });
  });

  test('of a cancelled order never leaves', async () => {
    const sold = await buy.sale();
    await buy.post(sold.producer, `${sold.parcel}/confirmation`);
    await market.settle();
    await market.ask('POST', `/orders/${sold.order.code}/cancellation`, { body: { key: sold.order.key } });
    await market.settle();
    expect(await buy.post(sold.producer, `${sold.parcel}/dispatch`, {})).toMatchObject({
      status: 404,
      body: { code: 'logistics.not-found' },
    });
  });

  test('is told to whoever asks about the parcel, in the contract’s shape', async () => {
    const sold = await buy.shipped();
    const { body } = await buy.post(sold.producer, `${sold.parcel}/failure`, { reason: 'Không gặp người nhận' });
    expect(body as ShipmentView).toMatchObject({ parcel: sold.parcel, state: 'failed', device: sold.device });
  });
});
