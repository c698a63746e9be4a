import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CreateOfficial, EnterProducer, FinishRecoveries, IdentityModule } from './index.ts';
import { caller, codeFor, heardOnly, people, smsCompany } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
const company = await smsCompany();
let app: NestFastifyApplication;
const call = caller(() => app);
const { newPhone, signIn, askCode, open } = people(call, company.inbox, 918_000_000);
const hour = 3_600_000;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url, ESMS_URL: company.url, STOREFRONT_URL: 'https://cho.example.vn' });
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(async () => {
  await app?.close();
  await company.close();
});
beforeEach(() => {
  company.result = '100';
  clock.pass(2 * hour);
});

let last = 972_000_000;
const officer = async (commune = '07330') => {
  const phone = `+84${++last}`;
  const { password, otpauth } = await app
    .get(CreateOfficial, { strict: false })
    .run(system('test'), { phone, name: 'Cán bộ', role: 'commune-officer', commune });
  const totp = (URI.parse(otpauth) as TOTP).generate({ timestamp: clock.now().getTime() });
  return (await call('POST', '/sign-in/officials', { body: { phone, password, totp } })).body.token as string;
};
const farmer = async () => {
  const phone = newPhone();
  const { token, me } = await signIn(phone, 'Bà Mận');
  const household = { id: randomUUID(), kind: 'household', name: 'Hộ bà Mận', commune: '07330', how: 'self' } as const;
  await inTx(db, (tx) =>
    app.get(EnterProducer, { strict: false }).run(tx, system('test'), { ...household, owner: me.id }),
  );
  return { phone, token, id: me.id };
};
const start = (token: string, oldPhone: string, newNumber: string, id = randomUUID()) =>
  call('POST', '/recoveries', {
    token,
    body: { id, oldPhone, newPhone: newNumber, reason: 'mất điện thoại ở chợ', cardSeen: true },
  });
/** Begun and proved at the counter. */
const proved = async (token: string, oldPhone: string) => {
  const phone = newPhone();
  const { id } = (await start(token, oldPhone, phone)).body;
  await call('POST', `/recoveries/${id}/codes`, { token, body: {} });
  const answer = await call('POST', `/recoveries/${id}/proof`, {
    token,
    body: { code: codeFor(company.inbox, phone) },
  });
  return { id, phone, answer };
};
const finish = () => app.get(FinishRecoveries, { strict: false }).run();
const told = (phone: string) => company.inbox.findLast((sms) => sms.Phone === phone)?.Content ?? '';
const keyIn = (text: string) => /dung-doi-so\/([\w-]{22})$/.exec(text)?.[1];

test('a lost number is moved a day after the former one was told; everything is written down', async () => {
  const [token, { phone: former, id: person, token: stolen }] = [await officer(), await farmer()];
  const { id, phone, answer } = await proved(token, former);
  expect(answer.body).toMatchObject({ state: 'waiting', producers: ['Hộ bà Mận'], name: 'Bà Mận', by: 'Cán bộ' });
  expect(Date.parse(answer.body.takesEffectAt) - clock.now().getTime()).toBe(24 * hour);
  expect(told(former)).toMatch(/^Cho Phien: can bo dang doi so .+https:\/\/cho\.example\.vn\/dung-doi-so\/[\w-]{22}$/);
  expect(told(former).length).toBeLessThanOrEqual(160);
  clock.pass(24 * hour - 1);
  await finish();
  expect((await call('GET', '/me', { token: stolen })).status).toBe(200);
  clock.pass(1);
  await finish();
  await finish();
  expect((await call('GET', '/me', { token: stolen })).status).toBe(401);
  expect((await signIn(phone)).me.id).toBe(person);
  const stated = await rows(
    db,
    `select type, data from platform.event where subject = $1 and type not in ('person.registered', 'grant.given') order by at, id`,
    [person],
  );
  expect(stated).toMatchObject([
    { type: 'recovery.started', data: { commune: '07330', reason: 'mất điện thoại ở chợ' } },
    { type: 'person.recovered', data: { commune: '07330' } },
    { type: 'phone.changed' },
  ]);
  expect(
    (await rows(db, `select 1 from platform.looked where subject = $1 and purpose = 'recovery'`, [person])).length,
  ).toBeGreaterThan(0);
  clock.pass(hour);
  expect((await call('GET', `/recoveries/${id}`, { token: await officer() })).body.state).toBe('done');
});

