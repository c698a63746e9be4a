import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCelsius, isSensorNonsense, meanKineticTemperature } from './temperature.ts';

const sample = fc.record({
  celsius: fc.double({ min: -30, max: 60, noNaN: true }),
  seconds: fc.integer({ min: 1, max: 1_000_000 }),
});

describe('a temperature on the page', () => {
  test.each([
    [3.25, '3,3'],
    [-3.25, '-3,3'],
    [1.15, '1,2'],
    [32.449999999999996, '32,5'],
    [4, '4,0'],
    [-18, '-18,0'],
    [-0.04, '0,0'],
    [-0, '0,0'],
    [9.95, '10,0'],
  ])('%d is written %s °C', (celsius, written) => {
    expect(formatCelsius(celsius)).toBe(`${written}\u00a0°C`);
  });

  test('no number, no temperature', () => {
    expect(() => formatCelsius(Number.NaN)).toThrow(/^celsius: /);
  });
});

describe('a sensor that lies', () => {
  test.each([85, 127.94, -127, -60.1, 85.1, Number.NaN, Number.POSITIVE_INFINITY])('%d is not the goods', (celsius) => {
    expect(isSensorNonsense(celsius)).toBe(true);
  });

  test.each([-60, -18, 0, 4, 60, 84.9375])('%d may be true', (celsius) => {
    expect(isSensorNonsense(celsius)).toBe(false);
  });
});

describe('mean kinetic temperature', () => {
  test('one warm hour in a cold day weighs more than its share', () => {
    const day = [
      { celsius: 5, seconds: 23 * 3600 },
      { celsius: 12, seconds: 3600 },
    ];
    // Worked apart, with ΔH/R = 10,000 K; the plain mean is 5.29.
    expect(meanKineticTemperature(day)).toBeCloseTo(5.4445, 4);
  });

  test('what never changed is its own mean', () => {
    fc.assert(
      fc.property(sample, ({ celsius, seconds }) => {
        expect(meanKineticTemperature([{ celsius, seconds }])).toBeCloseTo(celsius, 9);
      }),
    );
  });

  test('it lies between the plain mean and the warmest moment', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 50 }), (samples) => {
        const seconds = samples.reduce((sum, one) => sum + one.seconds, 0);
        const mean = samples.reduce((sum, one) => sum + (one.celsius * one.seconds) / seconds, 0);
        const kinetic = meanKineticTemperature(samples);
        expect(kinetic).toBeGreaterThanOrEqual(mean - 1e-9);
        expect(kinetic).toBeLessThanOrEqual(Math.max(...samples.map((one) => one.celsius)));
      }),
    );
  });

  test('reading the thermometer twice as often changes nothing', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 20 }), (samples) => {
        const halves = samples.flatMap(({ celsius, seconds }) => [
          { celsius, seconds: seconds / 2 },
          { celsius, seconds: seconds / 2 },
        ]);
        expect(meanKineticTemperature(halves)).toBeCloseTo(meanKineticTemperature(samples), 9);
      }),
    );
  });

  test('deep cold and a high activation energy do not turn into nothing', () => {
    const frozen = [
      { celsius: -190, seconds: 10 },
      { celsius: -180, seconds: 10 },
    ];
    const mean = meanKineticTemperature(frozen, 1_000);
    expect(mean).toBeGreaterThan(-185);
    expect(mean).toBeLessThanOrEqual(-180);
  });

  test('no time, time running backwards or colder than anything can be are refused', () => {
    expect(() => meanKineticTemperature([])).toThrow(/^samples: /);
    expect(() => meanKineticTemperature([{ celsius: 4, seconds: 0 }])).toThrow(/^samples: /);
    expect(() => meanKineticTemperature([{ celsius: 4, seconds: -1 }])).toThrow(/^seconds: /);
    expect(() => meanKineticTemperature([{ celsius: -274, seconds: 1 }])).toThrow(/^celsius: /);
    expect(() => meanKineticTemperature([{ celsius: 4, seconds: 1 }], 0)).toThrow(/^deltaH: /);
  });
});
