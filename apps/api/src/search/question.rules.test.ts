import { describe, expect, test } from 'vitest';
import { searchDocument } from './document.rules.ts';
import { measuresIn, question, withoutIdle } from './question.rules.ts';
import { fromKeys, mistakes, soundOf } from './text.rules.ts';

describe('what somebody asks', () => {
  test.each([
    ['Vải thiều', ['vai', 'thieu'], ['vải', 'thiều']],
    ['VAI  THIEU', ['vai', 'thieu'], null],
    ['đường phèn', ['duong', 'phen'], ['đường', 'phèn']],
    ['hoà', ['hoa'], ['hòa']],
    ['cà-phê "Buôn Ma Thuột"', ['ca', 'phe', 'buon', 'ma', 'thuot'], ['cà', 'phê', 'buôn', 'ma', 'thuột']],
    ['gạo ST25', ['gao', 'st25'], ['gạo', 'st25']],
    ['\u202Evải\u200F thi\u00ADều', ['vai', 'thieu'], ['vải', 'thiều']],
    [`';--`, undefined, undefined],
    ['%', undefined, undefined],
    ['  ...!?  ', undefined, undefined],
  ])('%j', (typed, words, accented) => {
    const asked = question(typed);
    expect(asked && { words: asked.words, accented: asked.accented }).toEqual(words && { words, accented });
  });
  test('is read to its twelfth word', () => expect(question('a '.repeat(50))?.words).toHaveLength(12));
  test('means the same in composed and decomposed letters', () =>
    expect(question('vải thiều'.normalize('NFD'))).toEqual(question('vải thiều')));

  test.each([
    ['gạo st25 5kg', ['gao', 'st25'], ['5000g']],
    ['gạo 5 ký', ['gao'], ['5000g']],
    ['nửa cân chè', ['che'], ['500g']],
    ['2 lạng nấm hương', ['nam', 'huong'], ['200g']],
    ['nước mắm 0,5 lít', ['nuoc', 'mam'], ['500ml']],
    ['mật ong 500ml', ['mat', 'ong'], ['500ml']],
    ['chục trứng vịt', ['trung', 'vit'], ['10qua']],
    ['nấm hương', ['nam', 'huong'], []],
    ['mật ong 500 ml bạc hà', ['mat', 'ong', 'bac', 'ha'], ['500ml']],
    ['gạo st 25', ['gao', 'st25'], []],
    ['10 trứng vịt', ['trung', 'vit'], ['10qua']],
    ['5kg', ['5kg'], []],
  ])('%j asks for how much', (typed, words, measures) => {
    expect(question(typed)).toMatchObject({ words, measures });
  });
  test('amounts stand in texts too', () =>
    expect(measuresIn('Túi 5 kg, chai 500ml hoặc 1,5 lít')).toEqual(['5000g', '500ml', '1500ml']));

  test('may be said in other words, with accents only in the very ones', () => {
    const synonyms = [[['vải'], ['lệ', 'chi']]];
    expect(question('lệ chi sấy', synonyms)?.parts[0]).toMatchObject({ words: ['le', 'chi'], others: [['vải']] });
    expect(question('le chi', synonyms)?.parts).toHaveLength(1);
    expect(question('lê chỉ', synonyms)?.parts).toHaveLength(2);
  });
  test('without words that say nothing', () => {
    expect(withoutIdle(question('mua chè ngon ở')!)?.words).toEqual(['che']);
    expect(withoutIdle(question('chè')!)).toBeUndefined();
  });
});

describe('a word', () => {
  test.each([
    ['thieeuf', 'thieu'],
    ['dduowngf', 'duong'],
    ['matj', 'mat'],
  ])('typed by its keys, %s', (typed, word) => expect(fromKeys(typed)).toBe(word));
  test.each([
    ['xau', 'sau'],
    ['che', 'tre'],
    ['nap', 'lap'],
    ['fen', 'phen'],
    ['ku', 'cu'],
    ['rieng', 'rien'],
  ])('%s sounds like %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)));
  test('with letters that changed places has one mistake', () => {
    expect(mistakes('thiue', 'thieu', 2)).toBe(1);
    expect(mistakes('vai', 'vaii', 2)).toBe(1);
    expect(mistakes('vai', 'chuoi', 1)).toBe(2);
  });
});

test('a listing is written down in both writings, with its places', () => {
  const lychee = searchDocument({
    id: '0197a000-0000-7000-8000-000000000001',
    name: 'Vải thiều Lục Ngạn',
    kinds: ['Vải thiều', 'Trái cây'],
    places: ['HTX Phúc Hoà', null],
    description: 'Thùng 5 kg.',
    measures: [],
    categories: ['trai-cay'],
    commune: '07330',
    province: '24',
    producer: '0197a000-0000-7000-8000-000000000002',
    storage: 'chilled',
    kind: 'goods',
    stars: null,
    price: 45_000,
    inSeason: true,
    delivery: 'country',
    attributes: {},
    publishedAt: new Date('2026-06-10T00:00:00Z'),
  });
  expect(lychee.name).toBe(' vai thieu luc ngan ');
  expect(lychee.accentedName).toBe(' vải thiều lục ngạn ');
  expect(lychee.words).toContain("'vai':1A,15B '=vải':1A,15B");
  expect(lychee.words).toContain("'=hòa'");
  expect(lychee.measures).toEqual(['5000g']);
});
