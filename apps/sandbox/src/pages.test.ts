import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from './env.ts';
import { escapeHtml, html, raw } from './markup.ts';
import { openStage, type Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('every value in a page is made harmless, in text and in attributes', () => {
  expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  const nasty = '"><img src=x onerror=alert(1)>';
  expect(html`<p title="${nasty}">${[nasty, html`<b>${nasty}</b>`]}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">&quot;&gt;&lt;img src=x onerror=alert(1)&gt;<b>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;</b></p>',
  );
  expect(html`${null}${undefined}${false}${0}${raw('<i>')}`.text).toBe('0<i>');
});

test.each(['/', '/hop-thu', '/nhiet-ke', '/so-vnpay', '/khong-co'])(
  'the page %s says that nothing is real and runs nothing',
  async (path) => {
    const response = await fetch(stage.url + path, { headers: { accept: 'text/html' } });
    const text = await response.text();
    expect(response.status).toBe(path === '/khong-co' ? 404 : 200);
    expect(text).toContain('Đây là máy giả lập, không có tiền thật');
    expect(text).toContain('<html lang="vi">');
    expect(text).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  },
);

test('the sandbox says that it lives', async () => {
  expect(await (await stage.get('/health/live')).json()).toEqual({ status: 'ok' });
});

const secrets = {
  VNPAY_TMN_CODE: 'A',
  VNPAY_HASH_SECRET: 'B',
  ESMS_API_KEY: 'C',
  ESMS_SECRET_KEY: 'D',
  ZALO_ACCESS_TOKEN: 'E',
  SEPAY_WEBHOOK_SECRET: 'x',
  SEPAY_API_TOKEN: 'x',
  PAYOS_CLIENT_ID: 'x',
  PAYOS_API_KEY: 'x',
  PAYOS_CHECKSUM_KEY: 'x',
  BUCKET_ACCESS_KEY: 'x',
  BUCKET_SECRET_KEY: 'x',
};

test('without its secrets the sandbox does not start and names what is missing', () => {
  expect(() => readSettings({ ...secrets, VNPAY_HASH_SECRET: '' })).toThrow('Set VNPAY_HASH_SECRET');
  expect(() => readSettings({ ...secrets, PORT: '99999' })).toThrow('PORT');
  expect(() => readSettings({ ...secrets, API_URL: 'ftp://x' })).toThrow('API_URL');
});

test('VNPay waits five minutes between calls unless time is scaled', () => {
  expect(readSettings(secrets).vnpay).toMatchObject({ retryIntervalMs: 300_000, ipnTimeoutMs: 5_000 });
  expect(readSettings({ ...secrets, RETRY_INTERVAL_MS: '200', API_URL: 'http://127.0.0.1:9/' })).toMatchObject({
    port: 4304,
    vnpay: { retryIntervalMs: 200, ipnUrl: 'http://127.0.0.1:4302/payments/vnpay/ipn' },
    logger: { apiUrl: 'http://127.0.0.1:9' },
  });
});
