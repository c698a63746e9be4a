import type { TemperatureTrace } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { plot } from './temperature.plot.ts';
import { temperatureVerdict } from './temperature.tsx';

const trace = (change: Partial<TemperatureTrace>): TemperatureTrace => ({
  device: 'LOG-1',
  minimumCelsius: 3,
  maximumCelsius: 5,
  limitLow: 2,
  limitHigh: 6,
  insideSeconds: 0,
  outsideSeconds: 0,
  unknownSeconds: 0,
  meanKinetic: null,
  from: null,
  until: null,
  excursions: [],
  readings: [],
  gaps: [],
  ...change,
});
const frame = { width: 100, height: 50, left: 0, right: 0, top: 0, bottom: 0 };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 0, minute)).toISOString();

test('the line breaks where nobody measured', () => {
  const readings = [0, 5, 40, 45].map((minute) => ({ at: at(minute), celsius: 4, flagged: false }));
  const drawn = plot(trace({ readings, gaps: [{ from: at(5), until: at(40) }] }), frame);
  expect(drawn?.lines).toHaveLength(2);
});

test('what a sensor said and nobody believes is not on the line', () => {
  const readings = [
    { at: at(0), celsius: 4, flagged: false },
    { at: at(5), celsius: 85, flagged: true },
    { at: at(10), celsius: 4, flagged: false },
  ];
  expect(plot(trace({ readings }), frame)?.high).toBeLessThan(10);
});

test('a short peak in a week of readings is still seen', () => {
  const readings = Array.from({ length: 5_000 }, (_, minute) => ({
    at: at(minute * 2),
    celsius: minute === 2_500 ? 19 : 4,
    flagged: false,
  }));
  const drawn = plot(trace({ readings }), frame);
  expect(drawn?.lines.join('')).toContain(` ${drawn?.y(19)}`);
  expect(drawn?.lines.join('').length).toBeLessThan(8_000);
});

test('time without readings is never called good', () => {
  expect(temperatureVerdict(trace({ unknownSeconds: 600 })).good).toBe(false);
  expect(temperatureVerdict(trace({ insideSeconds: 600, unknownSeconds: 60 })).words).toContain('không có số liệu');
});
