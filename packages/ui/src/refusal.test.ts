import { expect, test } from 'vitest';
import { refusalOf, typedOr } from './refusal.ts';

const form = (values: Record<string, string>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(values)) made.append(name, value);
  return made;
};

const refused = {
  code: 'platform.invalid-input',
  details: { errors: [{ field: 'deliverTo.phone', rule: 'custom', message: 'a Vietnamese mobile number' }] },
} as const;

test('a wrong phone is told at the phone, in the words of the form', () => {
  const refusal = refusalOf(refused, form({ phone: '123' }), { phone: 'Ghi số điện thoại di động.' });
  expect(refusal.fields).toEqual({ phone: 'Ghi số điện thoại di động.' });
});

test('what was typed stands there again, but a code or a password does not', () => {
  const refusal = refusalOf(refused, form({ name: 'Lò Thị Hoa', code: '123456', password: 'bí mật' }));
  expect(typedOr(refusal, 'name')).toBe('Lò Thị Hoa');
  expect(JSON.stringify(refusal)).not.toMatch(/123456|bí mật/);
});
