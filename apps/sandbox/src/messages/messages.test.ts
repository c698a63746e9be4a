import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStage, type Stage } from '../testing/stage.ts';
import { gsmPlaces } from './sms-text.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const smsPath = '/MainService.svc/json/SendMultipleMessage_V4_post_json/';
let requests = 0;
const sms = (changes: Record<string, unknown> = {}) => {
  requests += 1;
  return {
    ApiKey: 'esms-api-key',
    SecretKey: 'esms-secret-key',
    Phone: '0912345678',
    Content: 'Ma dang nhap Cho Phien: 123456',
    Brandname: 'ChoPhien',
    SmsType: '2',
    IsUnicode: '0',
    RequestId: `r-${requests}`,
    ...changes,
  };
};
const zns = {
  phone: '84987654321',
  template_id: '312345',
  template_data: { ma: '123456', ten: 'Chị Bưởi' },
  tracking_id: 't-1',
};
const result = async (changes: Record<string, unknown>) => (await stage.ask(smsPath, sms(changes)))['CodeResult'];
const zalo = async (changes: object, token = 'zalo-token') =>
  (await (await stage.post('/message/template', { ...zns, ...changes }, { access_token: token })).json()) as {
    error: number;
  };
const messages = async (phone: string) =>
  (
    (await (await stage.get(`/_control/messages?phone=${encodeURIComponent(phone)}`)).json()) as {
      messages: { text: string; via: string }[];
    }
  ).messages;

