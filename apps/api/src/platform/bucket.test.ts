import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSandbox } from '../../../sandbox/src/server.ts';
import { readSettings } from '../../../sandbox/src/env.ts';
import { Storage } from './storage.ts';

const secrets = `VNPAY_TMN_CODE VNPAY_HASH_SECRET ESMS_API_KEY ESMS_SECRET_KEY ZALO_ACCESS_TOKEN SEPAY_WEBHOOK_SECRET
  SEPAY_API_TOKEN PAYOS_CLIENT_ID PAYOS_API_KEY PAYOS_CHECKSUM_KEY BUCKET_ACCESS_KEY BUCKET_SECRET_KEY`.split(/\s+/);
// A secret of S3 may hold what an address must escape.
const secretKey = 'half/other+half=';
const settings = { ...Object.fromEntries(secrets.map((name) => [name, name])), BUCKET_SECRET_KEY: secretKey };
const sandbox = openSandbox(readSettings(settings));
let host: string;
let storage: Storage;

const opened = (words: string) => new Storage(`s3://${words}@${host}/cho-phien?insecure=true`);
const keys = `BUCKET_ACCESS_KEY:${encodeURIComponent(secretKey)}`;
const control = async (order: object) => {
  const answer = await fetch(`http://${host}/_control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'bucket', ...order }),
  });
  expect(answer.status).toBe(200);
};

beforeAll(async () => {
  host = new URL(await sandbox.listen({ host: '127.0.0.1', port: 0 })).host;
  storage = opened(keys);
});
beforeEach(() => control({ reset: true }));
afterAll(() => sandbox.close());

describe('photos and papers in a bucket', () => {
  const key = 'offers/ab12/small.webp';

  test('are kept with their type, read, streamed and dropped by their key', async () => {
    await storage.put(key, Buffer.from('picture'), 'image/webp');
    const { objects } = (await (await fetch(`http://${host}/_control/bucket`)).json()) as { objects: object[] };
    expect(objects).toMatchObject([{ key, bytes: 7, type: 'image/webp' }]);
    expect(Buffer.from(await storage.get(key)).toString()).toBe('picture');
    expect(await text(await storage.stream(key))).toBe('picture');
    expect(await storage.exists(key)).toBe(true);
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.exists(key)).toBe(false);
    await expect(storage.get(key)).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(storage.stream(key)).rejects.toMatchObject({ code: 'platform.not-found' });
  });

  test('of some megabytes come back as they went', async () => {
    const bytes = Buffer.alloc(6_000_000, 'trang giấy ');
    await storage.put('papers/large.pdf', bytes, 'application/pdf');
    expect(Buffer.compare(Buffer.from(await storage.get('papers/large.pdf')), bytes)).toBe(0);
  });

  test('are kept though the store was busy, failed once, or its answer was lost', async () => {
    for (const fault of ['throttle', 'error', 'drop-after-accept']) {
      await control({ fault });
      await storage.put(key, Buffer.from(fault));
      expect(Buffer.from(await storage.get(key)).toString()).toBe(fault);
    }
  });

  test('that can’t be asked for are no missing ones: whoever asks is told that the store is down', async () => {
    await storage.put(key, Buffer.from('there'));
    await control({ fault: 'error', times: 100 });
    await expect(storage.get(key)).rejects.toMatchObject({ code: 'platform.outside-failed' });
    await expect(storage.exists(key)).rejects.toMatchObject({ code: 'platform.outside-failed' });
    await expect(storage.put(key, Buffer.from('new'))).rejects.toMatchObject({ code: 'platform.outside-failed' });
    await control({ reset: true });
    expect(Buffer.from(await storage.get(key)).toString()).toBe('there');
    await expect(new Storage('s3://a:b@127.0.0.1:9/cho-phien?insecure=true').get(key)).rejects.toMatchObject({
      code: 'platform.outside-failed',
    });
  });

  test('are closed to whoever has another word', async () => {
    await expect(opened(`${keys}x`).get(key)).rejects.toMatchObject({ code: 'platform.outside-failed' });
    expect((await fetch(`http://${host}/cho-phien/${key}`)).status).toBe(403);
  });
});
