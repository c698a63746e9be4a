import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalTone, fold, nfc, plainAscii, slug, withoutAccents } from './text.ts';

const ONSETS = ['', 'h', 'kh', 'th', 'l', 'ng', 't', 'x', 'đ', 'H', 'Th', 'Đ'];
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const VOWELS = ['oa', 'oe', 'uy', 'OA', 'Oe', 'UY'];

/** One syllable in both schools of writing its tone. */
const syllable = fc
  .tuple(fc.constantFrom(...ONSETS), fc.constantFrom(...VOWELS), fc.constantFrom(...TONES))
  .map(([onset, vowels, tone]) => ({
    early: nfc(onset + vowels.slice(0, 1) + tone + vowels.slice(1)),
    late: nfc(onset + vowels + tone),
  }));

const anything = fc.string({ unit: 'binary' });

describe('the same word, however it was typed', () => {
  test('a phone that sends the accents apart from the letters has typed the same word', () => {
    expect('Tiếng Việt'.normalize('NFD')).not.toBe('Tiếng Việt');
    expect(nfc('Tiếng Việt'.normalize('NFD'))).toBe('Tiếng Việt');
  });

  test('lychee is found with and without accents, in capitals and with stray spaces', () => {
    expect(fold('Vải thiều')).toBe('vai thieu');
    expect(fold('  VẢI\u00a0 THIỀU\n')).toBe('vai thieu');
    expect(fold('vai thieu')).toBe('vai thieu');
    expect(fold('Đường phèn, ổi Đông Dư')).toBe('duong phen, oi dong du');
  });

  test('đ typed as the Icelandic letter, or with an unseen character inside, is still đ', () => {
    expect(fold('Ðà\u200b Lạt')).toBe('da lat');
    expect(fold('ðu đủ')).toBe('du du');
  });

  test('hoà and hòa are one word for the searcher, whatever the syllable', () => {
    fc.assert(
      fc.property(syllable, ({ early, late }) => {
        expect(fold(early)).toBe(fold(late));
      }),
    );
  });

  test('a folded word folds to itself, and is in the form everything is stored in', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        expect(nfc(once)).toBe(once);
        expect(fold(text.normalize('NFD'))).toBe(once);
      }),
    );
  });
});

describe('one placement of the tone', () => {
  test.each([
    ['hoà', 'hòa'],
    ['Hoà Bình', 'Hòa Bình'],
    ['THUỶ', 'THỦY'],
    ['khoẻ mạnh', 'khỏe mạnh'],
    ['luỹ tre, hoạ mi', 'lũy tre, họa mi'],
    ['Khánh Hoà.', 'Khánh Hòa.'],
  ])('%s is written %s', (typed, kept) => {
    expect(canonicalTone(typed)).toBe(kept);
    expect(canonicalTone(typed.normalize('NFD'))).toBe(kept);
  });

  test.each(['hoàn', 'quý', 'quỳ', 'QUỶ', 'xoáy', 'hoặc', 'thuở', 'khuyến', 'quả', 'huyện', 'ngoằn'])(
    '%s stays as it is: both schools write it so',
    (word) => {
      expect(canonicalTone(word)).toBe(word);
    },
  );

  test('both writings of any such syllable end up equal, and stay so', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1 }), (syllables) => {
        const early = syllables.map((one) => one.early).join(' ');
        const late = syllables.map((one) => one.late).join(' ');
        expect(canonicalTone(late)).toBe(early);
        expect(canonicalTone(early)).toBe(early);
      }),
    );
  });

  test('no letter is lost on the way', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(canonicalTone(text))).toBe(fold(text));
      }),
    );
  });
});

describe('addresses, text messages and bank papers', () => {
  test('the name of a thing becomes its address', () => {
    expect(slug('Mật ong rừng (U Minh) 500 ml')).toBe('mat-ong-rung-u-minh-500-ml');
    expect(slug('Ổi Đông Dư!')).toBe('oi-dong-du');
    expect(slug('!!!')).toBe('');
  });

  test('an address has letters, digits and single dashes, and at most eighty of them', () => {
    expect(slug('x'.repeat(200))).toHaveLength(80);
    expect(slug(`${'x'.repeat(79)} y`)).toBe('x'.repeat(79));
    fc.assert(
      fc.property(anything, (text) => {
        expect(slug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
  });

  test('accents are dropped and capitals kept', () => {
    expect(withoutAccents('Đường phèn Quảng Ngãi')).toBe('Duong phen Quang Ngai');
  });

  test('a text message carries plain letters, and words do not run into each other', () => {
    expect(plainAscii('Đơn #AB/CD: mận – 2,5 kg (giao 08:30)', 100)).toBe('Don AB CD: man 2,5 kg giao 08:30');
    expect(plainAscii('Vải thiều Lục Ngạn', 10)).toBe('Vai thieu');
  });

  test('what goes to the bank never has a sign the bank refuses, and is never too long', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 255 }), (text, max) => {
        const plain = plainAscii(text, max);
        expect(plain).toMatch(/^[A-Za-z0-9 .:,-]*$/);
        expect(plain.length).toBeLessThanOrEqual(max);
        expect(plain).toBe(plain.trim());
      }),
    );
  });

  test('no room for a single letter is refused', () => {
    expect(() => plainAscii('vải', 0)).toThrow(new RangeError('max: a whole number from 1 to 9007199254740991, not 0'));
  });
});
