import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getMe, listProvinces, openSession, Problem } from '@chophien/contracts';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteEnv } from './env.ts';
import { arrive } from './visitor.ts';

const token = 't'.repeat(43);
const session = {
  cookie: 'phien',
  sameSite: 'Lax' as const,
  signInPath: '/dang-nhap',
  people: { most: 4, choosePath: '/tai-khoan/chuyen' },
  acting: { cookie: 'thay', under: /^\/ban-hang(\/|$)/ },
};
let api: Server;
let asked: IncomingMessage[] = [];
let body = '';
let answer = { status: 200, body: '{}' };

beforeAll(async () => {
  api = createServer((request, response) => {
    asked.push(request);
    body = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => response.writeHead(answer.status).end(answer.body));
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  api.closeAllConnections();
  api.close();
});

const come = (cookies?: string, port = (api.address() as AddressInfo).port, path = '/ban-hang/don-hang?xem=het') => {
  asked = [];
  const env = siteEnv({
    PORT: '1',
    API_URL: `http://127.0.0.1:${port}`,
    SITE_KEY: 'k'.repeat(32),
    PUBLIC_URL: 'http://127.0.0.1:1',
    DEPLOYMENT: 'test',
  });
  return arrive(env, session, { id: 'r1', address: '198.51.100.7', cookies, path, log: pino({ level: 'silent' }) });
};
const thrown = async (act: Promise<unknown>): Promise<unknown> => act.then(() => undefined).catch((error) => error);

test('the API learns who asks: the session, the address, and that it is a site of ours', async () => {
  answer = { status: 200, body: '{"items":[]}' };
  await come(`phien=${token}`).call(listProvinces);
  expect(asked[0]?.headers).toMatchObject({
    authorization: `Bearer ${token}`,
    'x-client-address': '198.51.100.7',
    'x-site-key': 'k'.repeat(32),
  });
});

test('what is no session token is not handed on', async () => {
  await come('phien=planted; x=1').call(listProvinces);
  expect(asked[0]?.headers.authorization).toBeUndefined();
});

test('Vietnamese letters arrive whole', async () => {
  await come().call(openSession, { body: { phone: '0912345678', code: '123456', name: 'Lò Thị Hoa' } });
  expect(JSON.parse(body)).toMatchObject({ name: 'Lò Thị Hoa' });
});

test('a refusal comes to an action by its name', async () => {
  answer = { status: 409, body: '{"code":"stock.too-little","details":{"available":0}}' };
  const error = await thrown(come().call(listProvinces));
  expect(error).toBeInstanceOf(Problem);
  expect(error).toMatchObject({ code: 'stock.too-little', details: { available: 0 } });
});

test('an ended session leads to signing in and back, and its cookie is forgotten', async () => {
  answer = { status: 401, body: '{"code":"identity.sign-in-needed"}' };
  const error = (await thrown(come(`phien=${token}`).call(getMe))) as Response;
  expect(error.headers.get('location')).toBe('/dang-nhap?next=%2Fban-hang%2Fdon-hang%3Fxem%3Dhet&het-phien=1');
  expect(error.headers.get('set-cookie')).toContain('phien=; Path=/; HttpOnly; SameSite=Lax; Expires=Thu, 01 Jan 1970');
});

test('what asks for a fresh proof leads to giving one and back to the same page', async () => {
  answer = { status: 403, body: '{"code":"identity.proof-needed"}' };
  const error = (await thrown(come(`phien=${token}`).call(getMe))) as Response;
  expect(error.headers.get('location')).toBe('/xac-nhan?next=%2Fban-hang%2Fdon-hang%3Fxem%3Dhet');
  const file = (await thrown(come(`phien=${token}`).raw('/file'))) as Response;
  expect(file.headers.get('location')).toBe('/xac-nhan?next=%2Fban-hang%2Fdon-hang%3Fxem%3Dhet');
  answer = { status: 403, body: '{"code":"platform.not-allowed"}' };
  expect((await come(`phien=${token}`).raw('/file')).status).toBe(403);
});

test('a page whose address makes no sense is not found', async () => {
  answer = { status: 422, body: '{"code":"platform.invalid-input","errors":[]}' };
  expect(await thrown(come().read(listProvinces))).toMatchObject({ init: { status: 404 } });
});

test('an API that is away is told as busy, and nothing of the inside', async () => {
  expect(await thrown(come(undefined, 9).call(listProvinces))).toMatchObject({ code: 'platform.busy' });
});

test('on the producer’s side the API learns for whom she acts; elsewhere it does not', async () => {
  answer = { status: 200, body: '{"items":[]}' };
  const household = '0197a000-0000-7000-8000-00000000000a';
  await come(`phien=${token}; thay=${household}`).call(listProvinces);
  expect(asked[0]?.headers['x-acting-for']).toBe(household);
  await come(`phien=${token}; thay=planted`).call(listProvinces);
  expect(asked[0]?.headers['x-acting-for']).toBe('self');
  await come(`phien=${token}; thay=${household}`, undefined, '/san-pham').call(listProvinces);
  expect(asked[0]?.headers['x-acting-for']).toBeUndefined();
});

test('of two people on one phone, one is asked for and the other stays signed in', async () => {
  answer = { status: 401, body: '{"code":"identity.sign-in-needed"}' };
  const other = 'o'.repeat(43);
  const who = come(`phien=${token}~000000000001.${other}~000000000002`);
  const error = (await thrown(who.call(getMe))) as Response;
  expect(asked[0]?.headers.authorization).toBe(`Bearer ${token}`);
  expect(error.headers.get('location')).toMatch(/^\/tai-khoan\/chuyen\?next=/);
  expect(error.headers.get('set-cookie')).toMatch(new RegExp(`^phien=-\\.${other}~000000000002; `));
  expect(who.switchTo('000000000002')).toMatch(new RegExp(`^phien=${other}~000000000002\\.${token}~000000000001; `));
  expect([who.mark, who.places.length]).toEqual(['000000000001', 2]);
  answer = { status: 200, body: '{"items":[]}' };
  await who.as(other)(listProvinces);
  expect(asked[1]?.headers.authorization).toBe(`Bearer ${other}`);
});
