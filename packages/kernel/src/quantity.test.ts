import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatQuantity, isMultiple, ONE, parseQuantity } from './quantity.ts';
import { isUnitId, unitOf, units, unitWord } from './units.ts';

describe('how much', () => {
  test('a kilo and a half is written with a comma and stays on one line', () => {
    expect(formatQuantity(1_500, 'kg')).toBe('1,5\u00a0kg');
    expect(formatQuantity(1_000, 'bo')).toBe('1\u00a0bó');
    expect(formatQuantity(1_234_567_050, 'yen')).toBe('1.234.567,05\u00a0yến');
    expect(formatQuantity(0, 'trái')).toBe('0\u00a0trái');
  });

  test('a quantity below zero, a broken one and an unknown unit are refused', () => {
    expect(() => formatQuantity(-1, 'kg')).toThrow(/^quantity: /);
    expect(() => formatQuantity(0.5, 'kg')).toThrow(/^quantity: /);
    expect(() => formatQuantity(1, 'mớ')).toThrow(/^unit: /);
  });

  test.each([
    ['1,5', 1_500],
    ['1.5', 1_500],
    ['0,25', 250],
    ['0.500', 500],
    [' 12 ', 12_000],
    ['1.500', 1_500_000],
    ['1.234.567,5', 1_234_567_500],
    ['0', 0],
  ])('“%s” is understood', (typed, quantity) => {
    expect(parseQuantity(typed)).toBe(quantity);
  });

  test.each(['', 'hai', '-1', '1,2345', ',5', '1,', '1.2.3', '1,5 kg', '1e3', '١', '99999999999999'])(
    '“%s” is not a quantity',
    (typed) => {
      expect(parseQuantity(typed)).toBeUndefined();
    },
  );

  test('what we write we can read', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom(...units), (quantity, unit) => {
        const [number = ''] = formatQuantity(quantity, unit.id).split('\u00a0');
        expect(parseQuantity(number)).toBe(quantity);
      }),
    );
  });

  test('what is sold by the half kilo is not sold by the quarter', () => {
    expect(isMultiple(1_500, 500)).toBe(true);
    expect(isMultiple(1_250, 500)).toBe(false);
    expect(isMultiple(0, 500)).toBe(true);
    expect(() => isMultiple(1_000, 0)).toThrow(/^increment: /);
    expect(() => isMultiple(-500, 500)).toThrow(/^quantity: /);
  });
});

describe('what goods are sold by', () => {
  test('a yến is ten kilos and a tạ a hundred', () => {
    expect(unitOf('yen').kilogramThousandths).toBe(10 * ONE);
    expect(unitOf('tạ').kilogramThousandths).toBe(100 * ONE);
    expect(unitOf('bo').kilogramThousandths).toBeUndefined();
    expect(unitWord('hu')).toBe('hũ');
  });

  test('no id and no word stands for two units, and every unit has a code of trade papers', () => {
    const names = units.flatMap(({ id, word }) => (id === word ? [id] : [id, word]));
    expect(new Set(names).size).toBe(names.length);
    for (const { id, rec20 } of units) {
      expect(id).toMatch(/^[a-z]+$/);
      expect(rec20).toMatch(/^(KGM|H87|LTR|IE|ROM|X[A-Z]{2})$/);
    }
  });

  test('only a unit we know is a unit', () => {
    expect(isUnitId('thung')).toBe(true);
    expect(isUnitId('thùng')).toBe(false);
  });
});
