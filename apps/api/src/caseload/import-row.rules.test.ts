import type { ImportField } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { columnsOf, isHead, needsMapping } from './import-head.rules.ts';
import { readRow } from './import-row.rules.ts';
import { isCertain, RowTwins } from './import-twins.rules.ts';

const place = { names: ['xa phuc hoa', 'phuc hoa'], formers: new Map([['hop duc', 'Xã Hợp Đức']]) };
type Given = Partial<
  Record<ImportField, string | { text: string; number?: boolean; formula?: boolean; merged?: 'down' | 'wide' }>
>;

const read = (given: Given) => {
  const cells = new Map(
    Object.entries(given).map(([field, cell]) => [
      field as ImportField,
      { number: false, formula: false, ...(typeof cell === 'string' ? { text: cell } : cell) },
    ]),
  );
  const where = new Map(
    Object.keys(given).map((field, index) => [
      field as ImportField,
      { head: field, letter: 'ABCDEFGHIJ'[index] ?? 'Z' },
    ]),
  );
  return readRow(7, cells, where, place);
};
const codes = (given: Given) => read(given).problems.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
const noted = (given: Given) => read(given).notes.map(({ code, about }) => `${code} ${about ?? ''}`.trim());

describe('a row of a list', () => {
  test('as it should be: NFC, a stall called after its head', () => {
    const { values, problems } = read({
      head: 'Nguyễn  Thị Tư'.normalize('NFD'),
      hamlet: 'Thôn 1',
      phone: '0912 345 678',
    });
    expect(problems).toEqual([]);
    expect(values).toMatchObject({
      head: 'Nguyễn Thị Tư',
      name: 'Hộ Nguyễn Thị Tư',
      phones: ['+84912345678'],
      kind: 'household',
    });
  });

  test('a phone that lost its zero in Excel gets it back, and says so', () => {
    const given = { head: 'Bà Tư', phone: { text: '912345678', number: true } };
    expect(read(given).values.phones).toEqual(['+84912345678']);
    expect(noted(given)).toEqual(['zero-added 0912345678']);
  });

  test('several phones in one cell, an old eleven-digit one among them', () => {
    const given = { head: 'Bà Tư', phone: '0912345678; 0168 123 4567 / 0912.345.678' };
    expect(read(given).values.phones).toEqual(['+84912345678', '+84381234567']);
    expect(noted(given)).toEqual(['eleven-digits 0381234567']);
  });

  test('a citizen number that lost zeros gets them back; one in powers of ten has lost digits and is wrong', () => {
    expect(read({ head: 'Bà Tư', citizen: { text: '24090001234', number: true } }).values.citizen).toBe('024090001234');
    expect(codes({ head: 'Bà Tư', citizen: { text: '2.4090001234E10', number: true } })).toEqual(['scientific B7']);
    expect(codes({ head: 'Bà Tư', citizen: '2,409E+10' })).toEqual(['scientific B7']);
    expect(codes({ head: 'Bà Tư', citizen: '123456789' })).toEqual(['old-citizen-number B7']);
    expect(codes({ head: 'Bà Tư', citizen: '999090001234' })).toEqual(['not-a-citizen-number B7']);
    expect(codes({ head: 'Bà Tư', citizen: '0240 9000 1234' })).toEqual([]);
  });

  test('a formula is not believed, whatever it shows', () => {
    expect(codes({ head: { text: 'Nguyễn Thị Tư', formula: true } })).toEqual(['formula A7']);
    expect(codes({ head: '#REF!' })).toEqual(['formula A7']);
  });

  test('a merged hamlet counts for each row, a merged name for none', () => {
    expect(noted({ head: 'Bà Tư', hamlet: { text: 'Thôn 1', merged: 'down' } })).toEqual(['filled-down Thôn 1']);
    expect(codes({ head: { text: 'Bà Tư', merged: 'down' } })).toEqual(['merged A7']);
    expect(codes({ head: 'Bà Tư', hamlet: { text: 'Thôn 1', merged: 'wide' } })).toEqual(['merged B7']);
  });

  test('letters that were lost, or are a font’s own, are named and not guessed', () => {
    expect(codes({ head: 'Nguy?n Th? T?' })).toEqual(['lost-letters A7']);
    expect(codes({ head: 'NguyÔn V¨n A' })).toEqual(['old-letters A7']);
  });

  test('no name, half a phone, a kind nobody knows, another commune: each is named with its cell', () => {
    expect(codes({ phone: '0912345678' })).toEqual(['name-missing']);
    expect(codes({ head: 'Bà Tư', phone: '12345', kind: 'Công ty', commune: 'Xã Tân Yên' })).toEqual([
      'kind-unknown C7',
      'other-commune D7',
      'not-a-phone B7',
    ]);
    expect(read({ head: 'Bà Tư', commune: 'Hợp Đức' }).values.former).toBe('Xã Hợp Đức');
    expect(read({ head: 'Bà Tư', commune: 'xã Phúc Hoà' }).problems).toEqual([]);
  });

  test('what would calculate elsewhere loses the apostrophe we gave it, and stays words', () => {
    expect(read({ head: "'=Tư", phone: "'+84912345678" }).values).toMatchObject({
      head: '=Tư',
      phones: ['+84912345678'],
    });
  });
});

