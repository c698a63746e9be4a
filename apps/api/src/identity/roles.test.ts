import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { system } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CreateOfficial, IdentityModule, type NewOfficial } from './index.ts';
import { caller, heardOnly, people, smsCompany } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
const company = await smsCompany();
let app: NestFastifyApplication;
const call = caller(() => app);
const { newPhone, signIn } = people(call, company.inbox, 917_000_000);
const minute = 60_000;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url, ESMS_URL: company.url, OFFICE_URL: 'https://van-phong.example.vn' });
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(async () => {
  await app?.close();
  await company.close();
});
beforeEach(() => clock.pass(61 * minute));

let last = 971_000_000;
const official = async (given: Partial<NewOfficial>) => {
  const phone = `+84${++last}`;
  const name = given.name ?? 'Cán bộ';
  const { id, password, otpauth } = await app
    .get(CreateOfficial, { strict: false })
    .run(system('test'), { phone, role: 'commune-officer', ...given, name });
  const totp = (URI.parse(otpauth) as TOTP).generate({ timestamp: clock.now().getTime() });
  const { token } = (await call('POST', '/sign-in/officials', { body: { phone, password, totp } })).body;
  return { id, token: token as string, phone };
};
const inProvince = () => official({ role: 'province-officer', province: '24', name: 'Cán bộ Bắc Ninh' });
const inCommune = (commune = '07330', name = 'Cán bộ Phúc Hòa') => official({ commune, name });
const operator = () => official({ role: 'operator', name: 'Vận hành' });
const give = (token: string, body: object) =>
  call('POST', '/roles', { token, body: { phone: newPhone(), name: 'Người mới', ...body } });
const end = (token: string, id: string) => call('POST', `/roles/${id}/end`, { token, body: { reason: 'hết việc' } });
const rolesSeen = async (token: string, query = '') => (await call('GET', `/roles?page=1${query}`, { token })).body;
const grantsOf = async (token: string) => (await call('GET', '/me', { token })).body.grants;
const grantOf = async (person: string): Promise<string> =>
  (await rows<{ id: string }>(db, 'select id from identity.access_grant where person = $1', [person]))[0]?.id ?? '';

describe('whom somebody may appoint', () => {
  test('a commune officer: helpers of some hamlets, by their phones; they sign in as ever', async () => {
    const { token } = await inCommune();
    const phone = newPhone();
    const given = await give(token, { phone, role: 'helper', commune: '07330', hamlets: ['thon-lan-thinh'] });
    expect(given).toMatchObject({ status: 200, body: { start: null } });
    const helper = await signIn(phone);
    expect(helper.me.id).toBe(given.body.person);
    expect(await grantsOf(helper.token)).toMatchObject([{ role: 'helper', commune: '07330' }]);
    await give(token, { phone, role: 'helper', commune: '07330', hamlets: ['thon-khac'] });
    expect((await rolesSeen(token, '&role=helper')).items).toMatchObject([
      { hamlets: ['thon-khac'], by: 'Cán bộ Phúc Hòa', isWaiting: false, phone: expect.stringContaining('•') },
    ]);
  });

  test('a province officer: officers of her communes and others of her province', async () => {
    const { token } = await inProvince();
    for (const body of [
      { role: 'commune-officer', commune: '07330' },
      { role: 'moderator', province: '24' },
      { role: 'inspector', province: '24' },
      { role: 'accountant', province: '24' },
    ]) {
      const { status, body: answer } = await give(token, body);
      expect([status, answer.start?.link]).toEqual([
        200,
        expect.stringContaining('https://van-phong.example.vn/bat-dau/'),
      ]);
    }
    expect((await rolesSeen(token)).items.filter(({ isWaiting }: { isWaiting: boolean }) => isWaiting)).toHaveLength(4);
  });

  test('nobody beyond her area: to her there is no such place', async () => {
    const [commune, province] = [await inCommune(), await inProvince()];
    for (const [{ token }, body] of [
      [commune, { role: 'helper', commune: '07333' }],
      [province, { role: 'commune-officer', commune: '30076' }],
      [province, { role: 'moderator', province: '82' }],
    ] as const)
      expect(await give(token, body)).toMatchObject({ status: 404, body: { code: 'communes.unknown' } });
  });

  test('nobody beyond her rank, nor into a household, nor behind a key', async () => {
    const [commune, province, top] = [await inCommune(), await inProvince(), await operator()];
    for (const [{ token }, body] of [
      [commune, { role: 'commune-officer', commune: '07330' }],
      [commune, { role: 'operator' }],
      [province, { role: 'province-officer', province: '24' }],
      [province, { role: 'helper', commune: '07330' }],
      [top, { role: 'helper', commune: '07330' }],
      [top, { role: 'partner', province: '24' }],
      [top, { role: 'producer' }],
      [top, { role: 'delegate' }],
    ] as const)
      expect(await give(token, body)).toMatchObject({ status: 403, body: { code: 'identity.not-yours-to-appoint' } });
  });

  test('nobody at all without the right, and nobody who has not proved herself freshly', async () => {
    const farmer = await signIn(newPhone());
    expect((await give(farmer.token, { role: 'helper', commune: '07330' })).body.code).toBe('platform.not-allowed');
    const { token } = await inCommune();
    clock.pass(11 * minute);
    expect((await give(token, { role: 'helper', commune: '07330' })).body.code).toBe('identity.proof-needed');
  });
});

