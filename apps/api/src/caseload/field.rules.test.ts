import { expect, test } from 'vitest';
import { clockOff, contentOf, inBeat, lastDay, onOurClock, weighAnswers } from './field.rules.ts';

test('a helper of some hamlets is no helper of the others, nor of who lives in none', () => {
  const some = [{ commune: '07330', hamlets: ['quat-du'] }];
  expect(inBeat(some, { commune: '07330', hamlet: 'quat-du' })).toBe(true);
  expect(inBeat(some, { commune: '07330', hamlet: 'lo-noi' })).toBe(false);
  expect(inBeat(some, { commune: '07330', hamlet: null })).toBe(false);
  expect(inBeat(some, { commune: '30076', hamlet: 'quat-du' })).toBe(false);
  expect(inBeat([{ commune: '07330', hamlets: null }], { commune: '07330', hamlet: null })).toBe(true);
  expect(inBeat([], { commune: '07330', hamlet: null })).toBe(false);
});

const eight = '2026-11-23T01:00:00.000Z';
const nine = '2026-11-23T02:00:00.000Z';
const ten = '2026-11-23T03:00:00.000Z';
const household = { item: 'story' as const, value: 'Nhà tôi trồng vải', at: nine, by: 'tu', byName: 'Bà Tư' };

test('what the household wrote after the helper looked is not written over', () => {
  const mine = { item: 'story' as const, value: 'Trồng vải ba đời', at: ten, seen: eight };
  expect(weighAnswers([mine], [household], 'giup')).toEqual({
    free: [],
    conflicts: [
      { item: 'story', mine: 'Trồng vải ba đời', theirs: 'Nhà tôi trồng vải', theirsAt: nine, theirsBy: 'Bà Tư' },
    ],
  });
  expect(weighAnswers([{ ...mine, seen: null }], [household], 'giup').conflicts).toHaveLength(1);
});

test('what she saw before she wrote is hers to change, and the same words are no quarrel', () => {
  const mine = { item: 'story' as const, value: 'Trồng vải ba đời', at: ten, seen: nine };
  expect(weighAnswers([mine], [household], 'giup')).toEqual({ free: [mine], conflicts: [] });
  expect(weighAnswers([{ ...mine, seen: null, value: household.value }], [household], 'giup').conflicts).toEqual([]);
  const crops = { item: 'crops' as const, value: ['b', 'a'], at: ten, seen: null };
  expect(weighAnswers([crops], [{ ...crops, value: ['a', 'b'], by: null, byName: null }], 'giup').conflicts).toEqual(
    [],
  );
});

test('her own earlier answer is hers to change, also before the phone had sent it; hers then counts as the later one', () => {
  const mine = { item: 'name' as const, value: 'Vườn nhà An', at: eight, seen: null };
  const { free, conflicts } = weighAnswers(
    [mine],
    [{ item: 'name', value: 'Hộ An', at: nine, by: 'giup', byName: null }],
    'giup',
  );
  expect(conflicts).toEqual([]);
  expect(free).toEqual([{ ...mine, at: '2026-11-23T02:00:00.001Z' }]);
});

test('without a word about what was shown, the later one stands; other questions go through', () => {
  const early = { item: 'story' as const, value: 'Viết sáng sớm', at: eight };
  const free = { item: 'note' as const, value: 'gọi sau 5 giờ', at: eight };
  const weighed = weighAnswers([early, free], [household], 'giup');
  expect(weighed.free).toEqual([free]);
  expect(weighed.conflicts).toHaveLength(1);
  expect(weighAnswers([{ ...early, at: ten }], [household], 'giup').conflicts).toEqual([]);
});

test('a phone whose clock is wrong is put right, and nothing comes from tomorrow', () => {
  const now = new Date(ten);
  const off = clockOff('2026-11-24T03:00:00.000Z', now);
  expect(onOurClock('2026-11-24T02:00:00.000Z', off, now)).toBe(nine);
  expect(onOurClock('2026-11-25T02:00:00.000Z', off, now)).toBe(ten);
  expect(clockOff(undefined, now)).toBe(0);
});

test('an agreement holds ninety days unless another day was said', () => {
  expect(lastDay(undefined, '2026-11-23', 90)).toBe('2027-02-21');
  expect(lastDay('2026-12-01', '2026-11-23', 90)).toBe('2026-12-01');
});

test('the same entry in another order of words is the same; another word is another', () => {
  const one = {
    id: 'a',
    household: 'b',
    at: eight,
    kind: 'visit' as const,
    body: { day: '2026-11-23', done: 'ghi tên' },
  };
  const again = { ...one, sent: ten, body: { done: 'ghi tên', day: '2026-11-23', next: undefined } };
  expect(contentOf(again)).toBe(contentOf(one));
  expect(contentOf({ ...one, body: { ...one.body, done: 'ghi số' } })).not.toBe(contentOf(one));
});
