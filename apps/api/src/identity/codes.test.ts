import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { inTx, rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { IdentityModule, OneTimeCodes } from './index.ts';
import { caller, codeFor, heardOnly, people, smsCompany, zaloCompany } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
const sms = await smsCompany();
const zalo = await zaloCompany();
let app: NestFastifyApplication;
const call = caller(() => app);
const minute = 60_000;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url, ESMS_URL: sms.url, ZALO_URL: zalo.url, API_URL: 'http://127.0.0.1:4302' });
  heardOnly({});
  app = await testWeb({ imports: [IdentityModule], clock });
});
afterAll(async () => {
  await app?.close();
  await Promise.all([sms.close(), zalo.close()]);
});
beforeEach(() => {
  Object.assign(zalo, { error: 0, away: false });
  sms.result = '100';
  clock.pass(61 * minute);
});

const { newPhone, open } = people(call, sms.inbox, 914_000_000);
const ask = (phone: string, more: object = {}, from?: Record<string, string>) =>
  call('POST', '/sign-in/codes', { body: { phone, ...more }, ...(from ? { from } : {}) });
const international = (phone: string) => phone.replace(/^0/, '84');
const noticeTo = (phone: string) => zalo.inbox.findLast((one) => one.phone === international(phone));
const deliveryOf = async (id: string) => (await call('GET', `/sign-in/codes/${id}`)).body.delivery;

describe('a code travels', () => {
  test('by Zalo first, in its wire form and by an approved text, and opens the door', async () => {
    const phone = newPhone();
    const before = sms.inbox.length;
    const sent = await ask(phone);
    expect(sent.body.delivery).toBe('zalo');
    const notice = noticeTo(phone);
    expect(notice).toMatchObject({
      template_id: 'cho-phien-code',
      template_data: { ma: expect.stringMatching(/^\d{6}$/), viec: 'đăng nhập', phut: '5' },
      tracking_id: sent.body.id,
    });
    expect(sms.inbox.length).toBe(before);
    expect((await open(phone, notice?.template_data.ma ?? '')).status).toBe(200);
  });

  test.each([-118, -114, -110, -124])('at once by SMS when Zalo answers %i, and the page can say so', async (error) => {
    zalo.error = error;
    const phone = newPhone();
    const sent = await ask(phone);
    expect(sent.body.delivery).toBe('fell-back');
    expect(await deliveryOf(sent.body.id)).toBe('fell-back');
    expect((await open(phone, codeFor(sms.inbox, phone))).status).toBe(200);
  });

  test('by SMS when Zalo does not answer; a silent Zalo is soon not even asked', async () => {
    zalo.away = true;
    const asked = zalo.asked;
    for (let time = 0; time < 5; time++) expect((await ask(newPhone())).body.delivery).toBe('fell-back');
    expect(zalo.asked - asked).toBe(3);
  });

  test('by SMS when she asks for it', async () => {
    const phone = newPhone();
    await ask(phone);
    clock.pass(minute);
    const asked = zalo.asked;
    expect((await ask(phone, { by: 'sms' })).body.delivery).toBe('sms');
    expect(zalo.asked).toBe(asked);
  });

  test('to the phone: eSMS says when, and nobody else can', async () => {
    zalo.error = -118;
    const phone = newPhone();
    const { id } = (await ask(phone)).body;
    const { pathname } = new URL(sms.inbox.findLast((one) => one.Phone === phone)?.CallbackUrl ?? '');
    const arrived = '?SMSID=1&SendStatus=5&SendSuccess=1&SendFailed=0';
    const forged = `/messages/esms/${id}/${'x'.repeat(43)}`;
    expect((await call('GET', forged + arrived)).status).toBe(404);
    expect((await call('GET', pathname.replace(id, randomUUID()) + arrived)).status).toBe(404);
    expect(await deliveryOf(id)).toBe('fell-back');
    expect((await call('GET', pathname + arrived)).status).toBe(200);
    expect(await deliveryOf(id)).toBe('delivered');
  });

  test('and neither took it: that is said, the code is void, and she may ask again at once', async () => {
    zalo.error = -118;
    sms.result = '99';
    const phone = newPhone();
    expect((await ask(phone)).body.code).toBe('identity.code-not-sent');
    sms.result = '100';
    expect((await ask(phone)).status).toBe(200);
  });
});

