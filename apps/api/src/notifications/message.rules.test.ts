import { withoutAccents } from '@chophien/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventData } from '../events.ts';
import { applicationReturned, goodsIn, newOrder, orderReceived, smsText } from './message.rules.ts';

type Placed = EventData<'order.placed'>;
type Parcel = Placed['parcels'][number];

const parcel = (goods: number, lines: Partial<Parcel['lines'][number]>[]) =>
  ({
    parcel: '0197a000-0000-7000-8000-00000000000a',
    goods,
    lines: lines.map((line) => ({ name: 'Vải thiều', quantity: 3_000, unit: 'kg', ...line })),
  }) as Parcel;
const order = (parcels: Parcel[], payment: Placed['payment'] = 'cod') =>
  ({ code: 'AB12CD34', payment, goods: 125_000, shipping: 20_000, parcels }) as Placed;

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a producer', () => {
  test('reads what was ordered, for how much, and who pays when', () => {
    const one = order([parcel(125_000, [{}])]);
    const words = newOrder(one, one.parcels);
    expect(plain(words.text)).toBe(
      'Đơn mới AB12CD34: 3 kg Vải thiều. Tiền hàng 125.000 ₫, thu tiền khi giao. Mở để bấm Nhận đơn.',
    );
    expect(words.link).toBe('/ban-hang/don-hang/0197a000-0000-7000-8000-00000000000a');
    const two = order([parcel(100_000, [{}]), parcel(25_000, [{ name: 'Mật ong', unit: 'chai' }])], 'vnpay');
    const both = newOrder(two, two.parcels);
    expect(plain(both.text)).toContain('3 kg Vải thiều, 3 chai Mật ong. Tiền hàng 125.000 ₫, đã trả qua VNPay');
    expect(both.link).toBe('/ban-hang/don-hang');
  });

  test('is not read a whole shop', () => {
    const lines = parcel(
      1,
      Array.from({ length: 9 }, () => ({})),
    ).lines;
    expect(plain(goodsIn(lines))).toBe('3 kg Vải thiều, 3 kg Vải thiều, 3 kg Vải thiều và 6 mặt hàng khác');
  });
});

test('a buyer reads the whole sum, with the way there', () => {
  const placed = order([parcel(125_000, [{}])]);
  expect(plain(orderReceived(placed).text)).toBe(
    'Chợ Phiên đã nhận đơn AB12CD34: 3 kg Vải thiều. Tổng 145.000 ₫, trả khi nhận hàng.',
  );
});

test('an applicant reads which answers to mend, in words', () => {
  const said = applicationReturned({ commune: '07330', applicant: '', items: ['sub-area', 'crops'] });
  expect(said.text).toContain('thôn, ấp, nông sản');
});

describe('an SMS', () => {
  test('has no accents and keeps its link whole, however long the words are', () => {
    const link = 'https://chophien.vn/don-hang/AB12CD34?khoa=0123456789_-abcdefghijABCDEFGHIJ0123456789abc';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const text = smsText(words, link);
        expect(text.length).toBeLessThanOrEqual(160);
        expect(text.endsWith(link)).toBe(true);
        expect(withoutAccents(text)).toBe(text);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
    expect(smsText('Đã nhận đơn AB12CD34, 145.000\u00a0₫. Theo dõi:', link)).toBe(
      `Da nhan don AB12CD34, 145.000 d. Theo doi: ${link}`,
    );
  });

  test('of too many words says that it was cut', () => {
    expect(smsText('a '.repeat(200), null)).toMatch(/^(a )+a?\.\.\.$/);
  });
});
