import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market, moderator, person, type Seller } from '../../../../tests/support/market.ts';
import { events, type EventType } from '../events.ts';
import { type Actor, Authenticator } from '../platform/actor.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { ApproveListing } from './approve-listing.ts';
import { ApproveListings } from './approve-listings.ts';
import { CancelEdit } from './cancel-edit.ts';
import { Catalogue } from './catalogue.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { ChangePrice } from './change-price.ts';
import { EditListing } from './edit-listing.ts';
import { MyListingQueries } from './my-listing.queries.ts';
import { RelistListing } from './relist-listing.ts';
import { ReturnListing } from './return-listing.ts';
import { ListingReviews } from './review.queries.ts';
import { WithdrawListing } from './withdraw-listing.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);
const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
  clock,
});
afterAll(() => app.close());
const the = market(app, app.get(DataSource));
const [approve, giveBack, edit, mine, reviews] = [
  app.get(ApproveListing),
  app.get(ReturnListing),
  app.get(EditListing),
  app.get(MyListingQueries),
  app.get(ListingReviews),
];

const seen = async (slug: string): Promise<{ status: number; name?: string }> => {
  const answer = await app.inject({ url: `/listings/${slug}` });
  return { status: answer.statusCode, name: answer.json().name };
};
const types = async (id: string) => (await the.stated(id)).map(({ type }) => type);
const queue = (by: Actor, query: object = {}) => reviews.list(by, { state: 'in_review', page: 1, ...query });
const remark = { field: 'pictures', reason: 'picture-unclear' } as const;

let seller: Seller;
let hoa: Actor;
beforeEach(async () => {
  clock.pass(1_000);
  await db.query('truncate catalogue.offer, catalogue.product, catalogue.producer, catalogue.standing cascade');
  seller = await the.seller();
  hoa = moderator('24');
});

