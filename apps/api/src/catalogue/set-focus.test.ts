import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { jpeg, market, person } from '../../../../tests/support/market.ts';
import { events, type EventType } from '../events.ts';
import { type Actor, Authenticator } from '../platform/actor.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { Storage } from '../platform/storage.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { ForgetPictures } from './forget-pictures.ts';
import { masterKey } from './picture.rules.ts';
import { PutPicture } from './put-picture.ts';

const { url } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);
const sessions = new Map<string, Actor>();
const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async (t: string) => sessions.get(t) ?? null } }],
  clock,
});
const db = app.get(DataSource);
const the = market(app, db);

const headers = (actor: Actor) => {
  const token = `token-${randomUUID()}`;
  sessions.set(token, actor);
  return { authorization: `Bearer ${token}` };
};
const focus = (actor: Actor, id: string, payload: object) =>
  app.inject({ method: 'PUT', url: `/pictures/${id}/focus`, headers: headers(actor), payload });

test('a seller says what matters in her picture; the listing, its card and the picture for Zalo follow', async () => {
  const seller = await the.seller();
  const id = await the.picture(seller.actor);
  const listing = await the.listing(seller, { pictures: [id] });
  const shown = async () => (await app.inject({ url: `/listings/${listing.slug}` })).json();
  const before = await shown();
  const answer = await focus(seller.actor, id, { x: 0.204, y: 0.9 });
  expect([answer.statusCode, answer.json().focus]).toEqual([200, { x: 0.2, y: 0.9 }]);
  const after = await shown();
  expect(after.pictures[0].focus).toEqual({ x: 0.2, y: 0.9 });
  expect(after.picture.focus).toEqual({ x: 0.2, y: 0.9 });
  expect(after.ogImage.path).not.toBe(before.ogImage.path);
  await focus(seller.actor, id, { x: 0.2, y: 0.9 });
  expect(await the.stated(id)).toEqual([
    { type: 'picture.focused', data: { x: 20, y: 90, producer: seller.producer } },
  ]);
});

test('whoever sells what it shows may say so too; anybody else does not find the picture', async () => {
  const seller = await the.seller();
  const id = await the.picture(seller.actor);
  const stranger = person(randomUUID());
  const hers = person(seller.producer);
  expect((await focus(hers, id, { x: 0.1, y: 0.1 })).statusCode).toBe(404);
  await the.listing(seller, { pictures: [id] });
  expect((await focus(hers, id, { x: 0.1, y: 0.1 })).statusCode).toBe(200);
  expect((await focus(stranger, id, { x: 0.3, y: 0.3 })).statusCode).toBe(404);
  const read = (actor: Actor) => app.inject({ url: `/pictures/${id}`, headers: headers(actor) });
  expect((await read(hers)).json().focus).toEqual({ x: 0.1, y: 0.1 });
  expect((await read(stranger)).statusCode).toBe(404);
});

test.each([{ x: 1.2, y: 0 }, { x: -0.1, y: 0 }, { x: 'trái', y: 0 }, { x: 0.5 }, {}])(
  'a point outside the picture is refused: %j',
  async (point) => {
    const seller = await the.seller();
    const id = await the.picture(seller.actor);
    expect((await focus(seller.actor, id, point)).statusCode).toBe(422);
  },
);

test('a picture taken out of its listing may be put back for two days, then it is forgotten', async () => {
  const seller = await the.seller();
  const [kept, out] = [randomUUID(), randomUUID()];
  await app.get(PutPicture).run(seller.actor, kept, await jpeg(640, 480, '#aa1100'));
  const { hash } = await app.get(PutPicture).run(seller.actor, out, await jpeg(640, 480, '#00aa11'));
  const listing = await the.listing(seller, { pictures: [kept, out] });
  await db.query('delete from catalogue.offer_picture where offer = $1 and picture = $2', [listing.id, out]);
  const there = async () =>
    (await db.query('select id from catalogue.picture where id = any($1)', [[kept, out]])).length;

  clock.pass(72 * 3_600_000);
  await app.get(ForgetPictures).run();
  expect(await there()).toBe(2);
  clock.pass(49 * 3_600_000);
  await app.get(ForgetPictures).run();
  expect(await there()).toBe(1);
  expect(await app.get(Storage).exists(masterKey(hash))).toBe(false);
});