test('who still has the former number stops it, by the message or where she is signed in', async () => {
  const token = await officer();
  const [first, second] = [await farmer(), await farmer()];
  await proved(token, first.phone);
  const body = { key: keyIn(told(first.phone)) };
  expect((await call('POST', '/recoveries/by-link', { body })).body).toMatchObject({ state: 'waiting' });
  expect(JSON.stringify((await call('POST', '/recoveries/by-link', { body })).body)).not.toContain('Bà Mận');
  expect((await call('POST', '/recoveries/stop', { body })).body).toMatchObject({ state: 'stopped' });
  expect((await call('POST', '/recoveries/stop', { body: { key: 'x'.repeat(22) } })).status).toBe(404);

  const { id } = await proved(token, second.phone);
  expect((await call('GET', '/me/recoveries', { token: second.token })).body.items).toMatchObject([
    { id, state: 'waiting' },
  ]);
  expect((await call('POST', `/me/recoveries/${id}/stop`, { token: first.token })).status).toBe(404);
  expect((await call('POST', `/me/recoveries/${id}/stop`, { token: second.token })).status).toBe(200);
  clock.pass(25 * hour);
  await finish();
  for (const one of [first, second]) expect((await call('GET', '/me', { token: one.token })).body.id).toBe(one.id);
});

test('an officer of another commune finds neither the person nor the recovery', async () => {
  const [own, other, { phone }] = [await officer(), await officer('30076'), await farmer()];
  expect((await start(other, phone, newPhone())).status).toBe(404);
  const { id } = await proved(own, phone);
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['POST', '/codes', {}],
    ['POST', '/proof', { code: '123456' }],
    ['POST', '/stop', { reason: 'thử xem' }],
  ] as const)
    expect((await call(method, `/recoveries/${id}${path}`, { token: other, ...(body ? { body } : {}) })).status).toBe(
      404,
    );
  expect((await call('GET', '/recoveries?page=1', { token: other })).body.items).toEqual([]);
});

test('a number of nobody here, or of a buyer without a household, is not found', async () => {
  const token = await officer();
  const buyer = newPhone();
  await signIn(buyer);
  const [unknown, known] = [await start(token, newPhone(), newPhone()), await start(token, buyer, newPhone())];
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...known.body, requestId: '' });
  expect(known.status).toBe(404);
});

test('one at a time for each person; the same again is the same; the officer can take it back', async () => {
  const [token, { phone }] = [await officer(), await farmer()];
  const [id, next] = [randomUUID(), newPhone()];
  const [one, again] = [await start(token, phone, next, id), await start(token, phone, next, id)];
  expect(again.body).toEqual(one.body);
  expect((await start(token, phone, newPhone())).body.code).toBe('identity.recovery-open');
  const dropped = await call('POST', `/recoveries/${id}/stop`, { token, body: { reason: 'tìm lại được máy' } });
  expect(dropped.body).toMatchObject({ state: 'stopped', stoppedBy: 'officer' });
  expect((await call('POST', `/recoveries/${id}/codes`, { token, body: {} })).body.code).toBe(
    'identity.recovery-ended',
  );
  expect((await start(token, phone, phone)).body.errors[0].field).toBe('newPhone');
});

test('the code to the new number opens nothing else, and a number that is somebody’s is refused at the end', async () => {
  const [token, { phone }] = [await officer(), await farmer()];
  const hers = newPhone();
  await signIn(hers);
  clock.pass(60_000);
  const { id } = (await start(token, phone, hers)).body;
  await call('POST', `/recoveries/${id}/codes`, { token, body: {} });
  const code = codeFor(company.inbox, hers);
  expect((await open(hers, code)).body.code).toBe('identity.code-wrong');
  expect((await call('POST', `/recoveries/${id}/proof`, { token, body: { code } })).body.code).toBe(
    'identity.phone-taken',
  );
});

test('a former number that could not be told keeps it waiting until it is told', async () => {
  const [token, { phone: former, token: session }] = [await officer(), await farmer()];
  const phone = newPhone();
  const { id } = (await start(token, former, phone)).body;
  await call('POST', `/recoveries/${id}/codes`, { token, body: {} });
  const code = codeFor(company.inbox, phone);
  company.result = '99';
  const answer = await call('POST', `/recoveries/${id}/proof`, { token, body: { code } });
  expect(answer.body).toMatchObject({ state: 'waiting', takesEffectAt: null });
  clock.pass(48 * hour);
  await finish();
  expect((await call('GET', '/me', { token: session })).status).toBe(200);
  company.result = '100';
  await finish();
  expect(keyIn(told(former))).toBeDefined();
  clock.pass(24 * hour);
  await finish();
  expect((await call('GET', '/me', { token: session })).status).toBe(401);
});

test('a helper, or an officer who has not proved herself freshly, begins none', async () => {
  const { phone, token: farmers } = await farmer();
  expect((await start(farmers, phone, newPhone())).body.code).toBe('platform.not-allowed');
  const token = await officer();
  clock.pass(hour);
  expect((await start(token, phone, newPhone())).body.code).toBe('identity.proof-needed');
  expect((await askCode(newPhone())).status).toBe(200);
});