describe('what is handed in', () => {
  test('is seen by nobody before an official of its area let it be shown, and by everybody after', async () => {
    const listing = await the.handedIn(seller);
    expect(listing).toMatchObject({
      state: 'in_review',
      visible: false,
      review: { of: 'listing', state: 'in_review' },
    });
    expect(await seen(listing.slug)).toMatchObject({ status: 404 });
    await expect(app.get(Catalogue).forSale(db, [{ offer: listing.id, quantity: 1_000 }])).rejects.toThrow(
      'catalogue.not-for-sale',
    );
    await expect(approve.run(moderator('01'), listing.id, { version: 1 })).rejects.toThrow('catalogue.not-found');
    clock.pass(3_600_000);
    const shown = await approve.run(hoa, listing.id, { version: 1 });
    expect(shown.listing).toMatchObject({ state: 'published', visible: true, publishedAt: clock.now().toISOString() });
    expect(await seen(listing.slug)).toMatchObject({ status: 200 });
    expect(await types(listing.id)).toEqual(['listing.submitted', 'listing.approved', 'listing.published']);
    expect(await queue(hoa)).toMatchObject({ total: 0 });
  });

  test('comes back with plain things to do, is mended and shown', async () => {
    const listing = await the.handedIn(seller, { name: 'Vải ngon gọi 0912 345 678' });
    const remarks = [remark, { field: 'name', reason: 'name-contact', words: 'Chỉ ghi tên vải.' } as const];
    await giveBack.run(hoa, listing.id, { version: 1, remarks });
    await giveBack.run(hoa, listing.id, { version: 1, remarks });
    const returned = await mine.get(seller.actor, listing.id);
    expect(returned).toMatchObject({ state: 'returned', visible: false, review: { state: 'returned', remarks } });
    expect(await queue(hoa, { state: 'returned' })).toMatchObject({ total: 1 });
    const picture = await the.picture(seller.actor);
    const mended = await edit.run(seller.actor, listing.id, {
      version: returned.version,
      name: 'Vải thiều',
      pictures: [picture],
    });
    expect(mended).toMatchObject({
      state: 'in_review',
      name: 'Vải thiều',
      review: { state: 'in_review', remarks: [] },
    });
    expect(await queue(hoa)).toMatchObject({ total: 1, items: [{ round: 2, findings: 0 }] });
    await approve.run(hoa, listing.id, { version: mended.version });
    expect(await seen(mended.slug)).toMatchObject({ status: 200, name: 'Vải thiều' });
    expect(mended.slug).toMatch(/^vai-thieu-/);
    expect(await types(listing.id)).toEqual([
      'listing.submitted',
      'listing.returned',
      'listing.submitted',
      'listing.changed',
      'listing.approved',
      'listing.published',
    ]);
  });

  test('can be taken back before it is shown, and is looked at when it is handed in again', async () => {
    const { id } = await the.handedIn(seller);
    await app.get(WithdrawListing).run(seller.actor, id);
    expect(await queue(hoa)).toMatchObject({ total: 0 });
    await expect(approve.run(hoa, id, { version: 1 })).rejects.toThrow('catalogue.illegal-step');
    expect(await app.get(RelistListing).run(seller.actor, id)).toMatchObject({ state: 'in_review', visible: false });
    expect(await queue(hoa)).toMatchObject({ total: 1 });
  });

  test('that its seller changes while somebody looks at it must be looked at again', async () => {
    const { id } = await the.handedIn(seller);
    await edit.run(seller.actor, id, { version: 1, name: 'Thịt thú rừng' });
    await expect(approve.run(hoa, id, { version: 1 })).rejects.toMatchObject({ code: 'catalogue.edited-meanwhile' });
    await expect(edit.run(seller.actor, id, { version: 1, name: 'Vải' })).rejects.toMatchObject({
      details: { version: 2 },
    });
    const { findings } = await reviews.one(hoa, id, 'listing.review');
    expect(findings).toMatchObject([{ reason: 'prohibited', found: 'thú rừng' }]);
    // Saying the same again is nothing to look at; another price is.
    expect(await edit.run(seller.actor, id, { version: 2, name: 'Thịt thú rừng' })).toMatchObject({ version: 2 });
    await app.get(ChangePrice).run(seller.actor, id, { price: 900_000 });
    await expect(approve.run(hoa, id, { version: 2 })).rejects.toThrow('catalogue.edited-meanwhile');
  });

  test('is edited by two phones at once as one after the other: the second is told', async () => {
    const { id } = await the.handedIn(seller);
    const edits = await Promise.allSettled(
      ['Vải sớm', 'Vải muộn'].map((name) => edit.run(seller.actor, id, { version: 1, name })),
    );
    expect(edits.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(edits.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'catalogue.edited-meanwhile' },
    });
  });
});

