import { DataSource } from 'typeorm';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market } from '../../../../tests/support/market.ts';
import { events, type EventType } from '../events.ts';
import { Authenticator } from '../platform/actor.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CatalogueModule } from './catalogue.module.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
  clock: new TestClock('2026-06-10T03:00:00Z'),
});
const the = market(app, app.get(DataSource));

const ask = async (address: string) => (await app.inject({ url: address })).json();
const hint = () => ask('/price-hints?commodity=lychee&unit=kg&commune=07330');

test('the price others ask is told once five sell, one price a seller, and only of what is on show', async () => {
  for (const price of [20_000, 30_000, 40_000, 50_000]) await the.listing(await the.seller(), { price });
  const elsewhere = await the.seller({ commune: '00070', province: '01' });
  await the.listing(elsewhere, { price: 5_000 });
  await db.query('update catalogue.offer set visible = true');
  expect(await hint()).toEqual({ hint: null });
  const fifth = await the.seller();
  for (const price of [60_000, 61_000, 62_000]) await the.listing(fifth, { price });
  await db.query('update catalogue.offer set visible = false where producer = $1', [fifth.producer]);
  expect(await hint()).toEqual({ hint: null });
  await db.query('update catalogue.offer set visible = true where producer = $1', [fifth.producer]);
  expect(await hint()).toEqual({
    hint: { sellers: 5, median: 40_000, low: 20_000, high: 61_000, province: 'Bắc Ninh', days: 30 },
  });
  expect(await ask('/price-hints?commodity=lychee&unit=ta&commune=07330')).toEqual({ hint: null });
  expect((await app.inject({ url: '/price-hints?commodity=lychee&unit=kg&commune=99999' })).statusCode).toBe(404);
});

test('what the commune sells in season comes first, then what its province sells', async () => {
  await db.query('truncate catalogue.offer, catalogue.product cascade');
  const near = await the.seller();
  const far = await the.seller({ commune: '07339' });
  await the.listing(far, { commodity: 'longan', name: 'Nhãn lồng' });
  await the.listing(near, { commodity: 'honey', name: 'Mật ong rừng' });
  await the.listing(near, { commodity: 'lychee' });
  await db.query(`update catalogue.offer set visible = true, in_season = commodity = 'lychee'`);
  expect(await ask('/communes/07330/commodities')).toEqual({ items: ['lychee', 'honey', 'longan'] });
});
