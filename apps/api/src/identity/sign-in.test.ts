import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Authenticator } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { ForgetSignIns, IdentityModule } from './index.ts';
import { SuspendPerson } from './suspend-person.ts';
import { caller, codeFor, heardOnly, smsCompany } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
const company = await smsCompany();
let app: NestFastifyApplication;
let env: Env;
const call = caller(() => app);
const minute = 60_000;

beforeAll(async () => {
  env = testEnv({ DATABASE_URL: url, ESMS_URL: company.url });
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(async () => {
  await app?.close();
  await company.close();
});
beforeEach(() => {
  company.result = '100';
  company.status = 200;
  clock.pass(61 * minute);
});

let last = 912_000_000;
const newPhone = () => `0${++last}`;
const askCode = (phone: string) => call('POST', '/sign-in/codes', { body: { phone } });
const open = (phone: string, code: string, name?: string) =>
  call('POST', '/sign-in/sessions', { body: { phone, code, ...(name ? { name } : {}) } });
const signIn = async (phone: string, name?: string) => {
  expect((await askCode(phone)).status).toBe(200);
  return (await open(phone, codeFor(company.inbox, phone), name)).body as { token: string; me: { id: string } };
};
const not = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const kept = (phone: string) =>
  rows<{ hmac: string; tries: number; voided_at: Date | null }>(
    db,
    'select * from identity.one_time_code where phone = $1 order by created_at desc',
    [phone.replace(/^0/, '+84')],
  );

describe('signing in with a phone', () => {
  test('the first time registers the person; the second finds her again', async () => {
    const phone = newPhone();
    const sent = await askCode(phone);
    expect(sent).toMatchObject({ status: 200, body: { sentTo: `${phone.slice(0, 2)}•••••${phone.slice(-3)}` } });
    expect(Date.parse(sent.body.expiresAt) - clock.now().getTime()).toBe(5 * minute);
    expect(Date.parse(sent.body.resendAt) - clock.now().getTime()).toBe(minute);

    const first = await open(phone, codeFor(company.inbox, phone), 'Nguyễn Thị Hạnh');
    expect(first).toMatchObject({ status: 200, body: { me: { name: 'Nguyễn Thị Hạnh', kind: 'person', grants: [] } } });
    expect(Date.parse(first.body.expiresAt) - clock.now().getTime()).toBe(90 * 24 * 60 * minute);
    clock.pass(2 * minute);
    const second = await signIn(phone, 'Another Name');
    expect(second.me).toEqual(first.body.me);
    const stated = await rows(db, `select type, subject, actor_id, data from platform.event where subject = $1`, [
      second.me.id,
    ]);
    expect(stated).toEqual([{ type: 'person.registered', subject: second.me.id, actor_id: second.me.id, data: {} }]);
  });

  test('the message goes to the phone in the wire form of the company, and the code is kept nowhere in clear', async () => {
    const phone = newPhone();
    await askCode(phone.replace(/^0/, '+84 '));
    const sms = company.inbox.findLast((one) => one.Phone === phone);
    const [row] = await rows<{ id: string }>(
      db,
      'select id from identity.one_time_code order by created_at desc limit 1',
    );
    expect(sms).toEqual({
      ApiKey: env.ESMS_API_KEY,
      SecretKey: env.ESMS_SECRET_KEY,
      Phone: phone,
      Content: expect.stringMatching(/^Cho Phien: \d{6} la ma dang nhap/),
      Brandname: 'ChoPhien',
      SmsType: '2',
      IsUnicode: '0',
      RequestId: row?.id,
    });
    const code = codeFor(company.inbox, phone);
    const [{ hmac = '' } = {}] = await kept(phone);
    expect(hmac).not.toContain(code);
    expect(hmac).not.toBe(sha256(code));
    const [told] = await rows<{ n: number }>(
      db,
      `select count(*) as n from platform.event where data::text like '%' || $1 || '%'`,
      [code],
    );
    expect(told?.n).toBe(0);
  });

  test('a known and an unknown number get the same answer', async () => {
    const known = newPhone();
    await signIn(known);
    clock.pass(2 * minute);
    const [one, other] = [await askCode(known), await askCode(newPhone())];
    expect(Object.keys(one.body)).toEqual(Object.keys(other.body));
    expect([one.status, one.body.expiresAt, one.body.resendAt]).toEqual([
      other.status,
      other.body.expiresAt,
      other.body.resendAt,
    ]);
    const wrong = await open(known, not(codeFor(company.inbox, known)));
    const alsoWrong = await open(`0${last}`, not(codeFor(company.inbox, `0${last}`)));
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...alsoWrong.body, requestId: '' });
  });

  test('a code opens once', async () => {
    const phone = newPhone();
    await askCode(phone);
    const code = codeFor(company.inbox, phone);
    const both = await Promise.all([open(phone, code), open(phone, code), open(phone, code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422, 422]);
    expect(await open(phone, code)).toMatchObject({ status: 422, body: { code: 'identity.code-wrong' } });
  });

  test('a code is too old after five minutes', async () => {
    const phone = newPhone();
    await askCode(phone);
    clock.pass(5 * minute);
    expect(await open(phone, codeFor(company.inbox, phone))).toMatchObject({
      status: 422,
      body: { code: 'identity.code-expired' },
    });
  });

  test('a code of another phone, or one before the newest, opens nothing', async () => {
    const [phone, other] = [newPhone(), newPhone()];
    await askCode(other);
    await askCode(phone);
    const first = codeFor(company.inbox, phone);
    if (codeFor(company.inbox, other) !== first) {
      expect(await open(phone, codeFor(company.inbox, other))).toMatchObject({ body: { code: 'identity.code-wrong' } });
    }
    clock.pass(minute);
    await askCode(phone);
    if (codeFor(company.inbox, phone) !== first) {
      expect(await open(phone, first)).toMatchObject({ status: 422, body: { code: 'identity.code-wrong' } });
    }
    expect((await open(phone, codeFor(company.inbox, phone))).status).toBe(200);
    expect(await open(newPhone(), '000000')).toMatchObject({ status: 422, body: { code: 'identity.code-wrong' } });
  });

  test('whoever guesses, twenty at once even, has five tries; then the right code is dead too', async () => {
    const phone = newPhone();
    await askCode(phone);
    const code = codeFor(company.inbox, phone);
    const guesses = await Promise.all(Array.from({ length: 20 }, () => open(phone, not(code))));
    const codes = guesses.map(({ body }) => body.code);
    expect(codes.filter((one) => one === 'identity.code-wrong')).toHaveLength(5);
    expect(codes.filter((one) => one === 'identity.code-exhausted')).toHaveLength(15);
    expect(await open(phone, code)).toMatchObject({ status: 429, body: { code: 'identity.code-exhausted' } });
    expect((await kept(phone))[0]?.tries).toBe(5);
    expect(await rows(db, `select 1 from identity.person where phone = $1`, [phone.replace(/^0/, '+84')])).toEqual([]);
  });

  test('codes are sent a minute apart, also to someone who asks ten times at once', async () => {
    const phone = newPhone();
    const before = company.inbox.length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => askCode(phone)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'identity.code-too-soon', details: { retryAfter: 60 } },
    });
    expect(refused?.headers['retry-after']).toBe('60');
    expect(company.inbox.length - before).toBe(1);
  });

  test('five codes an hour and ten a day reach one phone', async () => {
    const phone = newPhone();
    const statuses: number[] = [];
    for (let hour = 0; hour < 3; hour++) {
      for (let time = 0; time < 6; time++) {
        statuses.push((await askCode(phone)).status);
        clock.pass(minute);
      }
      clock.pass(60 * minute);
    }
    expect(statuses).toEqual([
      200, 200, 200, 200, 200, 429, 200, 200, 200, 200, 200, 429, 429, 429, 429, 429, 429, 429,
    ]);
  });

  test('one place may ask for thirty codes an hour, whatever numbers and headers it tries', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 32; time++) {
      const stranger = { 'x-forwarded-for': `203.0.113.${time}`, 'x-client-address': `203.0.113.${time}` };
      statuses.push((await call('POST', '/sign-in/codes', { body: { phone: newPhone() }, stranger })).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.slice(30)).toEqual([429, 429]);
  });

  test('when the company does not take the message, the code is void and may be asked for again at once', async () => {
    for (const [result, status] of [
      ['103', 200],
      ['100', 500],
      ['', 200],
    ] as const) {
      const phone = newPhone();
      Object.assign(company, { result, status });
      expect(await askCode(phone)).toMatchObject({ status: 502, body: { code: 'identity.code-not-sent' } });
      expect((await kept(phone))[0]?.voided_at).not.toBeNull();
      Object.assign(company, { result: '100', status: 200 });
      expect((await askCode(phone)).status).toBe(200);
    }
  });

  test('a void code opens nothing, even when it arrived', async () => {
    const phone = newPhone();
    company.status = 500; // taken, and then they said that they failed
    await askCode(phone);
    expect(await open(phone, codeFor(company.inbox, phone))).toMatchObject({
      status: 422,
      body: { code: 'identity.code-wrong' },
    });
  });

  test('what is no mobile number, no code or too much is refused by its field', async () => {
    for (const [path, body, field] of [
      ['/sign-in/codes', { phone: '12345' }, 'phone'],
      ['/sign-in/codes', { phone: ['0912345678'] }, 'phone'],
      ['/sign-in/codes', { phone: '0912345678', channel: 'voice' }, 'channel'],
      ['/sign-in/sessions', { phone: '0912345678', code: '12345' }, 'code'],
      ['/sign-in/sessions', { phone: '0912345678', code: 123_456 }, 'code'],
      ['/sign-in/sessions', { phone: '0912345678', code: '123456', name: 'a'.repeat(81) }, 'name'],
      ['/sign-in/sessions', { phone: '0912345678', code: '123456', name: 'a\u0000b' }, 'name'],
    ] as const) {
      const { status, body: answer } = await call('POST', path, { body });
      expect([status, answer.code, answer.errors[0].field]).toEqual([422, 'platform.invalid-input', field]);
    }
  });
});

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
    const { text, values } = asked.mock.calls[0]?.[0] as unknown as pg.QueryConfig;
    asked.mockRestore();
    await rows(
      db,
      `insert into identity.session (id, token_hash, person, kind, opened_at, last_seen_at, expires_at, address)
       select gen_random_uuid(), md5(n::text), (select id from identity.person limit 1), 'person', $1, $1, $1, 'x'
       from generate_series(1, 3000) as n`,
      [clock.now()],
    );
    await rows(db, 'analyze identity.session');
    const plan = await db.query(`explain ${text}`, values);
    expect(JSON.stringify(plan)).toContain('session_token_once');
  });

  test('old codes and sessions are forgotten, living ones are not', async () => {
    const phone = newPhone();
    const { token } = await signIn(phone);
    clock.pass(3 * 24 * 60 * minute);
    const forget = app.get(ForgetSignIns, { strict: false });
    await forget.run();
    expect(await kept(phone)).toEqual([]);
    expect((await call('GET', '/me', { token })).status).toBe(200);
    clock.pass(500 * 24 * 60 * minute);
    await forget.run();
    expect(await rows(db, 'select 1 from identity.session where token_hash = $1', [sha256(token)])).toEqual([]);
  });
});
