import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moves, outcomeOf, payableByVnpay, refundable, txnRef } from './payment.rules.ts';

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

test('what is paid stays paid, and money that comes after all is never dropped', () => {
  const outcomes = ['paid', 'suspected', 'failed'] as const;
  const changes = (state: Parameters<typeof moves>[0]) => outcomes.filter((outcome) => moves(state, outcome));
  expect(changes('open')).toEqual(['paid', 'suspected', 'failed']);
  expect(changes('expired')).toEqual(['paid', 'suspected', 'failed']);
  expect(changes('failed')).toEqual(['paid', 'suspected']);
  expect(changes('suspected')).toEqual(['paid']);
  expect(changes('paid')).toEqual([]);
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
