import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { json, openStage, type Stage } from '../testing/stage.ts';
import { deviceHeaders, signedLines } from './signature.ts';

let stage: Stage;
const now = new Date('2026-11-23T12:00:00Z');
beforeEach(async () => {
  stage = await openStage({}, () => now);
  stage.shop.answer = json({ accepted: true }, 202);
});
afterEach(() => stage.close());

const device = { deviceId: 'TB-01', key: 'khoa-cua-may' };
const play = (changes: object = {}) =>
  stage.ask('/_control/loggers/play', { ...device, trace: 'steady-cold', stepSeconds: 300, ...changes });

test('what is signed is method, path, device, time, nonce and the hash of the body, line by line', () => {
  const request = { ...device, method: 'POST', path: '/telemetry/batches', body: '{}' };
  const bodyHash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
  const lines = `POST\n/telemetry/batches\nTB-01\n1795435200\nabcdefghijklmnop\n${bodyHash}`;
  expect(signedLines(request, '1795435200', 'abcdefghijklmnop')).toBe(lines);
  expect(deviceHeaders({ ...request, now, nonce: 'abcdefghijklmnop' })).toEqual({
    'x-device': 'TB-01',
    'x-timestamp': '1795435200',
    'x-nonce': 'abcdefghijklmnop',
    'x-signature': createHmac('sha256', 'khoa-cua-may').update(lines).digest('hex'),
  });
});

test('a trip of four hours arrives signed, ending now, in one batch', async () => {
  const played = await play();
  expect(played).toMatchObject({ deviceId: 'TB-01', trace: 'steady-cold', accepted: true });
  expect(played['batches']).toMatchObject([
    { readings: 49, accepted: true, tries: [{ status: 202, answer: '{"accepted":true}' }] },
  ]);

  const [heard] = stage.shop.heard;
  const body = JSON.parse(heard?.body ?? '');
  expect([heard?.method, heard?.url.pathname]).toEqual(['POST', '/telemetry/batches']);
  expect(Object.keys(body)).toEqual(['deviceId', 'batchKey', 'sentAt', 'readings']);
  expect(body.readings[0]).toEqual({ channel: 'air', at: '2026-11-23T08:00:00.000Z', celsius: expect.any(Number) });
  expect(body.readings.at(-1).at).toBe('2026-11-23T12:00:00.000Z');
  expect(heard?.headers['idempotency-key']).toBe(body.batchKey);

  const headers = heard?.headers ?? {};
  expect(headers['x-nonce']).toMatch(/^[\w-]{16,}$/);
  const hash = createHash('sha256')
    .update(heard?.body ?? '')
    .digest('hex');
  const lines = ['POST', '/telemetry/batches', 'TB-01', headers['x-timestamp'], headers['x-nonce'], hash].join('\n');
  expect(headers['x-signature']).toBe(createHmac('sha256', 'khoa-cua-may').update(lines).digest('hex'));
});

test('a long trip goes in batches of at most 500 readings, each with its own key', async () => {
  const played = await play({ stepSeconds: 10 });
  expect(played['batches'].map((batch: { readings: number }) => batch.readings)).toEqual([500, 500, 441]);
  const keys = stage.shop.heard.map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(3);
});

test('a busy API is asked again with the same batch and a new nonce', async () => {
  const answers = [json({}, 503), json({}, 429), json({ accepted: true }, 202)];
  stage.shop.answer = (heard, response) => answers.shift()?.(heard, response);
  const played = await play();
  expect(played['accepted']).toBe(true);
  expect(played['batches'][0].tries.map((one: { status: number }) => one.status)).toEqual([503, 429, 202]);
  const [first, ...later] = stage.shop.heard;
  for (const again of later) {
    expect(again.body).toBe(first?.body);
    expect(again.headers['x-nonce']).not.toBe(first?.headers['x-nonce']);
  }
});

test('silence is tried five times and then told', async () => {
  stage.shop.answer = (_heard, response) => void response.destroy();
  const played = await play();
  expect(played['accepted']).toBe(false);
  expect(played['batches'][0].tries).toHaveLength(5);
  expect(played['batches'][0].tries[0].answer).toContain('không trả lời');
});

test('a refusal is not tried again, and later batches are not sent after it', async () => {
  stage.shop.answer = json({ type: 'coldchain.unknown-device' }, 401);
  const played = await play({ stepSeconds: 10 });
  expect(played['accepted']).toBe(false);
  expect(stage.shop.heard).toHaveLength(1);
});

test('the gap of a silent logger is a gap in what arrives', async () => {
  const played = await play({ trace: 'gap', startedAt: '2026-11-23T08:00:00Z', parcel: 'AB12CD-1' });
  expect(played['parcel']).toBe('AB12CD-1');
  const times = played['readings'].map((reading: { at: string }) => reading.at.slice(11, 16));
  expect(times).toContain('09:15');
  expect(times).not.toContain('09:20');
  expect(times).toContain('10:50');
  expect(times).toHaveLength(49 - 18);
});

test('a misspelt trace, an unknown field or a play without end is refused by name', async () => {
  expect(await play({ trace: 'boil' })).toMatchObject({ field: 'trace' });
  expect(await play({ speed: 2 })).toMatchObject({ field: 'speed' });
  expect(await play({ stepSeconds: 1, lengthMinutes: 100_000 })).toMatchObject({ field: 'stepSeconds' });
  expect(await play({ startedAt: '2026-11-23 08:00' })).toMatchObject({ field: 'startedAt' });
  expect(await play({ target: Number.NaN, key: '' })).toMatchObject({ field: 'key' });
});

test('the page plays a trace and draws it, and says which box is wrong', async () => {
  const form = { ...device, trace: 'door-open', target: '2,5', stepSeconds: '300', lengthMinutes: '240' };
  const text = await (await stage.form('/nhiet-ke', form)).text();
  expect(text).toContain('Chợ đã nhận số đo');
  expect(text).toContain('<svg');
  expect(text).not.toContain(device.key);

  const wrong = await stage.form('/nhiet-ke', { ...form, target: 'lạnh' });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('target');
});