describe('a role ends', () => {
  test('and an official without any is nobody with her next request, her tab still open', async () => {
    const [above, officer] = [await inProvince(), await inCommune()];
    expect((await end(above.token, await grantOf(officer.id))).status).toBe(200);
    expect((await call('GET', '/me', { token: officer.token })).body.code).toBe('identity.sign-in-needed');
    const ended = await rows(
      db,
      `select valid_until = $2 as now, ended_by, end_reason from identity.access_grant where person = $1`,
      [officer.id, clock.now()],
    );
    expect(ended).toEqual([{ now: true, ended_by: above.id, end_reason: 'hết việc' }]);
    const stated = await rows(db, `select type from platform.event where subject = $1 order by at, id`, [officer.id]);
    expect(stated).toEqual([{ type: 'grant.given' }, { type: 'grant.ended' }]);
  });

  test('by nobody of another area, who does not even see it, and by no equal', async () => {
    const [officer, equal, elsewhere] = [await inCommune(), await inCommune(), await inCommune('30076')];
    const grant = await grantOf(officer.id);
    expect((await end(elsewhere.token, grant)).status).toBe(404);
    expect((await call('GET', `/people/${officer.id}`, { token: elsewhere.token })).status).toBe(404);
    expect((await end(equal.token, grant)).body.code).toBe('identity.not-yours-to-appoint');
    expect((await call('GET', `/people/${officer.id}`, { token: equal.token })).status).toBe(200);
    expect((await call('GET', '/me', { token: officer.token })).status).toBe(200);
  });

  test('of the last operator never, not even when two end each other', async () => {
    const [one, other] = [await operator(), await operator()];
    await rows(
      db,
      `update identity.access_grant set valid_until = $2 where role = 'operator' and person <> all($1::uuid[])`,
      [[one.id, other.id], clock.now()],
    );
    const [hers, mine] = [await grantOf(other.id), await grantOf(one.id)];
    const both = await Promise.all([end(one.token, hers), end(other.token, mine)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = both[0]?.status === 200 ? one : other;
    expect((await end(left.token, await grantOf(left.id))).body.code).toBe('identity.last-operator');
  });
});

describe('somebody leaves', () => {
  test('hands what she has in hand to a colleague: all roles and sessions end, and it is stated', async () => {
    const above = await inProvince();
    const [leaving, colleague] = [await inCommune('07210', 'Người đi'), await inCommune('07210', 'Người ở')];
    const seen = (await call('GET', `/people/${leaving.id}`, { token: above.token })).body;
    expect(seen.colleagues).toEqual([{ id: colleague.id, name: 'Người ở' }]);
    const leave = (handedTo: string | null) =>
      call('POST', `/people/${leaving.id}/leave`, { token: above.token, body: { handedTo, reason: 'nghỉ hưu' } });
    expect((await leave(null)).body.code).toBe('identity.colleague-needed');
    expect((await leave(above.id)).body.code).toBe('identity.colleague-needed');
    expect((await leave(colleague.id)).status).toBe(200);
    expect((await call('GET', '/me', { token: leaving.token })).status).toBe(401);
    const [stated] = await rows<{ actor_id: string; data: object }>(
      db,
      `select actor_id, data from platform.event where type = 'official.left' and subject = $1`,
      [leaving.id],
    );
    expect(stated).toEqual({
      actor_id: above.id,
      data: { commune: '07210', province: null, handedTo: colleague.id },
    });
    expect((await leave(colleague.id)).status).toBe(404);
  });

  test('a helper who sells keeps what is her household’s', async () => {
    const { token } = await inCommune('07210');
    const phone = newPhone();
    const { person } = (await give(token, { phone, role: 'helper', commune: '07210' })).body;
    await rows(
      db,
      `insert into identity.access_grant (id, person, role, producer, valid_from) values (gen_random_uuid(), $1, 'producer', gen_random_uuid(), $2)`,
      [person, clock.now()],
    );
    await call('POST', `/people/${person}/leave`, { token, body: { handedTo: null, reason: 'bận việc nhà' } });
    expect(await grantsOf((await signIn(phone)).token)).toMatchObject([{ role: 'producer' }]);
  });

  test('an official who lost everything begins anew by a link; looking at her was noted', async () => {
    const [above, officer] = [await inProvince(), await inCommune()];
    await call('GET', `/people/${officer.id}`, { token: above.token });
    const link = await call('POST', `/people/${officer.id}/start`, { token: above.token, body: { reason: 'mất máy' } });
    expect(link.body.link).toContain('/bat-dau/');
    expect((await call('GET', '/me', { token: officer.token })).status).toBe(401);
    expect(await rows(db, `select purpose from platform.looked where subject = $1`, [officer.id])).toEqual([
      { purpose: 'people' },
    ]);
    const elsewhere = await inCommune('30076');
    const body = { reason: 'thử xem' };
    expect((await call('POST', `/people/${officer.id}/start`, { token: elsewhere.token, body })).status).toBe(404);
  });
});

describe('a partner’s key', () => {
  const make = (token: string, body: object = {}) =>
    call('POST', '/partner-keys', {
      token,
      body: { name: 'Hệ thống của bộ', province: '24', until: '2027-11-23', ...body },
    });

  test('is shown once, opens figures of one province and nothing of a person’s, and says when it was used', async () => {
    const { token } = await operator();
    const { key, id } = (await make(token)).body;
    expect(key).toMatch(/^cpk_[\w-]{43}$/);
    expect(JSON.stringify(await rows(db, 'select * from identity.partner_key'))).not.toContain(key);
    for (const [method, path] of [
      ['GET', '/me'],
      ['GET', '/me/sessions'],
      ['GET', '/roles?page=1'],
    ] as const)
      expect((await call(method, path, { token: key })).body.code).toBe('platform.not-allowed');
    const { items } = (await call('GET', '/partner-keys', { token })).body;
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({
      begins: key.slice(0, 8),
      lastUsedAt: clock.now().toISOString(),
    });
    expect(JSON.stringify(items)).not.toContain(key);
  });

  test('opens nothing once it was revoked, or is past its day', async () => {
    const { token } = await operator();
    const { key, id } = (await make(token)).body;
    await call('POST', `/partner-keys/${id}/revoke`, { token, body: { reason: 'lộ khoá' } });
    expect((await call('GET', '/me', { token: key })).body.code).toBe('identity.sign-in-needed');
    const short = (await make(token, { until: '2026-12-31' })).body.key;
    const before = clock.now();
    clock.set('2026-12-31T16:59:58Z');
    expect((await call('GET', '/me', { token: short })).body.code).toBe('platform.not-allowed');
    clock.set('2026-12-31T17:00:00Z');
    expect((await call('GET', '/me', { token: short })).body.code).toBe('identity.sign-in-needed');
    clock.set(before);
  });

  test('is made by operators alone, for a province that is there and a day to come', async () => {
    const [top, above] = [await operator(), await inProvince()];
    expect((await make(above.token)).body.code).toBe('platform.not-allowed');
    expect((await make(top.token, { province: '99' })).status).toBe(404);
    for (const until of ['2026-01-01', '2031-01-01'])
      expect((await make(top.token, { until })).body.errors[0].field).toBe('until');
  });
});
