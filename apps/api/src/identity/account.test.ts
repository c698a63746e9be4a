import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { IdentityModule } from './index.ts';
import { caller, codeFor, heardOnly, people, smsCompany } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
const company = await smsCompany();
let app: NestFastifyApplication;
const call = caller(() => app);
const { newPhone, askCode, open, signIn } = people(call, company.inbox, 915_000_000);
const minute = 60_000;
const chrome = 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';

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

const e164 = (phone: string) => phone.replace(/^0/, '+84');
const log = (phone: string) =>
  rows<{ outcome: string; how: string; address: string; port: number | null; agent: string | null }>(
    db,
    `select s.outcome, s.how, s.address, s.port, s.agent from identity.sign_in s join identity.person p on p.id = s.person
     where p.phone = $1 order by s.at, s.id`,
    [e164(phone)],
  );

describe('where somebody is signed in', () => {
  test('is named as she would name it, and written down with address and source port', async () => {
    const phone = newPhone();
    await askCode(phone);
    const from = { 'x-client-address': '203.0.113.9', 'x-client-port': '50123', 'x-client-agent': chrome };
    const body = { phone, code: codeFor(company.inbox, phone) };
    const { token } = (await call('POST', '/sign-in/sessions', { body, from })).body;
    const { items } = (await call('GET', '/me/sessions', { token })).body;
    expect(items).toMatchObject([{ label: 'Điện thoại Samsung, Chrome', address: '203.0.113.9', current: true }]);
    expect(await log(phone)).toEqual([
      { outcome: 'opened', how: 'code', address: '203.0.113.9', port: 50_123, agent: chrome },
    ]);
  });

  test('a stranger cannot choose what is written down of her', async () => {
    const phone = newPhone();
    await askCode(phone);
    const stranger = { 'x-client-address': '203.0.113.9', 'x-client-port': '1', 'x-client-agent': 'x' };
    const body = { phone, code: codeFor(company.inbox, phone) };
    await call('POST', '/sign-in/sessions', { body, stranger });
    expect(await log(phone)).toEqual([
      { outcome: 'opened', how: 'code', address: '127.0.0.1', port: null, agent: null },
    ]);
  });

  test('the log of it can be neither changed nor shortened', async () => {
    await signIn(newPhone());
    for (const attack of [
      `update identity.sign_in set address = 'x'`,
      'delete from identity.sign_in',
      'truncate identity.sign_in',
    ]) {
      await expect(db.query(attack)).rejects.toThrow('is not changed');
    }
  });

  test('everywhere else is closed at one press, or everywhere; a stolen token is worth nothing afterwards', async () => {
    const phone = newPhone();
    const tokens: string[] = [];
    for (let place = 0; place < 3; place++) {
      tokens.push((await signIn(phone)).token);
      clock.pass(2 * minute);
    }
    const [stolen, , mine = ''] = tokens;
    expect((await call('DELETE', '/me/sessions/others', { token: mine })).status).toBe(200);
    expect((await call('GET', '/me', { token: stolen ?? '' })).status).toBe(401);
    expect((await call('GET', '/me', { token: mine })).status).toBe(200);
    expect((await call('DELETE', '/me/sessions/all', { token: mine })).status).toBe(200);
    expect((await call('GET', '/me', { token: mine })).body.code).toBe('identity.sign-in-needed');
    expect((await log(phone)).filter(({ outcome }) => outcome === 'closed')).toHaveLength(3);
  });

  test('a token planted before signing in is not the one she gets, and stays what it was', async () => {
    const attacker = await signIn(newPhone());
    const phone = newPhone();
    await askCode(phone);
    const body = { phone, code: codeFor(company.inbox, phone) };
    const victim = (await call('POST', '/sign-in/sessions', { body, token: attacker.token })).body;
    expect(victim.token).not.toBe(attacker.token);
    expect((await call('GET', '/me', { token: attacker.token })).body.id).toBe(attacker.me.id);
    expect((await call('GET', '/me', { token: victim.token })).body.id).toBe(victim.me.id);
  });

  test('two of a family on one phone have each a session of her own', async () => {
    const [mother, daughter] = [await signIn(newPhone()), await signIn(newPhone())];
    await call('DELETE', '/me/sessions/current', { token: daughter.token });
    expect((await call('GET', '/me', { token: mother.token })).body.id).toBe(mother.me.id);
  });
});

describe('proving again', () => {
  test('lasts ten minutes, is by a code for it alone, and counts tries', async () => {
    const phone = newPhone();
    const { token } = await signIn(phone);
    const change = () => call('POST', '/me/phone/codes', { token, body: { phone: newPhone() } });
    expect((await change()).status).toBe(200);
    clock.pass(10 * minute + 1);
    expect((await change()).body).toMatchObject({ code: 'identity.proof-needed' });
    const asked = await call('POST', '/me/proof/codes', { token, body: {} });
    expect(asked.body.sentTo).toContain(phone.slice(-3));
    const code = codeFor(company.inbox, phone);
    expect((await open(phone, code)).body.code).toBe('identity.code-wrong');
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await call('POST', '/me/proof', { token, body: { code: wrong } })).body).toMatchObject({
      code: 'identity.code-wrong',
      details: { left: 4 },
    });
    expect((await change()).status).toBe(403);
    expect((await call('POST', '/me/proof', { token, body: { code } })).status).toBe(200);
    expect((await change()).status).toBe(200);
    expect((await call('POST', '/me/proof', { token, body: { code } })).status).toBe(422);
  });

  test('one session’s proof is not another’s', async () => {
    const phone = newPhone();
    const first = await signIn(phone);
    clock.pass(11 * minute);
    await signIn(phone);
    const body = { phone: newPhone() };
    expect((await call('POST', '/me/phone/codes', { token: first.token, body })).status).toBe(403);
  });
});

describe('another number', () => {
  test('is hers once both are proved; elsewhere she is signed out, and the former one is told', async () => {
    const [former, phone] = [newPhone(), newPhone()];
    const elsewhere = await signIn(former);
    clock.pass(2 * minute);
    const { token, me } = await signIn(former);
    await call('POST', '/me/phone/codes', { token, body: { phone } });
    const code = codeFor(company.inbox, phone);
    const changed = await call('PUT', '/me/phone', { token, body: { phone, code } });
    expect(changed).toMatchObject({ status: 200, body: { id: me.id, phone: e164(phone) } });
    expect((await call('GET', '/me', { token: elsewhere.token })).status).toBe(401);
    expect(company.inbox.findLast((sms) => sms.Phone === former)?.Content).toContain('khong con dung');
    clock.pass(61 * minute);
    expect((await signIn(phone)).me.id).toBe(me.id);
    expect((await signIn(former)).me.id).not.toBe(me.id);
    const stated = await rows(db, `select type from platform.event where subject = $1 order by at`, [me.id]);
    expect(stated).toEqual([{ type: 'person.registered' }, { type: 'phone.changed' }]);
  });

  test('that is somebody else’s is refused, but only to who can read its messages', async () => {
    const [hers, mine] = [newPhone(), newPhone()];
    await signIn(hers);
    const { token } = await signIn(mine);
    clock.pass(2 * minute);
    const asked = await call('POST', '/me/phone/codes', { token, body: { phone: hers } });
    expect(asked.status).toBe(200);
    const body = { phone: hers, code: '000000' };
    expect((await call('PUT', '/me/phone', { token, body })).body.code).toBe('identity.code-wrong');
    body.code = codeFor(company.inbox, hers);
    expect((await call('PUT', '/me/phone', { token, body })).body.code).toBe('identity.phone-taken');
  });
});
