import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { endpoint, type InputOf } from '@chophien/contracts';
import { Controller, Get, Injectable, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { type Actor, Authenticator, Me } from './actor.ts';
import type { Env } from './env.ts';
import { answerOperations } from './operations.ts';
import { Input, RawBody, Serves } from './serves.ts';
import { testEnv, testWeb } from './testing.ts';

const Basket = z.strictObject({
  lines: z.array(z.strictObject({ offer: z.uuid(), quantity: z.int().min(1) })).min(1),
  note: z.string().max(20).optional(),
});
const list = endpoint({
  method: 'GET',
  path: '/things',
  summary: 'Things',
  needs: 'public',
  query: z.strictObject({
    sort: z.enum(['price', 'name']).optional(),
    page: z.coerce.number().pipe(z.int().min(1)).default(1),
  }),
  result: z.object({ page: z.number(), who: z.string() }),
});
const one = endpoint({
  method: 'GET',
  path: '/things/:id',
  summary: 'A thing',
  needs: 'listing.publish',
  params: z.strictObject({ id: z.string().max(10) }),
  result: z.object({ id: z.string() }),
});
const put = endpoint({
  method: 'POST',
  path: '/things',
  summary: 'New',
  needs: 'public',
  body: Basket,
  result: z.object({ lines: z.int() }),
  status: 201,
});
const act = endpoint({
  method: 'POST',
  path: '/things/act',
  summary: 'Nothing to say',
  needs: 'session.own',
  result: z.object({ id: z.string() }),
});
const hook = endpoint({ method: 'POST', path: '/hooks/bank', summary: 'Signed bytes', needs: 'public', raw: true });
const few = endpoint({
  method: 'GET',
  path: '/few',
  summary: 'Rarely',
  needs: 'public',
  limit: { points: 3, seconds: 60, by: 'address' },
  result: z.object({ address: z.string() }),
});
const broken = endpoint({
  method: 'GET',
  path: '/broken',
  summary: 'A fault of ours',
  needs: 'public',
  result: z.object({}),
});
const wrong = endpoint({
  method: 'GET',
  path: '/wrong',
  summary: 'Not what was promised',
  needs: 'public',
  result: z.object({ price: z.int() }),
});

const served: string[] = [];

@Controller()
class Things {
  @Serves(list)
  list(@Me() actor: Actor, @Input() { query }: InputOf<typeof list>) {
    return { page: query.page, who: actor.kind, phone: '0900000991' };
  }
  @Serves(one)
  one(@Input() { params }: InputOf<typeof one>) {
    served.push(params.id);
    return { id: params.id, secret: 'x' };
  }
  @Serves(put)
  put(@Input() { body }: InputOf<typeof put>) {
    return { lines: body.lines.length };
  }
  @Serves(act)
  act(@Me() actor: Actor) {
    return { id: actor.id ?? '' };
  }
  @Serves(hook)
  hook(@RawBody() bytes: Buffer, @Res() reply: FastifyReply) {
    reply.type('text/plain').send(bytes.toString('hex'));
  }
  @Serves(few)
  few(@Me() actor: Actor) {
    return { address: actor.address };
  }
  @Serves(broken)
  broken() {
    throw new Error(`select password from people where phone = '0900000991'`);
  }
  @Serves(wrong)
  wrong() {
    return { price: 1.5 } as never;
  }
}

@Injectable()
class Tokens extends Authenticator {
  async authenticate(token: string) {
    if (token === 'seller-token-0001')
      return {
        id: 'seller',
        kind: 'person' as const,
        sessionId: 's',
        grants: [{ role: 'producer' as const, producer: 'p' }],
      };
    if (token === 'nobody-token-0001') return { id: 'nobody', kind: 'person' as const, sessionId: 's', grants: [] };
    if (token === 'odd-token-000001')
      return { id: 'odd', kind: 'person' as const, sessionId: 's', grants: [{ role: 'king' as never }] };
    return null;
  }
}

const { url } = await freshDatabase();
let app: NestFastifyApplication;
let env: Env;

beforeAll(async () => {
  env = testEnv({ DATABASE_URL: url });
  app = await testWeb(
    { controllers: [Things], providers: [{ provide: Authenticator, useClass: Tokens }] },
    answerOperations,
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

const call = async (options: InjectOptions) => {
  const response = await app.inject(options);
  return {
    ...response,
    status: response.statusCode,
    json: () => response.json(),
    headers: response.headers,
    body: response.body,
  };
};
const get = (path: string, token?: string) =>
  call({ method: 'GET', url: path, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) });
const post = (path: string, payload: string | Buffer, type?: string, headers: Record<string, string> = {}) =>
  call({ method: 'POST', url: path, payload, headers: { ...(type ? { 'content-type': type } : {}), ...headers } });
/** The path as written, which a tidy client would change on the way. */
const plain = (method: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const asked = httpRequest({ port, method, path, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
const basket = { lines: [{ offer: '0197a000-0000-7000-8000-000000000001', quantity: 2 }] };

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

describe('a body', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json garbage',
    'application/json\ta',
    'application/json; charset=latin1',
    'application/jsonp',
    'text/json',
    'application/xml',
  ])('as %s is not read', async (type) => {
    const answer = await post('/things', JSON.stringify(basket), type);
    expect([answer.status, answer.json().code]).toEqual([415, 'platform.unsupported-type']);
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8'])(
    'as %s is read',
    async (type) => {
      expect((await post('/things', JSON.stringify(basket), type)).status).toBe(201);
    },
  );

  test.each([
    ['cut off', '{"lines": ['],
    ['empty', ''],
    ['with a prototype in it', '{"__proto__": {"admin": true}}'],
    ['with a constructor in it', '{"constructor": {"prototype": {"admin": true}}}'],
    ['nested 20,000 deep', '['.repeat(20_000)],
    ['nested 20,000 deep and closed', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['nested deep in objects', '{"a":'.repeat(200) + '1' + '}'.repeat(200)],
  ])('%s is malformed', async (_, text) => {
    const answer = await post('/things', text, 'application/json');
    expect([answer.status, answer.json().code]).toEqual([400, 'platform.malformed']);
  });

  test('that is not UTF-8 is malformed', async () => {
    expect((await post('/things', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'application/json')).status).toBe(400);
  });

  test('brackets inside a text are only text', async () => {
    const answer = await post('/things', JSON.stringify({ ...basket, note: '[{[{[{"\\[[' }), 'application/json');
    expect(answer.status).toBe(201);
  });

  test('of more than a megabyte is too large', async () => {
    const answer = await post('/things', JSON.stringify({ note: 'x'.repeat(1_100_000) }), 'application/json');
    expect([answer.status, answer.json().code]).toEqual([413, 'platform.too-large']);
  });

  test('reaches a signed address byte by byte, whatever it is', async () => {
    expect((await post('/hooks/bank', 'a=1&b=2', 'application/x-www-form-urlencoded')).body).toBe(
      Buffer.from('a=1&b=2').toString('hex'),
    );
    const json = '{"a": 9007199254740993}';
    expect((await post('/hooks/bank', json, 'application/json')).body).toBe(Buffer.from(json).toString('hex'));
    expect((await post('/hooks/bank', Buffer.alloc(13 * 1_048_576), 'image/jpeg')).status).toBe(413);
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
    const { port } = app.getHttpServer().address() as AddressInfo;
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
