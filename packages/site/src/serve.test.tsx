import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type LoaderFunctionArgs, redirect, type ServerBuild, useLoaderData } from 'react-router';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteEnv } from './env.ts';
import { reading } from './headers.ts';
import { renderPage } from './render.tsx';
import { answering } from './serve.ts';
import { visitor } from './visitor.ts';

const page = (id: string, path: string, module: object) => ({ id, path, parentId: undefined, module });
const words = 'Vải thiều chín đỏ. '.repeat(200);
const modules = {
  shop: page('shop', 'cho', { default: () => <p>{words}</p>, headers: reading, loader: () => null }),
  mine: page('mine', 'cua-toi', {
    default: () => <p>{useLoaderData<string>()}</p>,
    loader: ({ context, request }: LoaderFunctionArgs) => {
      const { id } = context.get(visitor);
      return `${request.url} ${request.headers.get('host')} ${request.headers.get('x-forwarded-host')} ${id.length}`;
    },
    action: async ({ request }: LoaderFunctionArgs) => redirect(`/cho?${await request.text()}`),
  }),
  told: page('told', 'told.xml', {
    loader: () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (let piece = 0; piece < 500; piece += 1)
              controller.enqueue(new TextEncoder().encode(`<loc>${piece}</loc>`));
            controller.close();
          },
        }),
        { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
      ),
  }),
  lost: page('lost', '*', { default: () => <p>Không có</p>, loader: () => null }),
};
const build = {
  entry: { module: { default: renderPage } },
  routes: modules,
  assets: {
    entry: { imports: [], module: '' },
    routes: Object.fromEntries(
      Object.values(modules).map(({ id, path }) => [id, { id, path, hasLoader: true, imports: [], module: '' }]),
    ),
    url: '',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
} as unknown as ServerBuild;

let server: Server;
let address: string;
beforeAll(async () => {
  const clientDir = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'assets', 'app-1.css'), 'p{}');
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = siteEnv({
    PORT: '1',
    API_URL: 'http://127.0.0.1:9',
    SITE_KEY: 'k'.repeat(32),
    PUBLIC_URL: address,
    DEPLOYMENT: 'test',
  });
  const session = { cookie: 'phien', sameSite: 'Lax' as const, signInPath: '/dang-nhap' };
  const answer = answering({ name: 'test', env, build, clientDir, session }, pino({ level: 'silent' }));
  server.on('request', (request, response) => void answer(request, response));
});
afterAll(() => server.close());

test('a page for everyone may be kept and is asked for again by its mark', async () => {
  const first = await fetch(`${address}/cho`);
  expect(first.headers.get('cache-control')).toBe('public, no-cache');
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${address}/cho`, { headers: { 'if-none-match': etag } });
  expect([first.status, again.status]).toEqual([200, 304]);
});

test('a page has no script, and its policy lets none of a stranger run', async () => {
  const answer = await fetch(`${address}/cho`);
  expect(await answer.text()).not.toMatch(/<script/);
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
});

test('a long page is packed for a browser that can unpack it', async () => {
  const packed = await fetch(`${address}/cho`, { headers: { 'accept-encoding': 'br' } });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(await packed.text()).toContain('Vải thiều');
  const plain = await fetch(`${address}/cho`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
});

test('what is written piece by piece is packed as it goes', async () => {
  const packed = await fetch(`${address}/told.xml`, { headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(packed.headers.get('cache-control')).toBe('public, max-age=3600');
  expect(await packed.text()).toMatch(/^<loc>0<.*<loc>499<\/loc>$/);
});

test('a personal page is kept by nobody, and knows only our own address', async () => {
  const answer = await fetch(`${address}/cua-toi`, { headers: { 'x-forwarded-host': 'evil.example' } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toContain(`${address}/cua-toi null null 36`);
});

const post = (headers: Record<string, string>) =>
  fetch(`${address}/cua-toi`, { method: 'POST', body: new URLSearchParams({ a: '25' }), headers, redirect: 'manual' });

test("a form is taken from our own pages and from nobody else's", async () => {
  expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
  expect((await post({ origin: address })).headers.get('location')).toContain('/cho?a=25');
});

test('a form larger than any of ours is refused before it is read', async () => {
  const body = 'a='.padEnd(200 * 1024, 'x');
  const headers = { origin: address, 'content-type': 'application/x-www-form-urlencoded' };
  expect((await fetch(`${address}/cua-toi`, { method: 'POST', body, headers })).status).toBe(413);
});

test("the framework's own data addresses answer nobody", async () => {
  expect((await fetch(`${address}/cho.data`)).status).toBe(404);
  expect((await fetch(`${address}/__manifest`)).status).toBe(404);
});

test('a built file is kept for ever, and nothing beside the built files is served', async () => {
  const css = await fetch(`${address}/assets/app-1.css`);
  expect(css.headers.get('cache-control')).toContain('immutable');
  const beyond = await fetch(`${address}/assets/%2e%2e/%2e%2e/etc/passwd`);
  expect(await beyond.text()).not.toContain('root:');
});

test('it says that it lives', async () => {
  expect(await (await fetch(`${address}/health/live`)).text()).toBe('ok');
});
