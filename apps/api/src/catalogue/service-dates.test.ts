import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market, type Seller } from '../../../../tests/support/market.ts';
import { events, type EventType } from '../events.ts';
import { Authenticator } from '../platform/actor.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CorrectStock, ReceiveStock, StockModule } from '../stock/index.ts';
import { AddServiceDate } from './add-service-date.ts';
import { BookPlaces } from './book-places.ts';
import { CancelServiceDate } from './cancel-service-date.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { EndServiceDates } from './end-service-dates.ts';
import { ServiceDateQueries } from './service-date.queries.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);

const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule, StockModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
  clock,
});
const the = market(app, app.get(DataSource));
const seller = await the.seller();
await db.query(`select platform.ensure_event_partitions('2028-01-01', 24)`);
const [add, book, cancel, dates] = [
  app.get(AddServiceDate),
  app.get(BookPlaces),
  app.get(CancelServiceDate),
  app.get(ServiceDateQueries),
];

let visit: { id: string; slug: string; day: string };
beforeEach(async () => {
  clock.set('2026-06-10T03:00:00Z');
  const day = { id: randomUUID(), startsAt: '2026-06-14T01:00:00.000Z', places: 8 };
  const { id, slug } = await the.listing(seller, {
    commodity: 'farm_visit',
    name: 'Thăm vườn vải',
    kind: 'service',
    unit: 'khach',
    increment: 1_000,
    minimum: 1_000,
    storage: 'ambient',
    quantity: undefined,
    dates: [day],
  });
  visit = { id, slug, day: day.id };
});

/** What a buyer reads. */
const shown = async () =>
  (await app.inject({ url: `/listings/${visit.slug}` })).json<{
    available: number;
    dates: { id: string; placesLeft: number }[];
  }>();
const booked = (places: number, id: string = randomUUID(), by: Seller = seller) =>
  book.run(by.actor, visit.id, visit.day, { id, places });

describe('whoever gives a service', () => {
  test('adds a day after it is shown, once however often she taps', async () => {
    const date = { id: randomUUID(), startsAt: '2026-06-20T01:00:00.000Z', places: 12 };
    await Promise.all([add.run(seller.actor, visit.id, date), add.run(seller.actor, visit.id, date)]);
    expect(await shown()).toMatchObject({
      available: 20_000,
      dates: [{ placesLeft: 8 }, { id: date.id, placesLeft: 12 }],
    });
    const told = (await the.stated(visit.id)).filter(({ data }) => JSON.stringify(data.changed) === '["dates"]');
    expect(told).toHaveLength(1);
  });

  test('can’t add a day that is over, another’s day, or a day of goods', async () => {
    const date = { id: randomUUID(), startsAt: '2026-06-09T01:00:00.000Z', places: 12 };
    await expect(add.run(seller.actor, visit.id, date)).rejects.toThrow('catalogue.date-past');
    const other = await the.listing(seller, {
      commodity: 'farm_visit',
      kind: 'service',
      unit: 'khach',
      increment: 1_000,
      minimum: 1_000,
      storage: 'ambient',
      quantity: undefined,
      dates: [{ ...date, id: randomUUID(), startsAt: '2026-06-15T01:00:00.000Z' }],
    });
    const taken = { ...date, id: visit.day, startsAt: '2026-06-21T01:00:00.000Z' };
    await expect(add.run(seller.actor, other.id, taken)).rejects.toThrow('catalogue.date-taken');
    const goods = await the.listing(seller);
    await expect(add.run(seller.actor, goods.id, { ...taken, id: randomUUID() })).rejects.toThrow(
      'catalogue.not-a-service',
    );
    const stranger = await the.seller();
    await expect(add.run(stranger.actor, visit.id, taken)).rejects.toThrow('catalogue.not-found');
  });

  test('notes places booked by telephone: buyers see what is left, and no more can be booked than there are', async () => {
    const call = randomUUID();
    await Promise.all([booked(5, call), booked(5, call)]);
    expect(await shown()).toMatchObject({ available: 3_000, dates: [{ placesLeft: 3 }] });
    await expect(booked(4)).rejects.toThrow('catalogue.places-full');
    await expect(booked(4, call)).rejects.toThrow('platform.invalid-input');
    await booked(3);
    expect(await shown()).toMatchObject({ available: 0 });
    for (let tap = 0; tap < 2; tap++) await book.undo(seller.actor, visit.id, visit.day, call);
    const { items } = await dates.of(seller.actor, visit.id);
    expect(items).toMatchObject([{ id: visit.day, places: 8, placesLeft: 5, bookings: [{ places: 3 }] }]);
    await expect(book.undo(seller.actor, visit.id, visit.day, randomUUID())).rejects.toThrow('catalogue.not-found');
  });

  test('however many call at once, never more come than there are places', async () => {
    const ends = await Promise.allSettled(Array.from({ length: 12 }, () => booked(1)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    expect(await shown()).toMatchObject({ available: 0 });
  });

  test('cancels a day; where guests have booked she says why, and it is kept', async () => {
    await booked(2);
    await expect(cancel.run(seller.actor, visit.id, visit.day, undefined)).rejects.toThrow('catalogue.date-has-guests');
    for (let tap = 0; tap < 2; tap++) await cancel.run(seller.actor, visit.id, visit.day, 'Mưa bão');
    expect(await shown()).toMatchObject({ available: 0, dates: [] });
    const { items } = await dates.of(seller.actor, visit.id);
    expect(items).toMatchObject([{ state: 'cancelled', reason: 'Mưa bão', bookings: [{ places: 2 }] }]);
    const told = (await the.stated(visit.id)).filter(({ type }) => type === 'service-date.cancelled');
    expect(told.map(({ data }) => data)).toEqual([
      {
        producer: seller.producer,
        date: visit.day,
        startsAt: '2026-06-14T01:00:00.000Z',
        taken: 2,
        reason: 'Mưa bão',
      },
    ]);
    await expect(booked(1)).rejects.toThrow('catalogue.date-not-open');
  });

  test('changes nothing of a day that has begun', async () => {
    clock.set('2026-06-14T01:00:00.000Z');
    await expect(booked(1)).rejects.toThrow('catalogue.date-not-open');
    await app.get(EndServiceDates).run();
    await expect(cancel.run(seller.actor, visit.id, visit.day, 'Muộn')).rejects.toThrow('catalogue.date-not-open');
    expect(await dates.of(seller.actor, visit.id)).toMatchObject({ items: [{ state: 'past' }] });
  });

  test('does not change places as if they were goods', async () => {
    const receipt = { id: randomUUID(), quantity: 1_000 };
    await expect(app.get(ReceiveStock).run(seller.actor, visit.day, receipt)).rejects.toThrow('stock.counts-places');
    const count = { id: randomUUID(), onHand: 99_000, reason: 'Đếm lại' };
    await expect(app.get(CorrectStock).run(seller.actor, visit.day, count)).rejects.toThrow('stock.counts-places');
  });
});
