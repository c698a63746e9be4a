import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { fact, market, type Seller } from '../../../../tests/support/market.ts';
import { events } from '../events.ts';
import { inTx, rows } from '../platform/database.ts';
import { type EventOf, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { LapseListings } from './lapse-listings.ts';
import { MyListingQueries } from './my-listing.queries.ts';
import { RelistListing } from './relist-listing.ts';
import { WithdrawListing } from './withdraw-listing.ts';

const { url } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions);
const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({ imports: [CatalogueModule], clock });
const db = app.get(DataSource);
const the = market(app, db);

let seller: Seller;
beforeEach(async () => {
  clock.pass(1_000);
  seller = await the.seller();
});

type Kind = 'requirement.lapsed' | 'requirement.restored';
const said = (type: Kind, groups: string[] | null, { requirement = 'food-safety', at = clock.now() } = {}) =>
  fact(type, seller.producer, { at, data: { producer: seller.producer, commune: '07330', requirement, groups } });
const hear = (...heard: EventOf<Kind>[]) => inTx(db, (tx) => app.get(LapseListings).handle(heard, tx));
const mine = (id: string) => app.get(MyListingQueries).get(seller.actor, id);
const seen = async (id: string) => (await mine(id)).visible;
const fruit = 'trai-cay';
const otherGoods = 'gia-vi';
const honey = () => the.listing(seller, { commodity: 'honey', name: 'Mật ong rừng', storage: 'ambient' });

describe('when what a requirement asks for holds no more', () => {
  test('listings of its groups leave sight, others stay, and they come back by themselves', async () => {
    const [lychee, jar] = [await the.listing(seller), await honey()];
    const since = clock.now();
    await hear(said('requirement.lapsed', [fruit]));
    expect([await seen(lychee.id), await seen(jar.id)]).toEqual([false, true]);
    expect((await mine(lychee.id)).hiddenBy).toEqual([{ requirement: 'food-safety', since: since.toISOString() }]);
    expect((await mine(jar.id)).hiddenBy).toEqual([]);
    expect((await app.inject({ url: `/listings/${lychee.slug}` })).statusCode).toBe(404);
    clock.pass(1_000);
    await hear(said('requirement.restored', [fruit]));
    expect([await seen(lychee.id), (await mine(lychee.id)).hiddenBy]).toEqual([true, []]);
    expect((await the.stated(lychee.id)).slice(2).map(({ type, data }) => [type, data.changed])).toEqual([
      ['listing.published', undefined],
      ['listing.changed', ['visibility']],
      ['listing.changed', ['visibility']],
    ]);
  });

  test('for all goods, everything leaves sight; of two lapses the last that ends brings it back', async () => {
    const lychee = await the.listing(seller);
    await hear(said('requirement.lapsed', null, { requirement: 'identity' }), said('requirement.lapsed', [fruit]));
    clock.pass(1_000);
    await hear(said('requirement.restored', [fruit]));
    expect(await seen(lychee.id)).toBe(false);
    await hear(said('requirement.restored', null, { requirement: 'identity' }));
    expect(await seen(lychee.id)).toBe(true);
  });

  test('a listing published meanwhile waits unseen, and the household is shown why', async () => {
    await hear(said('requirement.lapsed', [fruit]));
    const lychee = await the.listing(seller);
    expect(lychee).toMatchObject({ state: 'published', visible: false, hiddenBy: [{ requirement: 'food-safety' }] });
    expect((await honey()).visible).toBe(true);
    clock.pass(1_000);
    await hear(said('requirement.restored', [fruit]));
    expect(await seen(lychee.id)).toBe(true);
  });

  test('what the household took off sale itself stays off, and what it puts back is seen only when nothing hides it', async () => {
    const lychee = await the.listing(seller);
    await hear(said('requirement.lapsed', null));
    await app.get(WithdrawListing).run(seller.actor, lychee.id);
    clock.pass(1_000);
    await hear(said('requirement.restored', null));
    expect(await mine(lychee.id)).toMatchObject({ state: 'withdrawn', visible: false });
    clock.pass(1_000);
    await hear(said('requirement.lapsed', null));
    expect((await app.get(RelistListing).run(seller.actor, lychee.id)).visible).toBe(false);
    clock.pass(1_000);
    await hear(said('requirement.restored', null));
    expect(await seen(lychee.id)).toBe(true);
  });

  test('a suspension is another matter: neither ends the other', async () => {
    const lychee = await the.listing(seller);
    await hear(said('requirement.lapsed', null));
    await the.hear(the.suspended(seller.producer));
    clock.pass(1_000);
    await hear(said('requirement.restored', null));
    expect(await seen(lychee.id)).toBe(false);
    clock.pass(1_000);
    await hear(said('requirement.lapsed', null));
    await the.hear(the.reinstated(seller.producer));
    expect(await seen(lychee.id)).toBe(false);
    clock.pass(1_000);
    await hear(said('requirement.restored', null));
    expect(await seen(lychee.id)).toBe(true);
  });

  test('a producer that is not known yet may lapse; nothing of it is ever shown by mistake', async () => {
    const producer = randomUUID();
    const early = { producer, commune: '07330', requirement: 'food-safety', groups: null };
    await hear(fact('requirement.lapsed', producer, { at: clock.now(), data: early }));
    expect(await rows(db, 'select 1 from catalogue.offer where producer = $1', [producer])).toEqual([]);
  });

  test('a lapse heard at the very moment a listing is published hides it all the same', async () => {
    for (let round = 0; round < 10; round++) {
      seller = await the.seller();
      const pictures = [await the.picture(seller.actor)];
      const [lychee] = await Promise.all([
        the.listing(seller, { pictures }),
        hear(said('requirement.lapsed', [fruit])),
      ]);
      expect(await seen(lychee.id)).toBe(false);
    }
  });
});

