import { describe, expect, test } from 'vitest';
import { alarmOf, type Band, narrowest, type RuleRow } from './limits.rules.ts';

const rule: RuleRow = {
  id: 1,
  storage: 'chilled',
  commodity: null,
  side: 'high',
  margin: 1,
  delaySeconds: 3_600,
  hysteresis: 0.5,
  recoverSeconds: 900,
  holdMaxSeconds: 750,
  gapAlertSeconds: 1_800,
} as const;
const leaves: RuleRow = { ...rule, id: 2, commodity: 'spinach', margin: 4, delaySeconds: 7_200 };
const frost: RuleRow = { ...rule, id: 3, side: 'low' };
const band = (commodity: string, minimum: number | null, maximum: number | null): Band => ({
  commodity,
  minimum,
  maximum,
});

describe('goods that travel in one box', () => {
  test('keep where the bands of all of them meet', () => {
    expect(narrowest([band('lychee', 2, 5), band('pork', 0, 4)])).toEqual({ low: 2, high: 4 });
    expect(narrowest([band('lychee', 2, 5), band('water_spinach', null, null)])).toEqual({ low: 2, high: 5 });
    expect(narrowest([])).toEqual({ low: null, high: null });
  });

  test('are judged by the widest band when nothing suits both', () => {
    const apart = [band('mango', 10, 13), band('sapodilla', 15, 20)];
    expect(narrowest(apart)).toEqual({ low: 10, high: 20 });
    expect(alarmOf('high', apart, [rule])).toEqual({ rule, limit: 21 });
    expect(alarmOf('low', apart, [frost])).toEqual({ rule: frost, limit: 9 });
  });

  test('are held by the strictest alarm among them', () => {
    expect(alarmOf('high', [band('spinach', 0, 2), band('lychee', 2, 5)], [rule, leaves])).toEqual({ rule, limit: 6 });
    expect(alarmOf('high', [band('spinach', 0, 2)], [rule, leaves])).toEqual({ rule: leaves, limit: 6 });
    expect(alarmOf('high', [band('pork', 0, 4), band('spinach', 0, 2)], [rule, leaves])).toEqual({ rule, limit: 5 });
  });

  test('that ask for nothing are held by nothing, and zero is a limit', () => {
    expect(alarmOf('high', [band('honey', null, null)], [rule])).toBeUndefined();
    expect(alarmOf('high', [band('lychee', 2, 5)], [frost])).toBeUndefined();
    expect(alarmOf('high', [band('ice', -1, 0)], [rule])).toEqual({ rule, limit: 1 });
  });
});
