import { expect, test } from 'vitest';
import { eachDay, plotDaily } from './daily.plot.ts';

const frame = { width: 720, height: 260, left: 64, right: 8, top: 12, bottom: 28 };
const day = (number: number, value: number) => ({ day: `2026-11-0${number}`, value, orders: 1 });

test('the best day reaches no higher than the scale, and a day without sales has no bar', () => {
  const { bars, ticks, zero } = plotDaily([day(1, 0), day(2, 700_000), day(3, 350_000)], 30, frame);
  expect(bars[0]).toMatchObject({ height: 0 });
  expect(bars[1]!.y).toBeGreaterThanOrEqual(frame.top);
  expect(bars[1]!.y + bars[1]!.height).toBeCloseTo(zero, 0);
  expect(bars[2]!.height).toBeCloseTo(bars[1]!.height / 2, 0);
  expect(ticks.map(({ value }) => value)).toEqual([0, 200_000, 400_000, 600_000, 800_000]);
});

test('a day on which more came back than was delivered hangs below zero', () => {
  const { bars, zero, ticks } = plotDaily([day(1, 400_000), day(2, -100_000)], 30, frame);
  expect(bars[1]!.y).toBe(zero);
  expect(bars[1]!.y + bars[1]!.height).toBeLessThanOrEqual(frame.height - frame.bottom);
  expect(ticks[0]!.value).toBeLessThan(0);
});

test('a month without any sale, and one with nothing but returns, still have a scale', () => {
  for (const value of [0, -50_000]) {
    const { bars, ticks } = plotDaily([day(1, value)], 30, frame);
    expect(ticks.length).toBeGreaterThan(1);
    expect([bars[0]!.x, bars[0]!.y, bars[0]!.height].every(Number.isFinite)).toBe(true);
  }
});

test('days nobody sold anything are days with zero, not missing days', () => {
  expect(eachDay(['2026-11-01', '2026-11-02'], [day(2, 5_000)])).toEqual([
    { day: '2026-11-01', value: 0, orders: 0 },
    day(2, 5_000),
  ]);
});
