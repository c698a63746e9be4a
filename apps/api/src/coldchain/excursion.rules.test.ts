import { describe, expect, test } from 'vitest';
import type { Excursion } from './detector.rules.ts';
import { compare, type KnownExcursion } from './excursion.rules.ts';

const minute = 60_000;
const warm = (from: number, until: number | null, given: Partial<Excursion> = {}): Excursion => ({
  side: 'high',
  from: from * minute,
  confirmed: (from + 60) * minute,
  until: until === null ? null : until * minute,
  peak: 9,
  outside: ((until ?? from + 60) - from) * minute,
  state: until === null ? 'open' : 'ended',
  ...given,
});
const said = (id: string, one: Excursion): KnownExcursion => ({ id, ...one, said: one });

describe('what was said before and what is known now', () => {
  test('the same again is nothing new', () => {
    expect(compare([said('a', warm(10, 100))], [warm(10, 100)])).toEqual([]);
  });

  test('an end is worth saying, five more minutes are not, half an hour or a degree is', () => {
    const before = said('a', warm(10, null));
    const material = (now: Excursion) =>
      compare([before], [now]).map((change) => change.kind === 'changed' && change.material);
    expect(material(warm(10, 100))).toEqual([true]);
    expect(material(warm(10, null, { outside: 65 * minute }))).toEqual([false]);
    expect(material(warm(10, null, { outside: 90 * minute }))).toEqual([true]);
    expect(material(warm(10, null, { peak: 9.9 }))).toEqual([false]);
    expect(material(warm(10, null, { peak: 10 }))).toEqual([true]);
  });

  test('two that grow together are the first one, and the other is withdrawn', () => {
    const changes = compare([said('a', warm(10, 80)), said('b', warm(120, 200))], [warm(10, 200)]);
    expect(changes).toMatchObject([
      { kind: 'withdrawn', excursion: { id: 'b' } },
      { kind: 'changed', id: 'a', material: true },
    ]);
  });

  test('one that falls apart is the first part, and the other is new', () => {
    const changes = compare([said('a', warm(10, 300))], [warm(10, 80), warm(200, 300)]);
    expect(changes).toMatchObject([
      { kind: 'changed', id: 'a' },
      { kind: 'new', excursion: { from: 200 * minute } },
    ]);
  });

  test('too warm and too cold at one time are two things', () => {
    const cold = warm(10, 100, { side: 'low' });
    expect(compare([said('a', warm(10, 100))], [cold])).toMatchObject([{ kind: 'withdrawn' }, { kind: 'new' }]);
  });
});
