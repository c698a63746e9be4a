import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { houseOfThings, served } from './things.fixture.ts';

const { url } = await freshDatabase();
const { app, call, env, get, plain } = await houseOfThings(url);
afterAll(() => app.close());

describe('a right', () => {
  test('is held or not: 200 with it, 403 without, 401 for strangers', async () => {
    expect((await get('/things/a', 'seller-token-0001')).status).toBe(200);
    const denied = await get('/things/a', 'nobody-token-0001');
    expect([denied.status, denied.json().code]).toEqual([403, 'platform.not-allowed']);
    const unknown = await get('/things/a');
    expect([unknown.status, unknown.json().code]).toEqual([401, 'identity.sign-in-needed']);
  });

  test.each(['an-ended-token-01', 'odd-token-000001', 'x', '', '../../etc/passwd-000'])(
    'is not held with the token "%s"',
    async (token) => {
      expect([401, 403]).toContain((await get('/things/a', token)).status);
    },
  );

  test('a bad token on a public address is a guest', async () => {
    expect((await get('/things', 'an-ended-token-01')).json().who).toBe('guest');
    expect((await get('/things', 'seller-token-0001')).json().who).toBe('person');
  });

  const paths = [
    '/things/a',
    '/things/a/',
    '//things/a',
    '/THINGS/a',
    '/things/a;x=1',
    '/things/%61',
    '/things/a%2F',
    '/./things/a',
    '/things//a',
    '/things/a?',
    '/things/a%00',
    '/%74hings/a',
    '/things/..%2fa',
  ];
  test.each(paths)('is asked for at %s by any verb, or nothing is there', async (path) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'SEARCH', 'TRACE']) {
      served.length = 0;
      expect([400, 401, 404]).toContain(await plain(method, path));
      expect(served).toEqual([]);
    }
  });

  test('HEAD is the same question as GET', async () => {
    const answer = await call({
      method: 'HEAD',
      url: '/things/a',
      headers: { authorization: 'Bearer seller-token-0001' },
    });
    expect([answer.status, answer.body]).toEqual([200, '']);
  });
});

describe('what a stranger says about itself', () => {
  test('is not believed: request id and address are ours', async () => {
    const lies = {
      'x-request-id': 'chosen',
      'x-forwarded-for': '10.1.2.3',
      'x-real-ip': '10.1.2.3',
      forwarded: 'for=10.1.2.3',
      'x-client-address': '10.1.2.3',
    };
    const answer = await call({ method: 'GET', url: '/few', headers: lies });
    expect(answer.json()).toEqual({ address: '127.0.0.1' });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a site that knows the key says whose address it is', async () => {
    const headers = { 'x-site-key': env.SITE_KEY, 'x-client-address': '2001:db8::7' };
    expect((await call({ method: 'GET', url: '/few', headers })).json()).toEqual({ address: '2001:db8::7' });
    expect(
      (
        await call({ method: 'GET', url: '/few', headers: { ...headers, 'x-client-address': 'not an address' } })
      ).json(),
    ).toEqual({ address: '127.0.0.1' });
  });

  test('does not help it past a limit', async () => {
    const answers = [];
    for (let count = 0; count < 6; count++) {
      answers.push(
        await call({
          method: 'GET',
          url: '/few',
          headers: { 'x-forwarded-for': `10.0.0.${count}`, 'x-client-address': `10.0.0.${count}` },
        }),
      );
    }
    const last = answers.at(-1);
    expect([last?.status, last?.json().code]).toEqual([429, 'platform.too-many']);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
