import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { basket, houseOfThings } from './things.fixture.ts';

const { url } = await freshDatabase();
const { app, post } = await houseOfThings(url);
afterAll(() => app.close());

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
