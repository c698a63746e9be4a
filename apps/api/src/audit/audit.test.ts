import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import type { Grant } from '@chophien/contracts';
import { events } from '../events.ts';
import { type Actor, type Authenticated, Authenticator, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { record, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { AuditModule } from './index.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
let app: NestFastifyApplication;

/** Officials who are signed in, by their token: how they did it is identity's. */
class SignedIn extends Authenticator {
  readonly officials = new Map<string, Authenticated>();
  async authenticate(token: string) {
    return this.officials.get(token) ?? null;
  }
}
const signedIn = new SignedIn();
const signIn = (grant: Grant) => {
  const [id, token] = [randomUUID(), randomUUID()];
  signedIn.officials.set(token, { id, kind: 'official', sessionId: randomUUID(), grants: [grant] });
  return { id, token };
};

const officer: Actor = { ...system('x'), kind: 'official', id: randomUUID() };
const applicant = randomUUID();
const submitted = (subject: string, commune: string, province: string) =>
  inTx(db, (tx) =>
    record(tx, officer, 'application.submitted', subject, {
      kind: 'household',
      commune,
      province,
      subArea: null,
      crops: ['lychee'],
      applicant,
      again: false,
    }),
  );
const returned = (subject: string, commune: string) =>
  inTx(db, (tx) => record(tx, officer, 'application.returned', subject, { commune, applicant, items: ['name'] }));
const lookedAt = (subject: string) => inTx(db, (tx) => looked(tx, officer, subject, 'application.decide'));

interface Entry {
  kind: string;
  what: string;
  subject: string;
  purpose: string | null;
  actorId: string;
  at: string;
}

const audit = async (token: string, query = '') => {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await app.inject({ method: 'GET', url: `/audit${query}`, headers });
  const body = answer.json();
  return { status: answer.statusCode, body, items: (body.items ?? []) as Entry[], more: body.more as boolean };
};

beforeAll(async () => {
  testEnv({ DATABASE_URL: url });
  subscribe(Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions);
  app = await testWeb({ imports: [AuditModule], clock });
  // How officials sign in is identity's to test.
  app.get(Authenticator, { strict: false }).authenticate = (token) => signedIn.authenticate(token);
});
afterAll(() => app?.close());

describe('the audit of a province', () => {
  test('shows what was done and looked at in it, newest first, and nothing of another province', async () => {
    const [here, there] = [randomUUID(), randomUUID()];
    await submitted(here, '07330', '24');
    clock.pass(1_000);
    await returned(here, '07330'); // names the commune alone
    clock.pass(1_000);
    await lookedAt(here);
    await submitted(there, '30076', '82');
    await lookedAt(there);
    const bacNinh = signIn({ role: 'province-officer', province: '24' });
    const dongThap = signIn({ role: 'province-officer', province: '82' });

    const mine = await audit(bacNinh.token);
    expect(mine.status).toBe(200);
    expect(
      mine.items.filter(({ subject }) => subject === here).map(({ kind, what, purpose }) => [kind, what, purpose]),
    ).toEqual([
      ['looked', 'looked', 'application.decide'],
      ['did', 'application.returned', null],
      ['did', 'application.submitted', null],
    ]);
    expect(mine.items.map(({ subject }) => subject)).not.toContain(there);
    expect(mine.items.map(({ at }) => at)).toEqual(
      mine.items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );

    const theirs = await audit(dongThap.token);
    expect(theirs.items.map(({ subject }) => subject)).toContain(there);
    expect(theirs.items.map(({ subject }) => subject)).not.toContain(here);
    // Naming the other's subject or officer does not open it.
    expect((await audit(dongThap.token, `?subject=${here}`)).items).toEqual([]);
    expect((await audit(dongThap.token, `?actor=${officer.id}`)).items.every(({ subject }) => subject === there)).toBe(
      true,
    );
  });

  test('notes who read it, where the next reader sees it', async () => {
    const [first, second] = [
      signIn({ role: 'province-officer', province: '24' }),
      signIn({ role: 'province-officer', province: '24' }),
    ];
    const stranger = signIn({ role: 'province-officer', province: '82' });
    clock.pass(1_000);
    await audit(first.token, `?actor=${officer.id}`);
    clock.pass(1_000);
    const seen = await audit(second.token, `?actor=${first.id}`);
    expect(seen.items).toMatchObject([
      { kind: 'looked', subject: 'audit:24', actorId: first.id, purpose: `audit.read, actor ${officer.id}` },
    ]);
    expect((await audit(stranger.token, `?actor=${first.id}`)).items).toEqual([]);
    const noted = await rows(db, `select 1 from platform.looked where actor_id = $1 and subject = 'audit:24'`, [
      second.id,
    ]);
    expect(noted).toHaveLength(1);
  });

  test('is closed to communes, operators and whoever is not signed in', async () => {
    const commune = signIn({ role: 'commune-officer', commune: '07330' });
    const operator = signIn({ role: 'operator' });
    for (const { token } of [commune, operator]) {
      expect(await audit(token)).toMatchObject({ status: 403, body: { code: 'platform.not-allowed' } });
    }
    expect((await audit('')).status).toBe(401);
    expect(
      await rows(db, 'select 1 from platform.looked where actor_id = any($1)', [[commune.id, operator.id]]),
    ).toEqual([]);
  });

  test('is turned page by page without losing or repeating an entry', async () => {
    const subject = randomUUID();
    for (let time = 0; time < 120; time++) await returned(subject, '07330'); // all at the same instant
    const { token } = signIn({ role: 'province-officer', province: '24' });
    const pages = [];
    for (let page = 1; page <= 3; page++) pages.push(await audit(token, `?subject=${subject}&page=${page}`));
    expect(pages.map(({ items }) => items.length)).toEqual([50, 50, 20]);
    expect(pages.map(({ more }) => more)).toEqual([true, true, false]);
    const ids = pages.flatMap(({ items }) => items.map((item) => (item as unknown as { id: string }).id));
    expect(new Set(ids).size).toBe(120);
  });

  test('refuses what is not a question, naming the field', async () => {
    const { token } = signIn({ role: 'province-officer', province: '24' });
    for (const [query, field] of [
      ['?actor=me', 'actor'],
      ['?page=0', 'page'],
      ['?page=x', 'page'],
      ['?province=82', 'province'],
      [`?subject=${'a'.repeat(65)}`, 'subject'],
    ] as const) {
      const { status, body } = await audit(token, query);
      expect([status, body.code, body.errors[0].field]).toEqual([422, 'platform.invalid-input', field]);
    }
    expect((await audit(token, `?subject=${encodeURIComponent("' or true --")}`)).items).toEqual([]);
  });

  test('can be changed by nobody', async () => {
    await expect(rows(db, `update platform.looked set purpose = ''`)).rejects.toThrow('append-only');
    await expect(rows(db, 'delete from platform.event')).rejects.toThrow('append-only');
  });
});
