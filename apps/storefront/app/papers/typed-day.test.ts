import { expect, test } from 'vitest';
import { typedDay } from './typed-day.ts';

test('a day is read as people write it, and left out when nothing is written', () => {
  for (const typed of ['15/3/2027', '15-03-2027', '15.3.2027', '15 3 2027', '2027-03-15']) {
    expect(typedDay(typed, 'expiresOn')).toBe('2027-03-15');
  }
  expect(typedDay('', 'expiresOn')).toBeUndefined();
  expect(typedDay('29/2/2028', 'expiresOn')).toBe('2028-02-29');
});

test.each(['30/2/2027', '15/3', '15/3/27', 'hôm nay', '2027-13-01', '0/0/2027'])(
  '%s is no day, and says at which box',
  (typed) => {
    expect(() => typedDay(typed, 'expiresOn')).toThrow('platform.invalid-input');
  },
);
