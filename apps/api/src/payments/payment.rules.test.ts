import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFinal, outcomeOf, payableByVnpay, refundable, txnRef } from './payment.rules.ts';

test('an order is paid only when both codes of VNPay say so', () => {
  expect(outcomeOf('00', '00')).toBe('paid');
  expect(outcomeOf('00', '02')).toBe('failed');
  expect(outcomeOf('24', '00')).toBe('failed');
  expect(outcomeOf('07', '00')).toBe('suspected');
  expect(outcomeOf('00', '04')).toBe('suspected');
});

test('a payment too small or too large for VNPay is refused before the buyer leaves', () => {
  expect(payableByVnpay(5_000)).toBe(5_000);
  expect(() => payableByVnpay(4_999)).toThrow('payments.amount-out-of-range');
  expect(() => payableByVnpay(1_000_000_000)).toThrow('payments.amount-out-of-range');
});

test('an expired attempt may still be paid, a decided one may not change', () => {
  expect((['open', 'expired', 'paid', 'failed', 'suspected'] as const).map(isFinal)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('a second try has another reference, of letters and digits only', () => {
  expect(txnRef('AB12CD34', 1)).not.toBe(txnRef('AB12CD34', 2));
  expect(txnRef('AB12CD34', 12)).toMatch(/^[A-Za-z0-9]{1,100}$/);
});

test('never more goes back than came in', () => {
  const money = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(money, fc.array(money, { maxLength: 12 }), (received, wishes) => {
      let refunded = 0;
      for (const wish of wishes) refunded += refundable(received, refunded, wish);
      return refunded <= received;
    }),
  );
});
