import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Authenticator } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { ForgetSignIns, IdentityModule } from './index.ts';
import { SuspendPerson } from './suspend-person.ts';
import { caller, codeFor, heardOnly, people, smsCompany } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
const company = await smsCompany();
let app: NestFastifyApplication;
const call = caller(() => app);
const { newPhone, askCode, open, signIn } = people(call, company.inbox, 913_000_000);
const minute = 60_000;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url, ESMS_URL: company.url });
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(async () => {
  await app?.close();
  await company.close();
});
beforeEach(() => clock.pass(61 * minute));

describe('being signed in', () => {
  test('shows who one is, and lets one change the name', async () => {
    const { token, me } = await signIn(newPhone());
    expect(await call('GET', '/me', { token })).toMatchObject({ status: 200, body: me });
    const renamed = await call('PUT', '/me/name', { token, body: { name: '  Trần   Văn Bình ' } });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Trần Văn Bình' } });
    expect((await call('GET', '/me', { token })).body.name).toBe('Trần Văn Bình');
  });

  test('needs the token itself: of it only a hash is kept', async () => {
    const { token } = await signIn(newPhone());
    const hashes = await rows<{ token_hash: string }>(db, 'select token_hash from identity.session');
    expect(hashes.map((row) => row.token_hash)).toContain(sha256(token));
    expect(JSON.stringify(hashes)).not.toContain(token);
    for (const wrong of [sha256(token), `${token}x`, token.toLowerCase(), ' ', 'null', 'a'.repeat(10_000)]) {
      const answer = await call('GET', '/me', { token: wrong });
      expect([answer.status, answer.body.code]).toEqual([401, 'identity.sign-in-needed']);
    }
    expect((await call('GET', '/me')).status).toBe(401);
  });

  test('ends after ninety days, and no earlier', async () => {
    const { token } = await signIn(newPhone());
    clock.pass(90 * 24 * 60 * minute - 1);
    expect((await call('GET', '/me', { token })).status).toBe(200);
    clock.pass(1);
    expect((await call('GET', '/me', { token })).status).toBe(401);
  });

  test('is noted at most once a minute', async () => {
    const { token } = await signIn(newPhone());
    const seen = async () =>
      (
        await rows<{ at: Date }>(db, 'select last_seen_at as at from identity.session where token_hash = $1', [
          sha256(token),
        ])
      )[0]?.at;
    const opened = await seen();
    clock.pass(30_000);
    await call('GET', '/me', { token });
    expect(await seen()).toEqual(opened);
    clock.pass(31_000);
    await call('GET', '/me', { token });
    expect(await seen()).toEqual(clock.now());
  });

  test('in two places, one can be closed from the other, and closing again changes nothing', async () => {
    const phone = newPhone();
    const first = await signIn(phone);
    clock.pass(2 * minute);
    const second = await signIn(phone);
    const list = (await call('GET', '/me/sessions', { token: second.token })).body.items;
    expect(list.map((one: { current: boolean }) => one.current)).toEqual([true, false]);
    for (let time = 0; time < 2; time++) {
      expect((await call('DELETE', `/me/sessions/${list[1].id}`, { token: second.token })).status).toBe(200);
    }
    expect((await call('GET', '/me', { token: first.token })).status).toBe(401);
    expect((await call('DELETE', '/me/sessions/current', { token: second.token })).status).toBe(200);
    expect((await call('GET', '/me', { token: second.token })).status).toBe(401);
  });

  test("another person's session is not found and stays open", async () => {
    const [mine, hers] = [await signIn(newPhone()), await signIn(newPhone())];
    const [{ id }] = (await call('GET', '/me/sessions', { token: hers.token })).body.items;
    expect(await call('DELETE', `/me/sessions/${id}`, { token: mine.token })).toMatchObject({ status: 404 });
    expect((await call('DELETE', '/me/sessions/nonsense', { token: mine.token })).status).toBe(422);
    expect((await call('GET', '/me', { token: hers.token })).status).toBe(200);
  });

  test('stops with the next request when the person is suspended, and she cannot come back', async () => {
    const phone = newPhone();
    const { token } = await signIn(phone);
    const person = { phone: phone.replace(/^0/, '+84'), kind: 'person' } as const;
    await app.get(SuspendPerson, { strict: false }).run({ ...person, suspended: true });
    expect((await call('GET', '/me', { token })).status).toBe(401);
    clock.pass(2 * minute);
    await askCode(phone);
    expect(await open(phone, codeFor(company.inbox, phone))).toMatchObject({
      status: 403,
      body: { code: 'platform.not-allowed' },
    });
    await app.get(SuspendPerson, { strict: false }).run({ ...person, suspended: false });
    expect((await call('GET', '/me', { token })).status).toBe(401);
    clock.pass(2 * minute);
    expect((await call('GET', '/me', { token: (await signIn(phone)).token })).status).toBe(200);
  });

  test('costs one query a request, found by the index of tokens', async () => {
    const { token } = await signIn(newPhone());
    const asked = vi.spyOn((app.get(DataSource).driver as unknown as { master: pg.Pool }).master, 'query');
    await app.get(Authenticator, { strict: false }).authenticate(token);
    expect(asked).toHaveBeenCalledOnce();
    const [[query] = []] = asked.mock.calls as unknown as [pg.QueryConfig][];
    asked.mockRestore();
    await rows(
      db,
      `insert into identity.session (id, token_hash, person, kind, opened_at, last_seen_at, expires_at, address)
       select gen_random_uuid(), md5(n::text), (select id from identity.person limit 1), 'person', $1, $1, $1, 'x'
       from generate_series(1, 3000) as n`,
      [clock.now()],
    );
    await rows(db, 'analyze identity.session');
    const plan = await db.query(`explain ${query?.text}`, query?.values);
    expect(JSON.stringify(plan)).toContain('session_token_once');
  });

  test('old codes and sessions are forgotten, living ones are not', async () => {
    const phone = newPhone();
    const { token } = await signIn(phone);
    clock.pass(3 * 24 * 60 * minute);
    const forget = app.get(ForgetSignIns, { strict: false });
    await forget.run();
    const codes = await rows(db, 'select 1 from identity.one_time_code where phone = $1', [phone.replace(/^0/, '+84')]);
    expect(codes).toEqual([]);
    expect((await call('GET', '/me', { token })).status).toBe(200);
    clock.pass(500 * 24 * 60 * minute);
    await forget.run();
    expect(await rows(db, 'select 1 from identity.session where token_hash = $1', [sha256(token)])).toEqual([]);
  });
});
