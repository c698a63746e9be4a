import { expect, test } from 'vitest';
import { keepUnfinished, unfinished } from './unfinished.ts';

/** A browser with one cookie, and the office it talks to. */
const browser = (siteKey = 'a'.repeat(64)) => {
  const jar: { value?: string | undefined } = {};
  return {
    jar,
    who: {
      env: { SITE_KEY: siteKey } as never,
      cookie: () => jar.value,
      set: (_name: string, value: string) => {
        jar.value = value;
        return value;
      },
      clear: () => '',
    },
  };
};

const path = '/ho-so/1/tam-ngung';
const typed = { reason: 'Hàng không rõ nguồn gốc, chờ kiểm tra lại.', way: 'order', item: ['name', 'address'] };
const now = new Date('2026-11-23T02:00:00Z');

test('a reason typed before the fresh proof stands there again afterwards', () => {
  const { who, jar } = browser();
  keepUnfinished(who, path, typed, now);
  expect(unfinished(who, path, now)).toEqual(typed);
  expect(Buffer.from(jar.value!, 'base64url').toString()).not.toContain('nguồn gốc');
});

test('what was typed for one household never stands in the form of another', () => {
  const { who } = browser();
  keepUnfinished(who, path, typed, now);
  expect(unfinished(who, '/ho-so/2/tam-ngung', now)).toBeUndefined();
});

test('after a quarter of an hour it is forgotten', () => {
  const { who } = browser();
  keepUnfinished(who, path, typed, now);
  expect(unfinished(who, path, new Date(now.getTime() + 15 * 60_000))).toBeUndefined();
});

test('a cookie somebody changed, or sealed elsewhere, is read as nothing', () => {
  const { who, jar } = browser();
  keepUnfinished(who, path, typed, now);
  const kept = jar.value!;
  jar.value = `${kept.slice(0, 40)}${kept[40] === 'A' ? 'B' : 'A'}${kept.slice(41)}`;
  expect(unfinished(who, path, now)).toBeUndefined();
  const other = browser('b'.repeat(64));
  other.jar.value = kept;
  expect(unfinished(other.who, path, now)).toBeUndefined();
});

test('twenty remarks of usual length fit into the cookie', () => {
  const { who } = browser();
  const reasons = Array.from({ length: 20 }, (_, at) => [
    `reason-muc-${at}`,
    `Mục ${at}: ảnh bị mờ ở góc ${at * 7}, chụp lại nơi sáng, thấy rõ bốn góc giấy và ngày cấp ${at}/9/2026.`,
  ]);
  expect(keepUnfinished(who, path, Object.fromEntries(reasons), now)).toBeDefined();
});
