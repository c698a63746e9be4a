import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CROCKFORD } from './code.ts';
import { crc16, memoCode, memoCodesIn, vietQr } from './vietqr.ts';

const vcb = { bin: '970436', account: '0123456789', amount: 125_000, memo: 'DHAB12CD' };

test('a transfer of 125.000 đ to Vietcombank is written as NAPAS writes it', () => {
  expect(vietQr(vcb)).toBe(
    '00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA530370454061250005802VN62120808DHAB12CD63043EF8',
  );
});

test('the check sum is that of CRC-16/CCITT-FALSE', () => {
  expect(crc16('123456789')).toBe('29B1');
});

test('without an amount the code is static, and whoever scans it types one', () => {
  const text = vietQr({ bin: '970405', account: '1500205123456' });
  expect(text.slice(0, 12)).toBe('000201010211');
  expect(text).not.toContain('5406');
});

test.each([
  ['a bank of five digits', { bin: '97043' }],
  ['an account of twenty', { account: '1'.repeat(20) }],
  ['an account with a space', { account: '0123 456' }],
  ['nothing to pay', { amount: 0 }],
  ['half a đồng', { amount: 0.5 }],
  ['fourteen digits', { amount: 10_000_000_000_000 }],
  ['accents', { memo: 'ĐƠN HÀNG' }],
  ['a memo of 26', { memo: 'A'.repeat(26) }],
])('%s is refused, and makes no broken code', (_, wrong) => {
  expect(() => vietQr({ ...vcb, ...wrong })).toThrow(RangeError);
});

const five = fc.array(fc.constantFrom(...CROCKFORD), { minLength: 5, maxLength: 5 }).map((letters) => letters.join(''));

test('a code is found again in what banks make of it', () => {
  fc.assert(
    fc.property(five, (letters) => {
      const code = memoCode(letters);
      const noise = [
        `MBVCB.5521.${code}.CT tu 0123`,
        code.toLowerCase(),
        `CHUYEN TIEN${code}GD 8812`,
        `${code} thanh toan`,
      ];
      return noise.every((content) => memoCodesIn(content).includes(code));
    }),
  );
});

test('one letter mistyped, or two neighbours changed about, is no code', () => {
  fc.assert(
    fc.property(five, fc.nat(5), fc.constantFrom(...CROCKFORD), (letters, at, other) => {
      const six = [...memoCode(letters).slice(2)];
      const mistyped = six.with(at, other);
      const swapped = six.with(at % 5, six[(at % 5) + 1] as string).with((at % 5) + 1, six[at % 5] as string);
      return [mistyped, swapped].every((wrong) => wrong.join('') === six.join('') || !valid(wrong));
    }),
  );
});
const valid = (six: string[]): boolean => memoCode(six.slice(0, 5).join('')) === `DH${six.join('')}`;

test('other words are no codes', () => {
  expect(memoCodesIn('Chuyen tien mua vai thieu')).toEqual([]);
  expect(memoCodesIn('')).toEqual([]);
});
