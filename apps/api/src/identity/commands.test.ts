import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Secret, type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Authenticator, system } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { refuseDemoInProduction } from '../platform/ready.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CreateOfficial, Identity, identityCommands, IdentityModule, type NewOfficial } from './index.ts';
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

let last = 979_000_000;
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
/** Follows the link that was printed, as its official would. */
const begin = async (printed: string) => {
  const key = /bat-dau\/([\w-]{43})/.exec(printed)?.[1];
  const shown = await call('POST', '/sign-in/officials/start', { body: { key } });
  const body = { key, password: 'vải chín đầu hè', totp: codeOf(shown.body.otpauth) };
  return (await call('POST', '/sign-in/officials/start/done', { body })).body;
};
const operate = (line: string, options: Record<string, string> = {}) => {
  const command = identityCommands.find(({ name }) => `${line} `.startsWith(`${name} `));
  if (!command) throw new Error(`no command ${line}`);
  const words = line.slice(command.name.length).split(' ').filter(Boolean);
  return command.run(app, { words, options });
};

describe("the operator's commands", () => {
  test('make the first operator, and show once where she begins', async () => {
    const printed = await operate('operator create', { phone: '0978111222', name: 'Vận hành' });
    expect(printed).toMatch(/begins at {2}\S+\/bat-dau\/[\w-]{43}\n/);
    const { token, me, codes } = await begin(printed);
    expect(me.grants).toEqual([{ role: 'operator', producer: null, commune: null, province: null }]);
    expect(codes).toHaveLength(10);
    expect((await call('GET', '/me', { token })).status).toBe(200);
  });

  test('make a further operator only beside one whom they can name', async () => {
    const further = { phone: '0978111223', name: 'Người thứ hai' };
    await expect(operate('operator create', further)).rejects.toThrow('--beside');
    await expect(operate('operator create', { ...further, beside: 'Ai đó' })).rejects.toThrow('--beside');
    await expect(operate('official create', { ...further, role: 'operator' })).rejects.toThrow('operator create');
    expect(await operate('operator create', { ...further, beside: 'van hanh' })).toContain('begins at');
  });

  test('make officers of communes and provinces that exist, once for each phone', async () => {
    const given = { phone: '0978111333', name: 'Cán bộ tỉnh', role: 'province-officer', province: '24' };
    expect(await operate('official create', given)).toContain('begins at');
    expect(await operate('official create', given)).toContain('an official already');
    const [made] = await rows<{ n: number }>(
      db,
      `select count(*) as n from identity.access_grant g join identity.person p on p.id = g.person where p.phone = '+84978111333'`,
    );
    expect(made?.n).toBe(1);
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

  test('give a new link to begin with; former password, authenticator and sessions are worth nothing', async () => {
    const { id, phone, password, otpauth } = await official();
    const { token } = (await open(phone, password, codeOf(otpauth))).body;
    const printed = await operate(`official reset ${phone}`);
    expect((await call('GET', '/me', { token })).status).toBe(401);
    clock.pass(60_000);
    expect((await open(phone, password, codeOf(otpauth))).status).toBe(422);
    expect((await begin(printed)).me.id).toBe(id);
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
      API_URL: 'https://api.vn',
      STOREFRONT_URL: 'https://cho.vn',
      OFFICE_URL: 'https://so.vn',
      VNPAY_URL: 'https://pay.vnpay.vn',
      ESMS_URL: 'https://rest.esms.vn',
      ZALO_URL: 'https://openapi.zalo.me',
    });
    await expect(refuseDemoInProduction(app)).rejects.toThrow('demo accounts');
  });
});
