import { expect, test } from 'vitest';
import { packDraft, unpackDraft } from './draft.ts';

test('a listing half written is there again the next day', () => {
  const draft = { name: 'Vải thiều sớm', price: 25_000, pictures: [{ id: 'a' }] };
  expect(unpackDraft(packDraft(draft))).toEqual(draft);
});

test('the longest description still fits into a cookie', () => {
  const description = 'Vải trồng trên đồi cao, hái lúc sáng sớm, đóng hộp ngay tại vườn nhà. '
    .repeat(28)
    .slice(0, 2000);
  expect(packDraft({ description }).length).toBeLessThan(3_800);
});

test.each(['', 'rubbish', 'AAAA', undefined])('what is no draft is none: %j', (value) => {
  expect(unpackDraft(value)).toBeUndefined();
});

test('what would not fit is refused and not cut short', () => {
  const noise = Array.from({ length: 4_000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)));
  expect(() => packDraft({ noise: noise.join('') })).toThrow('platform.too-large');
});
