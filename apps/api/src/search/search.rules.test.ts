import { describe, expect, test } from 'vitest';
import { question, searchDocument, tier } from './search.rules.ts';

const lychee = searchDocument({
  id: '0197a000-0000-7000-8000-000000000001',
  name: 'Vải thiều Lục Ngạn',
  texts: ['Vải thiều', 'Trái cây', 'HTX Phúc Hoà', null, 'Bắc Ninh'],
  category: 'trai-cay',
  commune: '07330',
  province: '24',
  storage: 'chilled',
  publishedAt: new Date('2026-06-10T00:00:00Z'),
});

describe('what somebody asks', () => {
  test.each([
    ['Vải thiều', ['vai', 'thieu'], ['vải', 'thiều']],
    ['VAI  THIEU', ['vai', 'thieu'], null],
    ['đường phèn', ['duong', 'phen'], ['đường', 'phèn']],
    ['hoà', ['hoa'], ['hòa']],
    ['cà-phê "Buôn Ma Thuột"', ['ca', 'phe', 'buon', 'ma', 'thuot'], ['cà', 'phê', 'buôn', 'ma', 'thuột']],
    ['gạo ST25', ['gao', 'st25'], ['gạo', 'st25']],
    [`';--`, undefined, undefined],
    ['%', undefined, undefined],
    ['  ...!?  ', undefined, undefined],
  ])('%j', (typed, words, accented) => {
    expect(question(typed)).toEqual(words && { words, accented });
  });
  test('is read to its twelfth word', () => expect(question('a '.repeat(50))?.words).toHaveLength(12));
  test('means the same in composed and decomposed letters', () =>
    expect(question('vải thiều'.normalize('NFD'))).toEqual(question('vải thiều')));
});

describe('a listing', () => {
  test('is written down in both writings, each word once', () => {
    expect(lychee.name).toBe(' vai thieu luc ngan ');
    expect(lychee.accentedName).toBe(' vải thiều lục ngạn ');
    expect(lychee.words.toSorted()).toEqual('bac cay hoa htx luc ngan ninh phuc thieu trai vai'.split(' '));
    expect(lychee.accentedWords).toContain('hòa');
  });
  test.each([
    ['vải thiều', 0],
    ['lục vải', 1],
    ['vãi thiều', 2],
    ['vai thieu', 2],
    ['phuc hoa', 3],
  ])('answers %j in place %i', (typed, place) => expect(tier(question(typed)!, lychee)).toBe(place));
});
