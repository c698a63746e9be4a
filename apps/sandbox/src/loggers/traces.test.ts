import { expect, test } from 'vitest';
import { celsiusAt, readingsOf, type Trace } from './traces.ts';

const at = (trace: Trace, minute: number, target = 4) => celsiusAt(trace, target, minute);
const minutes = Array.from({ length: 241 }, (_, minute) => minute);

test('the same minute always has the same temperature', () => {
  const both = [0, 1].map(() => minutes.map((minute) => at('breakdown', minute)));
  expect(both[0]).toEqual(both[1]);
});

test('a steady box stays within half a degree of what it should be', () => {
  for (const minute of minutes) expect(Math.abs((at('steady-cold', minute, 2) ?? 99) - 2)).toBeLessThanOrEqual(0.5);
});

test('an opened door warms the box for a while and the cold comes back', () => {
  expect(at('door-open', 59)).toBeLessThan(5);
  expect(at('door-open', 75)).toBeGreaterThan(11);
  expect(at('door-open', 150)).toBeLessThan(5);
});

test('a broken cooler only gets warmer', () => {
  expect(at('breakdown', 89)).toBeLessThan(5);
  expect(at('breakdown', 240)).toBeGreaterThan(20);
  expect(at('breakdown', 240)).toBeLessThan(30);
});

test('a silent logger has no readings for ninety minutes', () => {
  expect([79, 80, 169, 170].map((minute) => at('gap', minute) === undefined)).toEqual([false, true, true, false]);
});

test('a broken probe says 85 and then −127', () => {
  expect([99, 100, 115, 135].map((minute) => at('sensor-fault', minute))).toEqual([
    at('steady-cold', 99),
    85,
    -127,
    at('steady-cold', 135),
  ]);
});

test('a trace has no reading in the future', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const plan = { trace: 'steady-cold', target: 4, stepSeconds: 300, lengthMinutes: 240, now } as const;
  expect(readingsOf({ ...plan, startedAt: new Date('2026-11-23T08:00:00Z') })).toHaveLength(49);
  expect(readingsOf({ ...plan, startedAt: new Date('2026-11-23T11:50:00Z') }).map(({ at }) => at)).toEqual([
    '2026-11-23T11:50:00.000Z',
    '2026-11-23T11:55:00.000Z',
    '2026-11-23T12:00:00.000Z',
  ]);
});
