import type { PaperView } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { addPath } from './own-papers.ts';
import { hasFacts, inOrder, needsAnother, paperState, untilWords } from './paper-words.ts';

const paper = (given: Partial<PaperView>): PaperView => ({
  id: '00000000-0000-4000-8000-000000000001',
  producer: '00000000-0000-4000-8000-000000000002',
  kind: 'food-safety-certificate',
  state: 'verified',
  number: null,
  issuer: null,
  issuedOn: null,
  expiresOn: null,
  pages: 1,
  handedInAt: '2026-11-20T02:00:00.000Z',
  reason: null,
  daysLeft: null,
  sheets: ['picture'],
  scanned: true,
  ...given,
});

test('a household reads how long its paper holds, as people count', () => {
  expect(untilWords({ expiresOn: null, daysLeft: null })).toBe('');
  expect(untilWords({ expiresOn: '2026-12-23', daysLeft: 30 })).toBe('Dùng đến 23/12/2026, còn 30 ngày');
  expect(untilWords({ expiresOn: '2026-11-23', daysLeft: 0 })).toBe('Hết hạn hôm nay, 23/11/2026');
  expect(untilWords({ expiresOn: '2026-11-20', daysLeft: -3 })).toBe('Hết hạn ngày 20/11/2026, đã 3 ngày');
});

test('a paper with two months left says so; one that only waits does not', () => {
  expect(paperState(paper({ daysLeft: 60 })).word).toBe('Sắp hết hạn');
  expect(paperState(paper({ daysLeft: 61 })).word).toBe('Đúng, dùng được');
  expect(paperState(paper({ state: 'waiting', daysLeft: 5 })).word).toBe('Chờ cán bộ xem');
});

test('what needs a hand stands first, what is over last', () => {
  const states = inOrder([
    paper({ state: 'replaced' }),
    paper({}),
    paper({ state: 'waiting' }),
    paper({ daysLeft: 7 }),
    paper({ state: 'expired' }),
  ]).map(({ state, daysLeft }) => (daysLeft === 7 ? 'ending' : state));
  expect(states).toEqual(['expired', 'ending', 'waiting', 'verified', 'replaced']);
});

test('a new paper is asked for until one of the kind is on its way', () => {
  const old = paper({ id: 'a', state: 'expired', daysLeft: -1 });
  const newer = paper({ id: 'b', state: 'waiting', handedInAt: '2026-11-21T02:00:00.000Z' });
  expect(needsAnother(old, [old])).toBe(true);
  expect(needsAnother(old, [newer, old])).toBe(false);
  expect(needsAnother(paper({ daysLeft: 200 }), [])).toBe(false);
});

test('of a citizen card nobody is asked here what stands on it', () => {
  expect([hasFacts('citizen-card-front'), hasFacts('food-safety-certificate')]).toEqual([false, true]);
});

test('the way to hand in a paper carries only what was said', () => {
  expect(addPath('p', {})).toBe('/ban-hang/giay-to/p/them');
  expect(addPath('p', { kind: 'ocop', trang: 2, next: '/ban-hang' })).toBe(
    '/ban-hang/giay-to/p/them?kind=ocop&trang=2&next=%2Fban-hang',
  );
});