/** What is told: a fact of some requirement, a suspension or its end; each at its own moment. */
const told = fc.array(
  fc.record({
    type: fc.constantFrom('requirement.lapsed', 'requirement.restored', 'producer.suspended', 'producer.reinstated'),
    requirement: fc.constantFrom('food-safety', 'identity'),
    groups: fc.constantFrom<string[] | null>(null, [fruit], [otherGoods], [fruit, otherGoods]),
  }),
  { maxLength: 10 },
);

test('in whatever order facts come, late or twice, a listing is seen exactly when it is published and nothing hides it', async () => {
  await fc.assert(
    fc.asyncProperty(told, fc.infiniteStream(fc.nat({ max: 999 })), fc.boolean(), async (list, chance, withdrawn) => {
      clock.pass(60_000);
      seller = await the.seller();
      const start = clock.now().getTime();
      const facts = list.map(({ type, requirement, groups }, index) => {
        const at = new Date(start + index + 1);
        if (type === 'producer.suspended') return the.suspended(seller.producer, at);
        if (type === 'producer.reinstated') return the.reinstated(seller.producer, at);
        return said(type, groups, { requirement, at });
      });
      const lychee = await the.listing(seller);
      if (withdrawn) await app.get(WithdrawListing).run(seller.actor, lychee.id);
      const draw = () => chance.next().value as number;
      const delivered = [...facts, ...facts.filter(() => draw() % 2 === 0)]
        .map((one) => ({ one, place: draw() }))
        .toSorted((a, b) => a.place - b.place);
      for (const { one } of delivered) {
        if (one.type === 'producer.suspended' || one.type === 'producer.reinstated') await the.hear(one);
        else await hear(one);
      }
      const standing = list.findLast(({ type }) => type.startsWith('producer.'))?.type !== 'producer.suspended';
      const lapsed = ['food-safety', 'identity'].some((requirement) => {
        const last = list.findLast(
          (one) =>
            one.type.startsWith('requirement.') &&
            one.requirement === requirement &&
            (one.groups === null || one.groups.includes(fruit)),
        );
        return last?.type === 'requirement.lapsed';
      });
      expect(await seen(lychee.id)).toBe(!withdrawn && standing && !lapsed);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 25) },
  );
}, 120_000);
