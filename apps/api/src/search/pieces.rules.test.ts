import { describe, expect, test } from 'vitest';
import { Best } from './best.rules.ts';
import { Breaker } from './breaker.rules.ts';
import { kilometres } from './distance.rules.ts';
import { seats } from './province-seats-2026.ts';
import { Shelf } from './shelf.rules.ts';
import { completions } from './suggest.rules.ts';
import { synonyms } from './synonyms-2026.ts';
import { unmetWords, weekOf } from './unmet.rules.ts';

test('the best of many are kept in order', () => {
  const best = new Best(3, (a, b) => a - b);
  for (const number of [5, 3, 9, 1, 7, 2]) best.offer(number);
  expect(best.take()).toEqual([1, 2, 3]);
  const none = new Best(0, (a, b) => a - b);
  none.offer(1);
  expect(none.take()).toEqual([]);
});

test('three failures rest what failed, then one question tries again', () => {
  const breaker = new Breaker({ failures: 3, rest: 100 });
  for (const at of [0, 1, 2]) {
    expect(breaker.open(at)).toBe(true);
    breaker.failed(at);
  }
  expect([breaker.open(50), breaker.open(102), breaker.open(103)]).toEqual([false, true, false]);
  breaker.succeeded();
  expect(breaker.open(104)).toBe(true);
});

test('provinces lie apart as the seats do', () => {
  const at = new Map<string, (typeof seats.rows)[number]>(seats.rows.map((seat) => [seat.province, seat]));
  expect(at.size).toBe(34);
  expect(kilometres(at.get('01')!, at.get('24')!)).toBeLessThan(60);
  expect(kilometres(at.get('01')!, at.get('79')!)).toBeGreaterThan(1_000);
});

describe('a thousand and more', () => {
  const shelf = new Shelf();
  for (let number = 0; number < 1_500; number++)
    shelf.put({
      number,
      id: `id ${number}`,
      shown: number !== 3,
      categories: ['fresh', number < 1_200 ? 'fruit' : 'leaf'],
      commune: `0000${number % 3}`,
      province: number % 3 === 0 ? '24' : '82',
      producer: 'p',
      storage: 'cool',
      kind: 'goods',
      stars: number % 500 === 0 ? 5 : null,
      price: 10_000 + number * 100,
      inSeason: false,
      delivery: number % 2 === 0 ? 'country' : 'province',
      attributes: {},
      publishedAt: new Date(number),
    });
  const asked = { within: {}, sort: 'newest', limit: 2, facets: true } as const;

  test('are counted to a thousand, then as more', () => {
    const { facets, total, numbers } = shelf.find(asked);
    expect(total).toEqual({ count: 1_000, more: true });
    expect(numbers).toEqual([1_499, 1_498]);
    expect(facets?.category).toEqual([
      { value: 'fresh', count: 1_000, more: true },
      { value: 'fruit', count: 1_000, more: true },
      { value: 'leaf', count: 300, more: false },
    ]);
    expect(facets?.stars).toContainEqual({ value: '5', count: 3, more: false });
  });

  test('a shelf is narrowed with all that stands on it, and the other groups can still be chosen', () => {
    const { total, facets } = shelf.find({ ...asked, within: { category: ['leaf'] } });
    expect(total.count).toBe(300);
    expect(facets?.category?.find(({ value }) => value === 'fruit')).toMatchObject({ more: true });
    expect(facets?.province).toEqual([
      { value: '82', count: 200, more: false },
      { value: '24', count: 100, more: false },
    ]);
  });
});

test('names go on from what was typed', () => {
  const names = ['Vải thiều Lục Ngạn', 'Vải thiều Thanh Hà', 'Vải thổ cẩm', 'Nhãn lồng'];
  expect(completions(names, ['vai', 'th'], 3)[0]).toBe('vải thiều');
  expect(completions(names, ['xoai'], 3)).toEqual([]);
});

test.each([
  ['Măng cụt Lái Thiêu', 'măng cụt lái thiêu'],
  ['ngô nếp', 'ngô nếp'],
  ['đào Sa Pa', 'đào sa pa'],
  ['gạo ST25', 'gạo st25'],
  ['Nguyễn Thị Lan', undefined],
  ['Lê Hoa', undefined],
  ['anh Ba ở Cái Bè', undefined],
  ['0912 345 678', undefined],
  ['a@b.vn', undefined],
  ['một hai ba bốn năm sáu bảy', undefined],
])('of %j kept is %j', (typed, words) => expect(unmetWords(typed)?.words).toBe(words));
test('a week begins on Monday', () =>
  expect(['2026-12-07', '2026-12-13', '2026-12-14'].map(weekOf)).toEqual(['2026-12-07', '2026-12-07', '2026-12-14']));
test('every group of words has at least two, each once', () => {
  for (const { words } of synonyms.rows) expect(new Set(words).size).toBe(words.length);
  expect(synonyms.rows.every(({ words }) => words.length >= 2 && words.length <= 8)).toBe(true);
});
