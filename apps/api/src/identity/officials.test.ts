import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { system } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CreateOfficial, IdentityModule, type NewOfficial } from './index.ts';
import { seal, unseal } from './secrets.ts';
import { caller, heardOnly } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
let app: NestFastifyApplication;
const call = caller(() => app);
const hour = 3_600_000;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url });
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(() => app?.close());
beforeEach(() => clock.pass(hour));

let last = 978_000_000;
const newPhone = () => `+84${++last}`;
const create = (given: Partial<NewOfficial> = {}) =>
  app.get(CreateOfficial, { strict: false }).run(system('test'), {
    phone: newPhone(),
    name: 'Lê Thị Cán Bộ',
    role: 'commune-officer',
    commune: '07330',
    ...given,
  });
const codeOf = (otpauth: string, at = clock.now()) =>
  (URI.parse(otpauth) as TOTP).generate({ timestamp: at.getTime() });
const open = (phone: string, password: string, totp: string) =>
  call('POST', '/sign-in/officials', { body: { phone, password, totp } });
const official = async (given: Partial<NewOfficial> = {}) => {
  const phone = given.phone ?? newPhone();
  return { phone, ...(await create({ ...given, phone })) };
};

describe('an official', () => {
  test('signs in with password and authenticator for a working day, and sees her commune', async () => {
    const { phone, password, otpauth } = await official();
    const opened = await open(phone, password, codeOf(otpauth));
    expect(opened).toMatchObject({
      status: 200,
      body: {
        me: {
          kind: 'official',
          name: 'Lê Thị Cán Bộ',
          grants: [{ role: 'commune-officer', commune: '07330', province: null, producer: null }],
        },
      },
    });
    const { token } = opened.body;
    clock.pass(8 * hour - 1);
    expect((await call('GET', '/me', { token })).status).toBe(200);
    clock.pass(1);
    expect((await call('GET', '/me', { token })).status).toBe(401);
  });

  test('gets one answer to anything wrong: phone, password, code, old code', async () => {
    const { phone, password, otpauth } = await official();
    const good = codeOf(otpauth);
    const bad = String((Number(good) + 1) % 1_000_000).padStart(6, '0');
    const answers = [
      await open(newPhone(), password, good),
      await open(phone, `${password}x`, good),
      await open(phone, password, bad),
      await open(phone, password, codeOf(otpauth, new Date(clock.now().getTime() - 90_000))),
      await open(phone, password, codeOf(otpauth, new Date(clock.now().getTime() + 90_000))),
    ];
    for (const { status, body } of answers) {
      expect({ ...body, requestId: '', status }).toEqual({ ...answers[0]?.body, requestId: '', status: 422 });
      expect(body.code).toBe('identity.credentials-wrong');
    }
  });

  test('cannot use a code twice, nor an earlier one after a later one', async () => {
    const { phone, password, otpauth } = await official();
    const earlier = codeOf(otpauth, new Date(clock.now().getTime() - 30_000));
    const code = codeOf(otpauth);
    const both = await Promise.all([open(phone, password, code), open(phone, password, code)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await open(phone, password, code)).body.code).toBe('identity.credentials-wrong');
    expect((await open(phone, password, earlier)).body.code).toBe('identity.credentials-wrong');
    clock.pass(30_000);
    expect((await open(phone, password, codeOf(otpauth))).status).toBe(200);
  });

  test('is not told apart by time: an unknown phone costs as much as a wrong password', async () => {
    const { phone, password, otpauth } = await official();
    const took = async (who: string) => {
      const started = performance.now();
      await open(who, `${password}x`, codeOf(otpauth));
      return performance.now() - started;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let time = 0; time < 9; time++) {
      known.push(await took(phone));
      unknown.push(await took(newPhone()));
    }
    const median = (times: number[]) => times.toSorted((left, right) => left - right)[4] ?? 0;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });

  test('is guessed at ten times in a quarter of an hour from one place, and fifty times an hour from all', async () => {
    const { phone, password, otpauth } = await official();
    const stranger = { 'x-client-address': '198.51.100.7' };
    const guess = () =>
      call('POST', '/sign-in/officials', { body: { phone, password: 'x', totp: '000000' }, stranger });
    const statuses = [];
    for (let time = 0; time < 11; time++) statuses.push((await guess()).status);
    expect(statuses).toEqual([...Array(10).fill(422), 429]);
    // From another place she still gets in.
    expect((await open(phone, password, codeOf(otpauth))).status).toBe(200);
    const others = [];
    for (let time = 0; time < 45; time++) others.push((await open(phone, 'x', '000000')).status);
    expect(others.filter((status) => status === 422).length).toBeLessThan(40);
    expect(others.at(-1)).toBe(429);
  });

  test('keeps no password or authenticator that could be read', async () => {
    const { id, password, otpauth } = await official();
    const secret = (URI.parse(otpauth) as TOTP).secret.base32;
    const [row] = await rows<{ password_hash: string; totp_secret: string }>(
      db,
      'select * from identity.credential where person = $1',
      [id],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row?.totp_secret).not.toContain(secret);
    expect(await unseal(row?.totp_secret ?? '', id)).toBe(secret);
    const other = await official();
    await expect(unseal(row?.totp_secret ?? '', other.id)).rejects.toThrow('another place');
    expect(await seal(secret, id)).not.toBe(await seal(secret, id));
    const told = await rows(db, `select data from platform.event where subject = $1`, [id]);
    expect(JSON.stringify(told)).not.toContain(password);
  });

  test('opens nothing with a one-time code for her phone: the farmer of that number is somebody else', async () => {
    const { phone } = await official();
    const [person] = await rows<{ n: number }>(db, `select count(*) as n from identity.person where phone = $1`, [
      phone,
    ]);
    expect(person?.n).toBe(1);
    expect(await call('POST', '/sign-in/sessions', { body: { phone, code: '123456' } })).toMatchObject({ status: 422 });
  });
});
