import { randomUUID } from 'node:crypto';
import type { DeclareCertificate as Declared } from '@chophien/contracts';
import { DataSource } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market, type Seller } from '../../../../tests/support/market.ts';
import { events, type EventType } from '../events.ts';
import { type Actor, Authenticator } from '../platform/actor.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { Catalogue } from './catalogue.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { CertificateQueries } from './certificate.queries.ts';
import { DecideCertificate } from './decide-certificate.ts';
import { DeclareCertificate } from './declare-certificate.ts';
import { SetCertificateListings } from './set-certificate-listings.ts';
import { TurnCertificates } from './turn-certificates.ts';

const { url } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);

const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
  clock,
});
const the = market(app, app.get(DataSource));
const catalogue = app.get(Catalogue);
const queries = app.get(CertificateQueries);
const seller = await the.seller();

const official = (commune: string): Actor => ({
  ...seller.actor,
  id: randomUUID(),
  kind: 'official',
  grants: [{ role: 'commune-officer', commune }],
});
const officer = official('07330');

let number = 100;
const declared = async (by: Seller, given: Partial<Declared> = {}) =>
  app.get(DeclareCertificate).run(by.actor, {
    id: randomUUID(),
    producer: by.producer,
    kind: 'ocop',
    number: `${(number += 1)}/QĐ-UBND`,
    issuer: 'UBND tỉnh Bắc Ninh',
    issuedOn: '2024-03-15',
    listings: [],
    picture: await the.picture(by.actor),
    ...(given.kind && given.kind !== 'ocop' ? {} : { stars: 4 }),
    ...given,
  });
const decide = (id: string, decision: 'verified' | 'refused' | 'revoked', by = officer) =>
  app
    .get(DecideCertificate)
    .run(by, id, { decision, ...(decision === 'verified' ? {} : { reason: 'Số không có thật' }) });
const starsOf = async (id: string) => (await catalogue.cards([id]))[0]?.ocopStars;

