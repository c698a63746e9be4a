import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendPicture } from './media.ts';

const hash = 'a'.repeat(32);
const version = 'b'.repeat(16);
const asked: string[] = [];
let api: Server;
let site: Server;
let address: string;

const opened = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  api = createServer((request, response) => {
    asked.push(request.url ?? '');
    const etag = '"it"';
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
    if (request.url === `/media/${hash}-320.webp`) {
      return response.writeHead(200, { 'content-type': 'image/webp', 'content-length': 4, etag }).end('webp');
    }
    if (request.url === `/drawn/card-${hash}-${version}.jpg`) {
      return response.writeHead(302, { location: `card-${hash}-${'c'.repeat(16)}.jpg` }).end();
    }
    if (request.url === `/drawn/stall-${hash}-${version}.jpg`) {
      return response.writeHead(302, { location: '//elsewhere.example/x.jpg' }).end();
    }
    return response.writeHead(404).end('{"code":"platform.not-found"}');
  });
  const url = await opened(api);
  site = createServer((request, response) => void sendPicture(url, request.url ?? '', request, response));
  address = await opened(site);
});
afterAll(() => {
  site.close();
  api.close();
});

const get = (path: string, headers = {}) => fetch(address + path, { headers, redirect: 'manual' });

test('a picture is passed on to be kept for ever, and not sent again to who has it', async () => {
  const first = await get(`/anh/${hash}-320.webp`);
  expect([first.status, first.headers.get('content-type'), await first.text()]).toEqual([200, 'image/webp', 'webp']);
  expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const again = await get(`/anh/${hash}-320.webp`, { 'if-none-match': first.headers.get('etag') });
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, '"it"', '']);
});

test('a drawing under a former address leads to today’s, and never off the site', async () => {
  const former = await get(`/anh/card-${hash}-${version}.jpg`);
  expect([former.status, former.headers.get('location')]).toEqual([302, `/anh/card-${hash}-${'c'.repeat(16)}.jpg`]);
  expect(former.headers.get('cache-control')).toBe('no-store');
  expect((await get(`/anh/stall-${hash}-${version}.jpg`)).status).toBe(404);
});

test.each([
  `/anh/${hash}.jpg`,
  `/anh/masters/${hash}.jpg`,
  '/anh/..%2f..%2fetc%2fpasswd',
  `/anh/${hash.toUpperCase()}-320.webp`,
  `/anh/${hash}-320.svg`,
  `/anh/poster-${hash}-${version}.jpg`,
])('the API is not even asked for %s', async (path) => {
  const before = asked.length;
  const answer = await get(path);
  expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([404, 'no-store', '']);
  expect(asked.length).toBe(before);
});

test('what the API does not have is not found, without its words', async () => {
  const answer = await get(`/anh/${hash}-480.jpg`);
  expect([answer.status, await answer.text()]).toEqual([404, '']);
});
