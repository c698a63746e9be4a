import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { rows } from '../platform/database.ts';
import { CreateShipment, HoldShipment, Logistics, ReadyShipment, ReleaseShipment } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
beforeAll(async () => {
  market = await Trade.open(url);
});
afterAll(() => market?.close());

const seller = {
  producer: randomUUID(),
  producerName: 'Hộ chị Lành',
  producerKind: 'household' as const,
  commune: '07330',
  province: '24',
  subArea: null,
};
const about = { order: randomUUID(), code: 'ABCDEFGH12', ...seller, storage: 'ambient' as const };
const created = (parcel: string) =>
  market.hears(CreateShipment, 'parcel.confirmed', parcel, {
    ...about,
    toCommune: '30076',
    commodities: ['vai'],
    cashToCollect: 50_000,
  });
const readied = (parcel: string) =>
  market.hears(ReadyShipment, 'parcel.packed', parcel, { ...about, harvestedOn: '2026-11-22', lines: [] });
const hold = { order: about.order, code: about.code, producer: seller.producer, commune: '07330' };
const held = (parcel: string) =>
  market.hears(HoldShipment, 'parcel.held', parcel, { ...hold, reason: 'Nóng quá', excursion: randomUUID() });
const released = (parcel: string) =>
  market.hears(ReleaseShipment, 'parcel.released', parcel, { ...hold, finding: 'Hàng còn tốt' });
const heldNow = async (parcel: string) =>
  (await rows<{ held: boolean }>(market.db, 'select held from logistics.shipment where parcel = $1', [parcel]))[0]
    ?.held;

describe('a shipment', () => {
  test('is created once for a parcel, however often it is heard', async () => {
    const parcel = randomUUID();
    await created(parcel);
    await created(parcel);
    const shipments = await market.get(Logistics).shipmentsOf([parcel]);
    expect(shipments).toMatchObject([{ parcel, state: 'created', cashToCollect: 50_000, device: null }]);
    expect(await market.types(shipments[0]?.id as string)).toEqual(['shipment.created']);
    expect(await market.get(Logistics).shipment(shipments[0]?.id as string)).toEqual(shipments[0]);
  });

  test('whose parcel is packed before it exists becomes ready a little later', async () => {
    const parcel = randomUUID();
    await expect(readied(parcel)).rejects.toThrow('before its shipment'); // the worker tries again
    await created(parcel);
    await readied(parcel);
    await readied(parcel);
    expect(await market.get(Logistics).shipmentsOf([parcel])).toMatchObject([{ state: 'ready' }]);
  });

  test('released and held in the wrong order stands as was said last', async () => {
    const parcel = randomUUID();
    await created(parcel);
    const said = market.clock.now();
    market.clock.set(new Date(said.getTime() + 60_000));
    await released(parcel);
    market.clock.set(said);
    await held(parcel);
    expect(await heldNow(parcel)).toBe(false);
    market.clock.set(new Date(said.getTime() + 120_000));
    await held(parcel);
    expect(await heldNow(parcel)).toBe(true);
  });
});

describe('the tariff', () => {
  const at = new Date('2026-11-23T02:00:00Z');
  const here = { commune: '07330', province: '24' };

  test('asks more for far and for cold', async () => {
    const to = { commune: '07330', province: '24' };
    const fees = await market.get(Logistics).quote(
      market.db,
      {
        to,
        parcels: [
          { producer: here, storage: 'ambient' },
          { producer: { commune: '07000', province: '24' }, storage: 'ambient' },
          { producer: { commune: '30076', province: '92' }, storage: 'chilled' },
        ],
      },
      at,
    );
    expect(fees).toEqual([15_000, 25_000, 50_000]);
  });

  test('changes on its day in Vietnam, not before', async () => {
    await rows(
      market.db,
      `insert into logistics.zone_fee values ('commune', 'frozen', '2026-12-01', 99000, 'Bảng phí số 2')`,
    );
    const frozen = (when: string) =>
      market
        .get(Logistics)
        .quote(market.db, { to: here, parcels: [{ producer: here, storage: 'frozen' }] }, new Date(when));
    expect(await frozen('2026-11-30T16:59:59Z')).toEqual([35_000]);
    expect(await frozen('2026-11-30T17:00:00Z')).toEqual([99_000]);
  });

  test('knows every commune by the name people write, and no other code', async () => {
    expect(await market.get(Logistics).destination('07330')).toMatchObject({ commune: '07330', province: '24' });
    await expect(market.get(Logistics).destination('99999')).rejects.toMatchObject({ code: 'logistics.no-route' });
  });
});
