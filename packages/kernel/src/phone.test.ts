import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localPhone, maskPhone, normalisePhone } from './phone.ts';

describe('a telephone number', () => {
  test.each([
    '0912345321',
    '0912 345 321',
    '0912.345.321',
    '0912-345-321',
    ' 84912345321',
    '+84912345321',
    '+84 912 345 321',
    '+84 (0)912 345 321',
    '0084 912345321',
  ])('“%s” is the same telephone', (typed) => {
    expect(normalisePhone(typed)).toBe('+84912345321');
  });

  test.each([
    '',
    '912345321',
    '0212345678',
    '01234567890',
    '091234532',
    '09123453210',
    '+1 912 345 3210',
    '0912x345321',
  ])('“%s” is not a Vietnamese mobile', (typed) => {
    expect(normalisePhone(typed)).toBeUndefined();
  });

  test('it is shown as people write it, or with its middle hidden', () => {
    expect(localPhone('+84912345321')).toBe('0912345321');
    expect(maskPhone('+84912345321')).toBe('09•••••321');
  });

  test('every mobile number survives being written for people and read again', () => {
    const number = fc
      .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{8}$/))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(number, (digits) => {
        expect(normalisePhone(localPhone(`+84${digits}`))).toBe(`+84${digits}`);
        expect(maskPhone(`0${digits}`)).toHaveLength(10);
      }),
    );
  });

  test('what is refused is not repeated: it may be someone’s number', () => {
    expect(() => maskPhone('02438251234')).toThrow(new RangeError('phone: a Vietnamese mobile number'));
    expect(() => localPhone('')).toThrow(RangeError);
  });
});