test('an SMS is accepted with an id and lies in the inbox of its number, however that is written', async () => {
  const answer = await stage.ask(smsPath, sms({ Phone: '84901112223' }));
  expect(answer).toMatchObject({
    CodeResult: '100',
    CountRegenerate: 0,
    SMSID: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  for (const phone of ['0901112223', '+84901112223', '0901 112 223']) {
    expect(await messages(phone)).toMatchObject([{ via: 'sms', text: 'Ma dang nhap Cho Phien: 123456' }]);
  }
  expect(await messages('0900000001')).toEqual([]);
});

test('wrong keys are 101, a wrong number 108, no brand 104', async () => {
  expect(await result({ ApiKey: 'khac' })).toBe('101');
  expect(await result({ SecretKey: undefined })).toBe('101');
  expect(await result({ Phone: '12345' })).toBe('108');
  expect(await result({ Phone: '0241234567' })).toBe('108');
  expect(await result({ Brandname: '' })).toBe('104');
});

test('the same request id is one SMS', async () => {
  const wire = sms({ Phone: '0902223334' });
  expect((await stage.ask(smsPath, wire))['CodeResult']).toBe('100');
  expect((await stage.ask(smsPath, wire))['CodeResult']).toBe('124');
  expect(await messages('0902223334')).toHaveLength(1);
});

test('a text without Unicode has no accents and fits 160 places', async () => {
  expect(await result({ Content: 'a'.repeat(160) })).toBe('100');
  expect(await result({ Content: 'a'.repeat(161) })).toBe('146');
  expect(await result({ Content: `${'a'.repeat(159)}[` })).toBe('146');
  expect(await result({ Content: 'Mã đăng nhập' })).toBe('146');
  expect(await result({ Content: 'Co 1 trai dua à' })).toBe('146');
  expect(await result({ Content: '' })).toBe('146');
  expect(await result({ Content: 'Mã đăng nhập', IsUnicode: '1' })).toBe('100');
  expect(gsmPlaces('€5')).toBe(3);
});

test('the sender is told when the phone has the SMS, or never will, on the address it gave', async () => {
  const called: string[] = [];
  const sender = createServer((request, response) => {
    called.push(request.url ?? '');
    response.end('ok');
  });
  await new Promise<void>((resolve) => sender.listen(0, '127.0.0.1', resolve));
  const CallbackUrl = `http://127.0.0.1:${(sender.address() as AddressInfo).port}/bao?x=1`;
  await result({ Phone: '0905556667', CallbackUrl, RequestId: 'bao-1' });
  await result({ Phone: '0905556999', CallbackUrl, RequestId: 'bao-2' });
  await result({ Phone: '0905556668', CallbackUrl: 'file:///etc/passwd' });
  await vi.waitFor(() => expect(called).toHaveLength(2), { timeout: 5_000 });
  expect(called.find((url) => url.includes('RequestId=bao-1'))).toMatch(
    /^\/bao\?x=1&SMSID=[0-9a-f]{32}&.*SendStatus=5&SendSuccess=1&SendFailed=0/,
  );
  expect(called.find((url) => url.includes('RequestId=bao-2'))).toContain('SendSuccess=0&SendFailed=1');
  sender.closeAllConnections();
  sender.close();
}, 10_000);

test('a Zalo notice shows its fields in the same inbox', async () => {
  expect(await zalo({})).toMatchObject({ error: 0, message: 'Success', data: { msg_id: expect.any(String) } });
  expect(await messages('0987654321')).toMatchObject([{ via: 'zalo', text: 'ma: 123456\nten: Chị Bưởi' }]);
});

test('Zalo says no in its own numbers', async () => {
  expect((await zalo({}, 'khac')).error).toBe(-124);
  expect((await zalo({ phone: '0987654321' })).error).toBe(-108);
  expect((await zalo({ template_id: '' })).error).toBe(-109);
  expect((await zalo({ template_data: 'ma' })).error).toBe(-112);
  expect((await zalo({ phone: '84987654000' })).error).toBe(-118);
});

test('the inbox page shows the newest first, filters by number and never runs what it shows', async () => {
  await result({ Phone: '0903334445', Content: 'tin cu' });
  await result({ Phone: '0903334445', Content: '<script>alert(1)</script>' });
  const text = await (await stage.get('/hop-thu?so=0903334445')).text();
  expect(text.indexOf('&lt;script&gt;alert(1)')).toBeGreaterThan(0);
  expect(text.indexOf('&lt;script&gt;alert(1)')).toBeLessThan(text.indexOf('tin cu'));
  expect(text).not.toContain('<script');
  expect(text).not.toContain('0901112223');
  expect(text).toContain('http-equiv="refresh"');
  expect(await (await stage.get('/hop-thu?so=0899999999')).text()).toContain('Chưa có tin nào gửi tới số 0899999999');
});

test('a company that throttles or fails says when to come back, as often as it was told to', async () => {
  await stage.ask('/_control', { provider: 'sms', fault: 'throttle', times: 2, retryAfterSeconds: 7 });
  for (let round = 0; round < 2; round += 1) {
    const response = await stage.post(smsPath, sms());
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  }
  expect((await stage.post(smsPath, sms())).status).toBe(200);

  await stage.ask('/_control', { provider: 'zalo', fault: 'error' });
  const failed = await stage.post('/message/template', zns, { access_token: 'zalo-token' });
  expect([failed.status, failed.headers.get('retry-after')]).toEqual([500, '2']);
});

test('a line that breaks after acceptance leaves the SMS sent; trying again is 124', async () => {
  await stage.ask('/_control', { provider: 'sms', fault: 'drop-after-accept' });
  const wire = sms({ Phone: '0904445556' });
  await expect(stage.post(smsPath, wire)).rejects.toThrow('fetch failed');
  expect(await messages('0904445556')).toHaveLength(1);
  expect((await stage.ask(smsPath, wire))['CodeResult']).toBe('124');
});

test('a slow company answers in the end, and a fault can be taken back', async () => {
  await stage.ask('/_control', { provider: 'sms', fault: 'slow', delayMs: 150 });
  const started = Date.now();
  expect(await result({})).toBe('100');
  expect(Date.now() - started).toBeGreaterThanOrEqual(145);

  await stage.ask('/_control', { provider: 'sms', fault: 'error', times: 5 });
  await stage.ask('/_control', { provider: 'sms', reset: true });
  expect(await result({})).toBe('100');
});