describe('stars', () => {
  test('are shown once an officer of the commune found them true, and hold 36 months by the law of their day', async () => {
    const listing = await the.listing(seller);
    const mine = await declared(seller, { listings: [listing.id] });
    expect(mine).toMatchObject({ state: 'claimed', validTo: '2027-03-15', listings: [{ id: listing.id }] });
    expect(mine.legalReference).toContain('148/QĐ-TTg');
    expect(await starsOf(listing.id)).toBeNull();
    expect((await catalogue.detail(listing.slug)).certificates).toEqual([]);

    expect(await decide(mine.id, 'verified')).toMatchObject({ state: 'valid', may: ['revoked'] });
    expect(await decide(mine.id, 'verified')).toMatchObject({ state: 'valid' });
    expect(await starsOf(listing.id)).toBe(4);
    expect((await catalogue.detail(listing.slug)).certificates).toMatchObject([
      { id: mine.id, stars: 4, state: 'valid' },
    ]);
    expect((await the.stated(mine.id)).map(({ type }) => type)).toEqual([
      'certificate.declared',
      'certificate.decided',
    ]);
    expect((await the.stated(listing.id)).at(-1)).toMatchObject({ data: { changed: ['certificates'] } });

    await decide(mine.id, 'revoked');
    expect(await starsOf(listing.id)).toBeNull();
    expect(await queries.mine(seller.actor, mine.id)).toMatchObject({ state: 'revoked', reason: 'Số không có thật' });
    await expect(decide(mine.id, 'verified')).rejects.toThrow('catalogue.illegal-step');
  });

  test('come with a new listing when they are its own', async () => {
    const { id } = await declared(seller);
    await decide(id, 'verified');
    const listing = await the.listing(seller, { certificates: [id] });
    expect(listing).toMatchObject({ ocopStars: 4, certificates: [{ id, state: 'valid' }] });
  });

  test('of another product or another producer are refused by name', async () => {
    const listing = await the.listing(seller);
    const { id } = await declared(seller, { listings: [listing.id] });
    await expect(the.listing(seller, { certificates: [id] })).rejects.toThrow(
      'catalogue.certificate-of-another-product',
    );
    const other = await the.listing(seller);
    await expect(app.get(SetCertificateListings).run(seller.actor, id, [other.id])).rejects.toThrow(
      'catalogue.certificate-of-another-product',
    );
    const stranger = await the.seller();
    await expect(the.listing(stranger, { certificates: [id] })).rejects.toThrow('catalogue.certificate-unknown');
    await expect(declared(stranger, { listings: [listing.id] })).rejects.toThrow('catalogue.not-found');
    await expect(app.get(SetCertificateListings).run(stranger.actor, id, [])).rejects.toThrow('catalogue.not-found');
    await expect(queries.mine(stranger.actor, id)).rejects.toThrow('catalogue.not-found');
  });

  test('under one number belong to one producer, also at the same moment; a refused claim keeps nobody from it', async () => {
    const stranger = await the.seller();
    const both = await Promise.allSettled([
      declared(seller, { number: '77/QĐ-UBND' }),
      declared(stranger, { number: '77 / qđ-ubnd' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'catalogue.certificate-taken' },
    });
    const kept = both.find((one) => one.status === 'fulfilled');
    if (kept?.status === 'fulfilled') await decide(kept.value.id, 'refused');
    await expect(declared(stranger, { number: '77/QĐ-UBND' })).resolves.toMatchObject({ state: 'claimed' });
  });

  test('leave the cards the day after their last; who holds them is told once before and once then', async () => {
    const listing = await the.listing(seller);
    const { id } = await declared(seller, { issuedOn: '2023-09-20', listings: [listing.id] });
    await decide(id, 'verified');
    const on = async (day: string) => {
      clock.set(`${day}T00:10:00+07:00`);
      await app.get(TurnCertificates).run();
      await app.get(TurnCertificates).run();
    };
    const told = async () =>
      (await the.stated(id)).flatMap(({ type, data }) => (type === 'certificate.ending' ? [data.days] : []));
    await on('2026-06-15');
    expect(await told()).toEqual([]);
    await on('2026-07-01');
    await on('2026-09-20');
    expect(await told()).toEqual([81]);
    expect(await starsOf(listing.id)).toBe(4);
    await on('2026-09-21');
    expect(await told()).toEqual([81, 0]);
    expect(await starsOf(listing.id)).toBeNull();
    expect(await queries.mine(seller.actor, id)).toMatchObject({ state: 'expired' });
    clock.set('2026-06-10T03:00:00Z');
  });
});

describe('officials', () => {
  test('see and decide what is of their area, and nothing else', async () => {
    const { id } = await declared(seller);
    const neighbour = official('07246');
    await expect(decide(id, 'verified', neighbour)).rejects.toThrow('catalogue.not-found');
    await expect(queries.review(neighbour, id)).rejects.toThrow('catalogue.not-found');
    expect((await queries.reviews(neighbour, { state: 'claimed', page: 1 })).total).toBe(0);
    expect(await queries.review(officer, id)).toMatchObject({ state: 'claimed', may: ['verified', 'refused'] });
    const own = { ...officer, grants: [...officer.grants, ...seller.actor.grants] };
    await expect(decide(id, 'verified', own)).rejects.toThrow('catalogue.own-certificate');
  });

  test('find each certificate in the queue of its state', async () => {
    const { counts } = await queries.reviews(officer, { state: 'claimed', page: 1 });
    for (const state of ['claimed', 'valid', 'expiring', 'expired', 'revoked', 'refused'] as const) {
      const { items, total } = await queries.reviews(officer, { state, page: 1 });
      expect(items.every((one) => one.state === state)).toBe(true);
      expect(total).toBe(counts[state]);
      expect(items).toHaveLength(Math.min(total, 20));
    }
    expect((await queries.waiting(officer)).claimed.total).toBe(counts.claimed);
    expect((await catalogue.certificatesWaiting(officer)).claimed.total).toBe(counts.claimed);
  });

  test('narrow the queue to a kind and to a commune of their area', async () => {
    await declared(seller, { kind: 'haccp', validTo: '2027-01-31' });
    const only = await queries.reviews(officer, { state: 'claimed', kind: 'haccp', commune: '07330', page: 1 });
    expect(only.items.map(({ kind }) => kind)).toEqual(['haccp']);
    expect(only.counts.claimed).toBe(1);
    expect((await queries.reviews(officer, { state: 'claimed', commune: '07246', page: 1 })).total).toBe(0);
  });
});

describe('other papers', () => {
  test('hold as long as they say, and may speak of several products', async () => {
    const [one, two] = [await the.listing(seller), await the.listing(seller)];
    const { id } = await declared(seller, { kind: 'vietgap', validTo: '2027-01-31', listings: [one.id, two.id] });
    await decide(id, 'verified');
    expect((await catalogue.detail(two.slug)).certificates).toMatchObject([
      { kind: 'vietgap', stars: null, validTo: '2027-01-31', state: 'valid' },
    ]);
    expect(await starsOf(one.id)).toBeNull();
    expect((await app.get(SetCertificateListings).run(seller.actor, id, [two.id])).listings).toHaveLength(1);
  });

  test('that will only be issued are refused', async () => {
    await expect(declared(seller, { kind: 'haccp', issuedOn: '2026-06-11' })).rejects.toThrow('platform.invalid-input');
  });
});
