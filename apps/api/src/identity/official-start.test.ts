import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CreateOfficial, IdentityModule } from './index.ts';
import { system } from '../platform/actor.ts';
import { caller, heardOnly } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
let app: NestFastifyApplication;
const call = caller(() => app);
const minute = 60_000;
const day = 24 * 60 * minute;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url, OFFICE_URL: 'https://van-phong.example.vn' });
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(() => app?.close());
beforeEach(() => clock.pass(20 * minute));

let last = 976_000_000;
const newPhone = () => `+84${++last}`;
const good = 'vải chín đầu hè';
const codeOf = (otpauth: string) => (URI.parse(otpauth) as TOTP).generate({ timestamp: clock.now().getTime() });

/** A province officer who appoints. */
const superior = async () => {
  const phone = newPhone();
  const { password, otpauth } = await app
    .get(CreateOfficial, { strict: false })
    .run(system('test'), { phone, name: 'Cán bộ tỉnh', role: 'province-officer', province: '24' });
  return (await call('POST', '/sign-in/officials', { body: { phone, password, totp: codeOf(otpauth) } })).body.token;
};
const appointed = async (token: string, phone = newPhone()) => {
  const body = { phone, name: 'Cán bộ mới', role: 'commune-officer', commune: '07330' };
  const { person, start } = (await call('POST', '/roles', { token, body })).body;
  return { phone, person, key: /bat-dau\/([\w-]{43})$/.exec(start?.link ?? '')?.[1] ?? '' };
};
const show = (key: string) => call('POST', '/sign-in/officials/start', { body: { key } });
const start = (key: string, password: string, totp: string) =>
  call('POST', '/sign-in/officials/start/done', { body: { key, password, totp } });
const begun = async (token: string) => {
  const official = await appointed(token);
  const { otpauth } = (await show(official.key)).body;
  return { ...official, otpauth, ...(await start(official.key, good, codeOf(otpauth))).body };
};
const signIn = (phone: string, how: object, password = good) =>
  call('POST', '/sign-in/officials', { body: { phone, password, ...how } });

describe('the first sign-in of an official', () => {
  test('asks for a password and an authenticator of her own, and gives ten recovery codes', async () => {
    const token = await superior();
    const { phone, key, person } = await appointed(token);
    expect((await signIn(phone, { totp: '000000' })).body.code).toBe('identity.credentials-wrong');
    const shown = await show(key);
    expect(shown.body).toMatchObject({ name: 'Cán bộ mới', otpauth: expect.stringContaining('otpauth://totp/') });
    expect((await show(key)).body.secret).toBe(shown.body.secret);
    const done = await start(key, good, codeOf(shown.body.otpauth));
    expect(done).toMatchObject({ status: 200, body: { me: { id: person, grants: [{ role: 'commune-officer' }] } } });
    expect(new Set(done.body.codes).size).toBe(10);
    clock.pass(minute);
    expect((await signIn(phone, { totp: codeOf(shown.body.otpauth) })).status).toBe(200);
  });

  test('is done once, within seven days, by the newest link; anything else is one answer', async () => {
    const token = await superior();
    const used = await begun(token);
    const late = await appointed(token);
    for (const key of [used.key, 'x'.repeat(43)]) expect((await show(key)).body.code).toBe('identity.start-link-ended');
    clock.pass(7 * day);
    expect((await show(late.key)).body.code).toBe('identity.start-link-ended');
    expect((await start(late.key, good, '000000')).body.code).toBe('identity.start-link-ended');
    // Appointing again gives her a new one.
    const again = await appointed(await superior(), late.phone);
    expect(again.person).toBe(late.person);
    expect((await show(again.key)).status).toBe(200);
  });

  test('refuses what most people choose, her number, a short one and a wrong code, and takes nothing of it', async () => {
    const { phone, key } = await appointed(await superior());
    const { otpauth } = (await show(key)).body;
    for (const [password, rule] of [
      ['Matkhau2026!', 'common'],
      [`so ${phone.slice(3)}`, 'phone'],
      ['ngắn quá', 'too_small'],
    ] as const) {
      const { body } = await start(key, password, codeOf(otpauth));
      expect([body.code, body.errors[0].field]).toEqual(['platform.invalid-input', 'password']);
      if (rule !== 'too_small') expect(body.errors[0].rule).toBe(rule);
    }
    const wrong = String((Number(codeOf(otpauth)) + 1) % 1_000_000).padStart(6, '0');
    expect((await start(key, good, wrong)).body.code).toBe('identity.code-wrong');
    expect(
      await rows(
        db,
        `select 1 from identity.credential c join identity.person p on p.id = c.person where p.phone = $1`,
        [phone],
      ),
    ).toEqual([]);
  });
});

