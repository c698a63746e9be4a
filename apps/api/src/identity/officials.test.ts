import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Secret, TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { importUnits } from '../communes/import-units.ts';
import { Authenticator, system } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { refuseDemoInProduction } from '../platform/ready.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CreateOfficial, Identity, identityCommands, IdentityModule, type NewOfficial } from './index.ts';
import { seal, unseal } from './secrets.ts';
import { caller, heardOnly } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
let app: NestFastifyApplication;
const call = caller(() => app);
const hour = 3_600_000;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url });
  await importUnits(db);
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(() => app?.close());
beforeEach(() => clock.pass(hour));

let last = 978_000_000;
const newPhone = () => `+84${++last}`;
const create = (given: Partial<NewOfficial> = {}) =>
  app
    .get(CreateOfficial, { strict: false })
    .run(system('test'), {
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
const operate = (line: string, options: Record<string, string> = {}) => {
  const command = identityCommands.find(({ name }) => `${line} `.startsWith(`${name} `));
  if (!command) throw new Error(`no command ${line}`);
  const words = line.slice(command.name.length).split(' ').filter(Boolean);
  return command.run(app, { words, options });
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
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
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
    expect(unseal(row?.totp_secret ?? '', id)).toBe(secret);
    const other = await official();
    expect(() => unseal(row?.totp_secret ?? '', other.id)).toThrow();
    expect(seal(secret, id)).not.toBe(seal(secret, id));
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

describe("the operator's commands", () => {
  test('make the first operator and show password and authenticator once', async () => {
    const printed = await operate('operator create', { phone: '0978111222', name: 'Vận hành' });
    const password = /password\s+(\S+)/.exec(printed)?.[1] ?? '';
    const otpauth = /(otpauth:\S+)/.exec(printed)?.[1] ?? '';
    expect(password).toMatch(/^([a-km-z2-9]{4}-){4}[a-km-z2-9]{4}$/);
    const opened = await open('0978111222', password, codeOf(otpauth));
    expect(opened.body.me.grants).toEqual([{ role: 'operator', producer: null, commune: null, province: null }]);
  });

  test('make officers of communes and provinces that exist, once for each phone', async () => {
    const given = { phone: '0978111333', name: 'Cán bộ tỉnh', role: 'province-officer', province: '24' };
    await operate('official create', given);
    await expect(operate('official create', given)).rejects.toMatchObject({ code: 'identity.phone-taken' });
    for (const [wrong, refusal] of [
      [{ province: '99' }, { code: 'communes.unknown' }],
      [{ role: 'commune-officer', commune: '99999' }, { code: 'communes.unknown' }],
      [{ role: 'commune-officer' }, { code: 'communes.unknown' }],
      [{ role: 'producer' }, { message: expect.stringContaining('--role') }],
      [{ phone: '123' }, { message: expect.stringContaining('PHONE') }],
      [{ name: ' ' }, { message: expect.stringContaining('--name') }],
    ] as const) {
      const attempt = operate('official create', { ...given, phone: '0978111444', ...wrong });
      await expect(Promise.resolve(attempt)).rejects.toMatchObject(refusal);
    }
    expect(await rows(db, `select 1 from identity.person where phone = '+84978111444'`)).toEqual([]);
  });

  test('end what an official may do: her next request is refused, and the end is stated', async () => {
    const { id, phone, password, otpauth } = await official();
    const { token } = (await open(phone, password, codeOf(otpauth))).body;
    expect(await operate(`official end ${phone}`)).toBe('1 grants ended');
    expect((await call('GET', '/me', { token })).status).toBe(401);
    clock.pass(60_000);
    expect((await open(phone, password, codeOf(otpauth))).body.me.grants).toEqual([]);
    const stated = await rows(
      db,
      `select type, data ->> 'commune' as commune from platform.event where subject = $1 order by at, id`,
      [id],
    );
    expect(stated).toEqual([
      { type: 'grant.given', commune: '07330' },
      { type: 'grant.ended', commune: '07330' },
    ]);
    await expect(operate('official end 0978999888')).rejects.toMatchObject({ code: 'platform.not-found' });
  });

  test('give a new password and authenticator; the old ones and the open sessions are worth nothing', async () => {
    const { phone, password, otpauth } = await official();
    const { token } = (await open(phone, password, codeOf(otpauth))).body;
    const printed = await operate(`official reset ${phone}`);
    expect((await call('GET', '/me', { token })).status).toBe(401);
    clock.pass(60_000);
    expect((await open(phone, password, codeOf(otpauth))).status).toBe(422);
    const fresh = /password\s+(\S+)/.exec(printed)?.[1] ?? '';
    expect((await open(phone, fresh, codeOf(/(otpauth:\S+)/.exec(printed)?.[1] ?? ''))).status).toBe(200);
  });

  test('suspend an official, who then looks like nobody', async () => {
    const { phone, password, otpauth } = await official();
    const { token } = (await open(phone, password, codeOf(otpauth))).body;
    await operate(`person suspend ${phone}`, { official: 'true' });
    expect(await app.get(Authenticator, { strict: false }).authenticate(token)).toBeNull();
    clock.pass(60_000);
    expect((await open(phone, password, codeOf(otpauth))).body.code).toBe('identity.credentials-wrong');
    await operate(`person restore ${phone}`, { official: 'true' });
    clock.pass(60_000);
    expect((await open(phone, password, codeOf(otpauth))).status).toBe(200);
  });
});

describe('who an officer is, for the others', () => {
  test('a commune has its officers, and where it has none, those of its province', async () => {
    const identity = app.get(Identity, { strict: false });
    const mine = await official({ name: 'Cán bộ Mỹ Thọ', commune: '30076' });
    const province = await official({
      role: 'province-officer',
      commune: undefined,
      province: '82',
      name: 'Cán bộ Đồng Tháp',
    });
    expect(await identity.officersOf('30076')).toEqual([{ person: mine.id, name: 'Cán bộ Mỹ Thọ', phone: mine.phone }]);
    expect((await identity.officersOf('28273')).map(({ person }) => person)).toEqual([province.id]);
    expect(await identity.officersOf('01654')).toEqual([]);
    await operate(`official end ${mine.phone}`);
    expect((await identity.officersOf('30076')).map(({ person }) => person)).toEqual([province.id]);
  });

  test('an account made for showing the system keeps a production from starting', async () => {
    testEnv({ DATABASE_URL: url });
    await expect(refuseDemoInProduction(app)).resolves.toBeUndefined();
    const secret = new Secret({ size: 20 }).base32;
    const shown = await official({ demo: { password: 'cho-phien-xem-thu', totpSecret: secret } });
    expect(shown.password).toBe('cho-phien-xem-thu');
    expect(await rows(db, 'select phone from identity.person where is_demo')).toEqual([{ phone: shown.phone }]);
    testEnv({
      DATABASE_URL: url,
      DEPLOYMENT: 'production',
      ...{ API_URL: 'https://api.vn', STOREFRONT_URL: 'https://cho.vn', OFFICE_URL: 'https://so.vn' },
      ...{ VNPAY_URL: 'https://pay.vnpay.vn', ESMS_URL: 'https://rest.esms.vn', ZALO_URL: 'https://openapi.zalo.me' },
    });
    await expect(refuseDemoInProduction(app)).rejects.toThrow('demo accounts');
  });
});
