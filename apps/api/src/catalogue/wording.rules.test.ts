import { describe, expect, test } from 'vitest';
import { contactIn, wordIn } from './wording.rules.ts';

describe('a way round the market', () => {
  test.each([
    ['Vải ngon gọi 0912345678', '0912345678'],
    ['LH 0912 345 678 nhé', '0912 345 678'],
    ['alo 09.12.34.56.78', '09.12.34.56.78'],
    ['+84 912 345 678', '+84 912 345 678'],
    ['xem ở vaingon.com', 'vaingon.com'],
    ['https://x.vn/a', 'https://x.vn/a'],
    ['Nhắn Zalo', 'zalo'],
    ['Số tài khoản ở dưới', 'so tai khoan'],
  ])('is found in “%s”', (text, found) => expect(contactIn(text)).toBe(found));

  test.each(['Vải thiều 500 g', 'Gạo ST25 túi 5 kg', 'Trứng 30 quả, hái 06/2026', 'Giá 45.000 đ một ký'])(
    'is not seen in “%s”',
    (text) => expect(contactIn(text)).toBeNull(),
  );
});

describe('a watched word', () => {
  const watched = [{ words: 'cần sa' }, { words: 'tê tê' }, { words: 'pháo hoa nổ' }];

  test('is found whole, also where nobody typed accents', () => {
    expect(wordIn('Bán Cần Sa khô', watched)).toEqual({ words: 'cần sa' });
    expect(wordIn('ban can sa kho', watched)).toEqual({ words: 'cần sa' });
    expect(wordIn('vảy tê tê, hàng thật', watched)).toEqual({ words: 'tê tê' });
  });

  test('does not accuse lemongrass', () => {
    expect(wordIn('Một cân sả tươi', watched)).toBeNull();
    expect(wordIn('Cần sang tay vườn sả', watched)).toBeNull();
  });
});