describe('officials', () => {
  test('of two at once one decides, the other is told; the same tap again is the same', async () => {
    const { id } = await the.handedIn(seller);
    const lan = moderator('24');
    const outcomes = await Promise.allSettled([
      approve.run(hoa, id, { version: 1 }),
      giveBack.run(lan, id, { version: 1, remarks: [remark] }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [lost] = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(lost?.reason).toMatchObject({ code: 'catalogue.already-decided' });
    const other = await the.handedIn(seller);
    await approve.run(hoa, other.id, { version: 1 });
    await approve.run(hoa, other.id, { version: 1 });
    await expect(approve.run(lan, other.id, { version: 1 })).rejects.toMatchObject({
      code: 'catalogue.already-decided',
      details: { outcome: 'approved', own: false },
    });
  });

  test('take a return back that they gave by mistake', async () => {
    const { id } = await the.handedIn(seller);
    const { listing } = await giveBack.run(hoa, id, { version: 1, remarks: [remark] });
    await approve.run(hoa, id, { version: listing.version });
    expect(await mine.get(seller.actor, id)).toMatchObject({ state: 'published', visible: true, review: null });
  });

  test('do not decide about the goods of the household they belong to', async () => {
    const { id } = await the.handedIn(seller);
    const officer = randomUUID();
    await db.query(
      `insert into identity.person (id, kind, phone, name, is_demo, created_at)
       values ($1, 'official', '+84912000001', 'Cán bộ', false, $2)`,
      [officer, clock.now()],
    );
    await db.query(
      `insert into identity.producer (id, kind, name, head, folded, folded_head, commune, province, entered_how, created_at)
       values ($1, 'household', 'Hộ bà Tư', 'Bà Tư', 'ho ba tu', 'ba tu', '07330', '24', 'self', $2)`,
      [seller.producer, clock.now()],
    );
    await db.query(`insert into identity.producer_phone (producer, phone, added_at) values ($1, '+84912000001', $2)`, [
      seller.producer,
      clock.now(),
    ]);
    const own = moderator('24', officer);
    await expect(approve.run(own, id, { version: 1 })).rejects.toThrow('catalogue.own-listing');
    await expect(giveBack.run(own, id, { version: 1, remarks: [remark] })).rejects.toThrow('catalogue.own-listing');
    expect(await mine.get(seller.actor, id)).toMatchObject({ state: 'in_review' });
  });

  test('let several be shown at once, each with its own outcome', async () => {
    const [one, two, changed] = [await the.handedIn(seller), await the.handedIn(seller), await the.handedIn(seller)];
    await edit.run(seller.actor, changed.id, { version: 1, name: 'Vải khác' });
    const away = await the.handedIn(await the.seller({ commune: '30076', province: '82' }));
    const listings = [one, two, changed, away].map(({ id }) => ({ id, version: 1 }));
    const { items } = await app.get(ApproveListings).run(hoa, { listings });
    expect(items.map(({ outcome }) => outcome)).toEqual([
      'approved',
      'approved',
      'catalogue.edited-meanwhile',
      'catalogue.not-found',
    ]);
  });

  test('see their own area, the longest waiting first, and what is late', async () => {
    const here = await the.handedIn(seller, { name: 'Vải' });
    clock.pass(3 * 86_400_000);
    const beside = await the.handedIn(await the.seller({ commune: '07246' }), { name: 'Nhãn' });
    await the.handedIn(await the.seller({ commune: '30076', province: '82' }), { name: 'Xoài' });
    const names = async (by: Actor, query: object = {}) => (await queue(by, query)).items.map(({ name }) => name);
    const officer: Actor = { ...hoa, grants: [{ role: 'commune-officer', commune: '07246' }] };
    expect(await names(hoa)).toEqual(['Vải', 'Nhãn']);
    expect(await names(hoa, { late: 'yes' })).toEqual(['Vải']);
    expect(await names(hoa, { commune: '07246' })).toEqual(['Nhãn']);
    expect(await names(officer)).toEqual(['Nhãn']);
    await expect(reviews.one(officer, here.id, 'listing.review')).rejects.toThrow('catalogue.not-found');
    expect(await reviews.one(officer, beside.id, 'listing.review')).toMatchObject({ may: ['approve', 'return'] });
    expect(await reviews.waiting(hoa)).toMatchObject({ total: 2, late: 1 });
  });

  test('take off sale what was shown and should not have been; it must be mended and looked at again', async () => {
    const listing = await the.listing(seller);
    const { version } = listing;
    await giveBack.run(hoa, listing.id, {
      version,
      remarks: [{ field: 'listing', reason: 'counterfeit' }],
    });
    expect(await seen(listing.slug)).toMatchObject({ status: 404 });
    await app.get(WithdrawListing).run(seller.actor, listing.id);
    expect(await app.get(RelistListing).run(seller.actor, listing.id)).toMatchObject({ state: 'in_review' });
    const { version: now } = await mine.get(seller.actor, listing.id);
    await approve.run(hoa, listing.id, { version: now });
    expect(await seen(listing.slug)).toMatchObject({ status: 200 });
    // A shop that came back is not a new one.
    expect((await types(listing.id)).filter((type) => type === 'listing.published')).toHaveLength(1);
  });
});

describe('an edit of what is on sale', () => {
  test('shows low-risk words at once; buyers read the old name until the new one was looked at', async () => {
    const listing = await the.listing(seller);
    const edited = await edit.run(seller.actor, listing.id, {
      version: listing.version,
      description: 'Hái chiều, giao tối.',
      name: 'Vải thiều u hồng',
    });
    expect(edited).toMatchObject({
      name: 'Vải thiều Lục Ngạn',
      description: 'Hái chiều, giao tối.',
      visible: true,
      review: { of: 'edit', state: 'in_review', edit: { name: 'Vải thiều u hồng' } },
    });
    expect(await seen(listing.slug)).toMatchObject({ name: 'Vải thiều Lục Ngạn' });
    const look = await reviews.one(hoa, listing.id, 'listing.review');
    expect(look).toMatchObject({ edit: { name: 'Vải thiều u hồng' }, may: ['approve', 'return'] });
    await approve.run(hoa, listing.id, { version: edited.version });
    const after = await mine.get(seller.actor, listing.id);
    expect(after).toMatchObject({ name: 'Vải thiều u hồng', review: null });
    // A link somebody shared still leads there.
    expect(await seen(listing.slug)).toMatchObject({ status: 200, name: 'Vải thiều u hồng' });
    const { items } = await mine.steps(seller.actor, listing.id);
    expect(items.map(({ what }) => what)).toEqual([
      'edit-approved',
      'edit-submitted',
      'edited',
      'approved',
      'submitted',
    ]);
    expect(items[0]).toMatchObject({
      by: 'official',
      changes: [{ field: 'name', from: 'Vải thiều Lục Ngạn', to: 'Vải thiều u hồng' }],
    });
  });

  test('with another picture or a phone number in its text waits; another order of pictures does not', async () => {
    const pictures = [await the.picture(seller.actor), await the.picture(seller.actor)];
    const { id, version } = await the.listing(seller, { pictures });
    const turned = await edit.run(seller.actor, id, { version, pictures: pictures.toReversed() });
    expect(turned).toMatchObject({ review: null, picture: { id: pictures[1] } });
    const fresh = await the.picture(seller.actor);
    const waiting = await edit.run(seller.actor, id, {
      version: turned.version,
      pictures: [fresh],
      description: 'Gọi 0912.345.678',
    });
    expect(waiting).toMatchObject({ picture: { id: pictures[1] }, description: 'Hái buổi sáng.' });
    expect(waiting.review?.edit?.pictures?.map((picture) => picture.id)).toEqual([fresh]);
    const theirs = await the.picture((await the.seller()).actor);
    await expect(edit.run(seller.actor, id, { version: waiting.version, pictures: [theirs] })).rejects.toThrow(
      'catalogue.picture-unknown',
    );
  });

  test('is handed back, mended, and can be taken back; the listing stays on sale all the while', async () => {
    const listing = await the.listing(seller);
    const { id } = listing;
    const first = await edit.run(seller.actor, id, { version: listing.version, origin: 'bought_in' });
    await giveBack.run(hoa, id, {
      version: first.version,
      remarks: [{ field: 'origin', reason: 'origin-unproven' }],
    });
    const returned = await mine.get(seller.actor, id);
    expect(returned).toMatchObject({ state: 'published', visible: true, review: { of: 'edit', state: 'returned' } });
    const again = await edit.run(seller.actor, id, { version: returned.version, variety: 'u hồng' });
    expect(again.review).toMatchObject({ state: 'in_review', edit: { origin: 'bought_in', variety: 'u hồng' } });
    expect(await queue(hoa)).toMatchObject({ items: [{ of: 'edit', round: 2, fields: ['origin', 'variety'] }] });
    // Saying again what buyers read takes back what waited of it.
    const less = await edit.run(seller.actor, id, { version: again.version, origin: 'self_produced' });
    expect(less.review?.edit).toEqual({ variety: 'u hồng' });
    expect(await app.get(CancelEdit).run(seller.actor, id)).toMatchObject({ review: null, variety: null });
    expect(await queue(hoa)).toMatchObject({ total: 0 });
    expect(await seen(listing.slug)).toMatchObject({ status: 200 });
  });

  test('that was handed back goes with a listing that turns out not to be fit to be shown at all', async () => {
    const listing = await the.listing(seller);
    const { id } = listing;
    const waits = await edit.run(seller.actor, id, { version: listing.version, name: 'Mật gấu' });
    const once = await giveBack.run(hoa, id, { version: waits.version, remarks: [{ reason: 'prohibited' }] });
    expect(once.listing).toMatchObject({ state: 'published', review: { of: 'edit', state: 'returned' } });
    await giveBack.run(hoa, id, { version: once.listing.version, remarks: [{ reason: 'counterfeit' }] });
    expect(await mine.get(seller.actor, id)).toMatchObject({
      state: 'returned',
      visible: false,
      name: 'Vải thiều Lục Ngạn',
      review: { of: 'listing', state: 'returned', edit: null },
    });
    expect(await seen(listing.slug)).toMatchObject({ status: 404 });
  });

  test('does not let kilograms become hundredweights under orders that were placed', async () => {
    const { id, version } = await the.listing(seller);
    await expect(edit.run(seller.actor, id, { version, unit: 'ta' })).rejects.toThrow('catalogue.unit-fixed');
    const waiting = await the.handedIn(seller);
    expect(await edit.run(seller.actor, waiting.id, { version: 1, unit: 'ta' })).toMatchObject({ unit: 'ta' });
  });

  test('that cannot be is refused by its answer', async () => {
    const { id, version } = await the.listing(seller);
    await expect(edit.run(seller.actor, id, { version, minimum: 700 })).rejects.toMatchObject({
      code: 'platform.invalid-input',
      details: { errors: [{ field: 'minimum' }] },
    });
    await expect(edit.run(person(randomUUID()), id, { version, name: 'Của tôi' })).rejects.toThrow(
      'catalogue.not-found',
    );
  });
});

describe('off sale and back', () => {
  test('is one tap each way, without another look', async () => {
    const { id, slug } = await the.listing(seller);
    await app.get(WithdrawListing).run(seller.actor, id);
    expect(await app.get(RelistListing).run(seller.actor, id)).toMatchObject({ state: 'published', visible: true });
    await app.get(WithdrawListing).run(seller.actor, id);
    expect(await seen(slug)).toMatchObject({ status: 404 });
    expect(await app.get(RelistListing).run(seller.actor, id)).toMatchObject({ review: null });
    expect(await seen(slug)).toMatchObject({ status: 200 });
  });
});

describe('a price', () => {
  test('with a zero too many is asked once more, and kept in the history', async () => {
    const { id } = await the.listing(seller);
    const change = app.get(ChangePrice);
    await expect(change.run(seller.actor, id, { price: 450_000 })).rejects.toMatchObject({
      code: 'catalogue.price-jump',
      details: { from: 45_000, to: 450_000 },
    });
    await expect(change.run(seller.actor, id, { price: 4_500 })).rejects.toThrow('catalogue.price-jump');
    clock.pass(1_000);
    expect(await change.run(seller.actor, id, { price: 450_000, confirm: true })).toMatchObject({ price: 450_000 });
    const { items } = await mine.prices(seller.actor, id);
    expect(items.map(({ price }) => price)).toEqual([450_000, 45_000]);
    await expect(mine.prices(person(randomUUID()), id)).rejects.toThrow('catalogue.not-found');
  });
});