describe('a code is for one thing', () => {
  const codes = () => app.get(OneTimeCodes, { strict: false });
  const guest = { kind: 'guest', id: null, grants: [], sessionId: null, address: '10.9.9.9', requestId: 'x' } as const;
  const use = (what: Parameters<OneTimeCodes['use']>[1]) =>
    inTx(db, (tx) => codes().use(tx, what, clock.now())).then((refused) => refused?.code);

  test('one that agrees to a household’s question opens neither a session nor another household', async () => {
    const phone = `+84${newPhone().slice(1)}`;
    const [household, other] = [randomUUID(), randomUUID()];
    await codes().ask(guest, { phone, purpose: 'consent', subject: household });
    const code = noticeTo(phone.replace('+84', '0'))?.template_data.ma ?? '';
    expect((await open(phone, code)).body.code).toBe('identity.code-wrong');
    expect(await use({ phone, purpose: 'consent', subject: other, code })).toBe('identity.code-wrong');
    expect(await use({ phone, purpose: 'proof', subject: household, code })).toBe('identity.code-wrong');
    expect(await use({ phone, purpose: 'consent', code })).toBe('identity.code-wrong');
    expect(await use({ phone, purpose: 'consent', subject: household, code })).toBeUndefined();
    expect(await use({ phone, purpose: 'consent', subject: household, code })).toBe('identity.code-wrong');
  });
});

describe('codes cannot be rained on people', () => {
  test('one browser may ask for twenty a day, whatever numbers and addresses it tries', async () => {
    const { device } = (await ask(newPhone())).body;
    expect(device).toMatch(/^[0-9a-f-]{36}\.[\w-]{22}$/);
    const statuses: number[] = [];
    for (let time = 0; time < 22; time++) statuses.push((await ask(newPhone(), { device })).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429, 429]);
    // Somebody else is not held up.
    expect((await ask(newPhone())).status).toBe(200);
  });

  test('a mark that we did not make counts as none, and who throws hers away counts for her address', async () => {
    const from = { 'x-client-address': '198.51.100.77' };
    const statuses: number[] = [];
    for (let hour = 0; hour < 5; hour++) {
      for (let time = 0; time < 28; time++) {
        const device = `${randomUUID()}.${'a'.repeat(22)}`;
        statuses.push((await ask(newPhone(), time % 2 ? { device } : {}, from)).status);
      }
      // The hour's limit of the contract is counted by the wall clock: this test stays below it.
      await rows(db, `delete from platform.rate_limit where key like 'POST%'`);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(100);
    expect(statuses.slice(100)).toEqual(Array(40).fill(429));
  }, 30_000);
});

test('a known and an unknown number are answered alike and equally fast', async () => {
  const known = newPhone();
  await ask(known);
  await open(known, noticeTo(known)?.template_data.ma ?? '');
  const took = async (phone: string) => {
    const started = performance.now();
    const { status, body } = await ask(phone);
    return { ms: performance.now() - started, shape: [status, ...Object.keys(body)] };
  };
  const [hers, strangers]: [number[], number[]] = [[], []];
  for (let time = 0; time < 9; time++) {
    clock.pass(181 * minute);
    const [one, other] = [await took(known), await took(newPhone())];
    expect(one.shape).toEqual(other.shape);
    hers.push(one.ms);
    strangers.push(other.ms);
  }
  const median = (times: number[]) => times.toSorted((left, right) => left - right)[4] ?? 0;
  expect(median(hers) / median(strangers)).toBeGreaterThan(0.4);
  expect(median(hers) / median(strangers)).toBeLessThan(2.5);
});