describe('an official who lost her authenticator', () => {
  test('signs in with a recovery code, each once, written as she likes; they are kept unreadably', async () => {
    const { phone, codes, person } = await begun(await superior());
    const [first = '', second = ''] = codes;
    expect((await signIn(phone, { recovery: first.toUpperCase().replace('-', ' ') })).status).toBe(200);
    expect((await signIn(phone, { recovery: first })).body.code).toBe('identity.credentials-wrong');
    expect((await signIn(phone, { recovery: second }, 'sai mật khẩu')).body.code).toBe('identity.credentials-wrong');
    const both = await Promise.all([signIn(phone, { recovery: second }), signIn(phone, { recovery: second })]);
    expect(both.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 422]);
    const kept = JSON.stringify(await rows(db, 'select * from identity.recovery_code where person = $1', [person]));
    for (const code of codes) expect(kept).not.toContain(code);
    const { token } = both.find(({ status }) => status === 200)?.body ?? {};
    expect((await call('GET', '/me/security', { token })).body.recoveryCodesLeft).toBe(8);
  });

  test('another official’s code opens nothing; both kinds at once, or none, is refused', async () => {
    const token = await superior();
    const [mine, hers] = [await begun(token), await begun(token)];
    expect((await signIn(mine.phone, { recovery: hers.codes[0] })).body.code).toBe('identity.credentials-wrong');
    for (const how of [{}, { totp: '123456', recovery: mine.codes[0] }])
      expect((await signIn(mine.phone, how)).body.errors[0].field).toBe('totp');
  });

  test('an unknown number costs as much time as a wrong recovery code', async () => {
    const { phone } = await begun(await superior());
    const took = async (who: string) => {
      const started = performance.now();
      await signIn(who, { recovery: 'aaaaa-aaaaa' });
      return performance.now() - started;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let time = 0; time < 9; time++) {
      known.push(await took(phone));
      unknown.push(await took(newPhone()));
    }
    const median = (times: number[]) => times.toSorted((left, right) => left - right)[4] ?? 0;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });
});

describe('an official changes what she proves herself with', () => {
  test('only freshly proved; her password, and she is signed out everywhere else', async () => {
    const { phone, token, otpauth } = await begun(await superior());
    clock.pass(minute);
    const elsewhere = (await signIn(phone, { totp: codeOf(otpauth) })).body.token;
    clock.pass(11 * minute);
    const body = { current: good, password: 'con trâu đi trước' };
    expect((await call('PUT', '/me/password', { token, body })).body.code).toBe('identity.proof-needed');
    expect((await call('POST', '/me/proof', { token, body: { code: '000000' } })).body.code).toBe(
      'identity.code-wrong',
    );
    expect((await call('POST', '/me/proof', { token, body: { code: codeOf(otpauth) } })).status).toBe(200);
    // A code that opened one door opens no other.
    expect((await signIn(phone, { totp: codeOf(otpauth) })).status).toBe(422);
    const wrong = { ...body, current: 'không phải' };
    expect((await call('PUT', '/me/password', { token, body: wrong })).body.code).toBe('identity.credentials-wrong');
    expect((await call('PUT', '/me/password', { token, body })).status).toBe(200);
    expect((await call('GET', '/me', { token: elsewhere })).status).toBe(401);
    clock.pass(minute);
    expect((await signIn(phone, { totp: codeOf(otpauth) })).status).toBe(422);
    expect((await signIn(phone, { totp: codeOf(otpauth) }, body.password)).status).toBe(200);
  });

  test('her authenticator: the former one holds until the new one has shown a code', async () => {
    const { phone, token, otpauth } = await begun(await superior());
    expect((await call('PUT', '/me/authenticator', { token, body: { totp: '000000' } })).status).toBe(404);
    const fresh = (await call('POST', '/me/authenticator', { token })).body;
    clock.pass(minute);
    expect((await signIn(phone, { totp: codeOf(otpauth) })).status).toBe(200);
    expect((await call('PUT', '/me/authenticator', { token, body: { totp: codeOf(otpauth) } })).status).toBe(422);
    expect((await call('PUT', '/me/authenticator', { token, body: { totp: codeOf(fresh.otpauth) } })).status).toBe(200);
    clock.pass(minute);
    expect((await signIn(phone, { totp: codeOf(otpauth) })).status).toBe(422);
    expect((await signIn(phone, { totp: codeOf(fresh.otpauth) })).status).toBe(200);
  });

  test('her recovery codes: the former ten open nothing any more', async () => {
    const { phone, token, codes } = await begun(await superior());
    const fresh = (await call('POST', '/me/recovery-codes', { token })).body.codes;
    expect((await signIn(phone, { recovery: codes[0] })).status).toBe(422);
    expect((await signIn(phone, { recovery: fresh[0] })).status).toBe(200);
  });
});
