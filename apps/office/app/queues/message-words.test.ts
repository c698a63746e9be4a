import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindWords, providerWords, whyWords } from './message-words.ts';

test('why a message did not arrive is told in words, and an unknown answer as it is', () => {
  expect(whyWords('no phone')).toBe('Hộ chưa có số điện thoại, hoặc số đã đổi');
  expect(whyWords('777')).toBe('Bên gửi tin từ chối, mã 777');
  expect(whyWords(null)).toBe('Không rõ lý do');
  expect(providerWords('sms')).toBe('SMS');
});

test('every message the house sends has words for what it is about', () => {
  const folder = new URL('../../../api/src/notifications/', import.meta.url);
  const rules = readdirSync(folder).filter((name) => name.endsWith('.rules.ts'));
  const kinds = rules.flatMap((name) => [
    ...readFileSync(new URL(name, folder), 'utf8').matchAll(/kind: '([a-z-]+)'/g),
  ]);
  expect(kinds.length).toBeGreaterThan(25);
  expect(
    kinds.flatMap(([, kind = '']) => kind).filter((kind) => kind.includes('-') && kindWords(kind) === kind),
  ).toEqual([]);
});
