import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { equalConstantTime, hmac, randomToken, subkey } from './crypto.ts';
import { callOut } from './gateway.ts';
import { Storage } from './storage.ts';
import { testEnv } from './testing.ts';

describe('a call to another company', () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/slow') return void setTimeout(() => response.end('late'), 1_500);
      if (request.url === '/away') return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      if (request.url === '/huge') return void response.end('x'.repeat(50_000));
      if (request.url === '/drip') {
        response.write('a');
        return;
      }
      response.writeHead(422).end(`${request.method} no`);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('brings back whatever they answered, for the caller to judge', async () => {
    expect(await callOut(`${base}/`, { method: 'POST', body: '{}' })).toMatchObject({ status: 422, body: 'POST no' });
  });

  test('does not follow them elsewhere', async () => {
    expect((await callOut(`${base}/away`)).status).toBe(302);
  });

  test.each(['/slow', '/drip'])('is given up in time, and says that they may have done it (%s)', async (path) => {
    const began = Date.now();
    await expect(callOut(base + path, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'platform.outside-failed',
      details: { unknown: true },
    });
    expect(Date.now() - began).toBeLessThan(1_200);
  });

  test('does not swallow an endless answer', async () => {
    await expect(callOut(`${base}/huge`, { most: 10_000 })).rejects.toMatchObject({ code: 'platform.outside-failed' });
  });

  test('knows when nothing can have happened there', async () => {
    await expect(callOut('http://127.0.0.1:9/')).rejects.toMatchObject({ details: { unknown: false } });
  });
});

describe('photos and papers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  const storage = new Storage(pathToFileURL(join(folder, 'inside')).href);
  beforeAll(() => writeFileSync(join(folder, 'secret.txt'), 'not yours'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are kept, read, streamed and dropped by their key', async () => {
    await storage.put('offers/ab12/small.webp', Buffer.from('picture'), 'image/webp');
    expect(Buffer.from(await storage.get('offers/ab12/small.webp')).toString()).toBe('picture');
    expect(await text(await storage.stream('offers/ab12/small.webp'))).toBe('picture');
    await storage.delete('offers/ab12/small.webp');
    expect(await storage.exists('offers/ab12/small.webp')).toBe(false);
    await expect(storage.get('offers/ab12/small.webp')).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(storage.stream('offers/ab12/small.webp')).rejects.toMatchObject({ code: 'platform.not-found' });
  });

  test.each([
    '../secret.txt',
    '..',
    'a/../../secret.txt',
    '/etc/passwd',
    'a//b',
    'a\\..\\b',
    '..%2fsecret.txt',
    'a\0b',
    '.env',
    'a/.ssh',
    '',
    'x'.repeat(400),
  ])('a key like "%s" opens nothing', async (key) => {
    await expect(storage.get(key)).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(storage.put(key, Buffer.from('x'))).rejects.toMatchObject({ code: 'platform.not-found' });
  });
});

describe('keys', () => {
  test('of two purposes differ, of two systems too, and of one stay the same', () => {
    const { SECRET } = testEnv();
    const mine = hmac('code', '123456');
    expect(hmac('code', '123456')).toBe(mine);
    expect(hmac('link', '123456')).not.toBe(mine);
    expect(subkey('code')).toHaveLength(32);
    testEnv();
    expect(hmac('code', '123456')).not.toBe(mine);
    testEnv({ SECRET });
    expect(hmac('code', '123456')).toBe(mine);
  });

  test('a token has 43 characters, and an empty one is equal to none', () => {
    expect(randomToken()).toMatch(/^[\w-]{43}$/);
    expect(equalConstantTime('', randomToken())).toBe(false);
    expect(equalConstantTime('a', 'a')).toBe(true);
  });
});
