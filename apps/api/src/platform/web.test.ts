import { connect } from 'node:net';
import { Controller, Get } from '@nestjs/common';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Serves } from './serves.ts';
import { testWeb } from './testing.ts';
import { basket, houseOfThings, list, Things } from './things.fixture.ts';

const { url } = await freshDatabase();
const { app, call, get, port, post } = await houseOfThings(url);
afterAll(() => app.close());

describe('a contract', () => {
  test('answers with its status, and with nothing it did not promise', async () => {
    const answer = await get('/things?page=2');
    expect(answer.json()).toEqual({ page: 2, who: 'guest' });
    const made = await post('/things', JSON.stringify(basket), 'application/json');
    expect([made.status, made.json()]).toEqual([201, { lines: 1 }]);
  });

  test('names every field it refuses, all at once', async () => {
    const body = { lines: [{ offer: 'x', quantity: 0, price: 1 }], note: 'y'.repeat(21), admin: true };
    const answer = await post('/things', JSON.stringify(body), 'application/json');
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = answer.json();
    expect(problem).toMatchObject({
      type: 'urn:chophien:problem:platform.invalid-input',
      status: 422,
      code: 'platform.invalid-input',
      requestId: answer.headers['x-request-id'],
    });
    expect(problem.errors.map((e: { field: string; rule: string }) => `${e.field} ${e.rule}`).toSorted()).toEqual([
      'admin unknown',
      'lines[0].offer invalid_format',
      'lines[0].price unknown',
      'lines[0].quantity too_small',
      'note too_big',
    ]);
  });

  test.each([
    '/things?sort=price;select pg_sleep(3)',
    '/things?sort[]=price',
    '/things?sort=price&sort=name',
    '/things?page=-1',
    '/things?page=1e9999',
    '/things?page[$ne]=1',
    '/things?limit[a]=1',
    '/things?__proto__[x]=1',
    "/things?lang=vi' OR 1=1--",
  ])('refuses %s', async (path) => {
    const began = Date.now();
    const answer = await get(encodeURI(path));
    expect(answer.status).toBe(422);
    expect(answer.json().errors.length).toBeGreaterThan(0);
    expect(Date.now() - began).toBeLessThan(500);
  });

  test('that takes nothing refuses a body it was given', async () => {
    const answer = await post('/things/act', '{"id":"x"}', 'application/json', {
      authorization: 'Bearer seller-token-0001',
    });
    expect([answer.status, answer.json().errors[0].field]).toEqual([422, 'body']);
  });

  test('that would break its own promise says so to us, not to the caller', async () => {
    const answer = await get('/wrong');
    expect([answer.status, answer.json().code]).toEqual([500, 'platform.failed']);
    expect(answer.body).not.toContain('price');
  });
});

describe('every answer', () => {
  test('is guarded by its headers, refusals too', async () => {
    for (const path of ['/things', '/nothing-here', '/broken', '/%zz']) {
      expect((await get(path)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
    }
    expect(
      (
        await call({
          method: 'OPTIONS',
          url: '/things',
          headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
        })
      ).headers['access-control-allow-origin'],
    ).toBeUndefined();
  });

  test('to a fault of ours holds a reference and nothing of the inside', async () => {
    const answer = await get('/broken');
    expect(answer.json()).toEqual({
      type: 'urn:chophien:problem:platform.failed',
      title: 'Internal Server Error',
      status: 500,
      code: 'platform.failed',
      requestId: answer.headers['x-request-id'],
    });
  });

  test('to an unknown address is a problem document', async () => {
    expect((await get('/nothing-here')).json()).toMatchObject({ status: 404, code: 'platform.not-found' });
    expect((await get('/%zz')).json()).toMatchObject({ status: 400, code: 'platform.malformed' });
  });

  test('to what is not HTTP is one too', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / SPEAK/9\r\n\r\n'));
      let seen = '';
      socket.on('data', (bytes) => (seen += bytes.toString()));
      socket.on('close', () => resolve(seen));
    });
    expect(text).toContain('400');
    expect(text).toContain('platform.malformed');
  });
});

describe('machines ask', () => {
  test('whether it lives, is ready, and how busy it is', async () => {
    expect((await get('/health/live')).json()).toEqual({ live: true });
    expect((await get('/health/ready')).json()).toEqual({ ready: true, database: 'ok', migrations: 'current' });
    await get('/things/a');
    const metrics = (await get('/metrics')).body;
    expect(metrics).toMatch(
      /chophien_http_request_duration_seconds_count\{route="\/things\/:id",method="GET",status_class="4xx"\} \d+/,
    );
    expect(metrics).toContain('chophien_outbox_due 0');
    expect(metrics).not.toContain('/things/a"');
  });
});

describe('a start', () => {
  test('is refused when a handler has an address but no contract, and says which', async () => {
    @Controller()
    class Forgotten {
      @Get('/open-door')
      open() {
        return 'everything';
      }
    }
    await expect(testWeb({ controllers: [Forgotten] })).rejects.toThrow('Forgotten.open');
  });

  test('is refused when two handlers answer one address', async () => {
    @Controller()
    class Twice {
      @Serves(list)
      again() {
        return { page: 1, who: '' };
      }
    }
    await expect(testWeb({ controllers: [Things, Twice] })).rejects.toThrow('GET /things');
  });
});