describe('the heads of a list', () => {
  const heads = (...words: string[]) => columnsOf(new Map(words.map((text, index) => [index, { text }])));
  const fields = (...words: string[]) => heads(...words).map(({ field }) => field);

  test('are known with and without accents, in the words offices use', () => {
    expect(
      fields('STT', 'HỌ TÊN CHỦ HỘ', 'Thôn/Ấp', 'SĐT', 'Số CCCD', 'Ten gian hang', 'Sản phẩm', 'Loại hình'),
    ).toEqual([null, 'head', 'hamlet', 'phone', 'citizen', 'name', 'goods', 'kind']);
    expect(fields('Họ và tên', 'Xã cũ', 'Điện thoại liên hệ', 'Địa chỉ', 'Tên HTX')).toEqual([
      'head',
      'former',
      'phone',
      'address',
      'name',
    ]);
    expect(needsMapping(heads('STT', 'Họ tên', 'SĐT'))).toBe(false);
  });

  test('that are not understood wait for a person', () => {
    expect(needsMapping(heads('Họ tên', 'Cột lạ'))).toBe(true);
    expect(needsMapping(heads('SĐT', 'Thôn'))).toBe(true);
    expect(isHead(heads('DANH SÁCH HỘ KINH DOANH XÃ PHÚC HÒA'))).toBe(false);
  });
});

test('rows of one file that may be the same are found by number, phone, and name with hamlet', () => {
  const twins = new RowTwins();
  const row = (line: number, given: object) => ({
    line,
    name: null,
    head: null,
    hamletKey: null,
    phones: [],
    citizen: null,
    ...given,
  });
  expect(twins.meet(row(2, { head: 'Bà Tư', hamletKey: 'thon-1', phones: ['+84912345678'] }))).toEqual([]);
  expect(twins.meet(row(3, { head: 'Ông Năm', hamletKey: 'thon-1', phones: ['+84912345678'] }))).toEqual([
    { line: 2, why: 'phone' },
  ]);
  expect(twins.meet(row(4, { head: 'bà tư', hamletKey: 'thon-1' }))).toEqual([{ line: 2, why: 'name' }]);
  expect(twins.meet(row(5, { head: 'Bà Tư', hamletKey: 'thon-2' }))).toEqual([]);
});

test('the same number and the same name are certainly one household; one of them alone is for a person', () => {
  const twin = { why: 'phone' as const, name: 'Hộ Nguyễn Thị Tư', head: 'Nguyễn Thị Tư' };
  expect(isCertain({ name: 'Vườn vải', head: 'nguyen thi tu' }, twin)).toBe(true);
  expect(isCertain({ name: null, head: 'Trần Văn Năm' }, twin)).toBe(false);
  expect(isCertain({ name: null, head: 'Nguyễn Thị Tư' }, { ...twin, why: 'name' })).toBe(false);
});
