import { expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.rules.ts';
import { refuseWeak, weakness } from './password.rules.ts';

const phone = '+84912345678';

test('a password of four ordinary words, or of letters nobody would guess, is taken', () => {
  for (const good of ['vải chín đầu hè', 'k7pm-w2qa-9xhd', 'Con trâu đi trước cái cày', 'rau cải mơ 35 nghìn'])
    expect([good, weakness(good, phone)]).toEqual([good, undefined]);
});

test('what most people choose is not taken, whatever they put behind it', () => {
  expect(commonPasswords.size).toBeGreaterThan(3_000);
  for (const bad of [
    'Matkhau2026!',
    'password123',
    'anhyeuem1234',
    '1234567890',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'Chophien@2026',
  ])
    expect([bad, weakness(bad, phone)]).toEqual([bad, 'common']);
});

test('a short one, or her own number in any writing, is not taken', () => {
  expect(weakness('k7pm-w2qa', phone)).toBe('short');
  for (const bad of ['0912345678', 'cua 0912 345 678', '+84912345678x']) expect(weakness(bad, phone)).toBe('phone');
  expect(() => refuseWeak('0912345678', phone)).toThrow(
    expect.objectContaining({
      code: 'platform.invalid-input',
      details: { errors: [expect.objectContaining({ field: 'password', rule: 'phone' })] },
    }),
  );
});
