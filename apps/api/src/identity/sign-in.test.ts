import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { sha256 } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { IdentityModule } from './index.ts';
import { caller, codeFor, heardOnly, people, smsCompany } from './testing.ts';

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

const { newPhone, askCode, open, signIn } = people(call, company.inbox, 912_000_000);
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
      CallbackUrl: expect.stringMatching(new RegExp(`/messages/esms/${row?.id}/[\\w-]{43}$`)),
    });
    const code = codeFor(company.inbox, phone);
    const [{ hmac } = { hmac: code }] = await kept(phone);
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
    const unknown = newPhone();
    const [one, other] = [await askCode(known), await askCode(unknown)];
    expect(Object.keys(one.body)).toEqual(Object.keys(other.body));
    expect([one.status, one.body.expiresAt, one.body.resendAt]).toEqual([
      other.status,
      other.body.expiresAt,
      other.body.resendAt,
    ]);
    const wrong = await open(known, not(codeFor(company.inbox, known)));
    const alsoWrong = await open(unknown, not(codeFor(company.inbox, unknown)));
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...alsoWrong.body, requestId: '' });
  });

  test('a code opens once', async () => {
    const phone = newPhone();
    await askCode(phone);
    const code = codeFor(company.inbox, phone);
    const both = await Promise.all([open(phone, code), open(phone, code), open(phone, code)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.filter(({ status }) => status === 422)).toHaveLength(2);
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
