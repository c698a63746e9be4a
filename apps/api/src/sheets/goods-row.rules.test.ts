import type { GoodsField } from '@chophien/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Goods } from './goods.ts';
import { readDay, readPack, readPrice, readQuantity } from './goods-cell.rules.ts';
import { exportHeads, exportLine } from './goods-cells.rules.ts';
import { fieldOfGoodsHead, goodsColumns, isGoodsHead, needsGoodsMapping } from './goods-head.rules.ts';
import { planRow } from './goods-plan.rules.ts';
import { readGoodsRow } from './goods-row.rules.ts';

const commodities = [
  { id: 'lychee', name: 'Vải thiều', storage: 'cool' as const },
  { id: 'mango', name: 'Xoài', storage: 'cool' as const },
  { id: 'pork_chilled', name: 'Thịt lợn mát', storage: 'chilled' as const },
  { id: 'pork_minced', name: 'Thịt lợn xay mát', storage: 'chilled' as const },
];
const labels = [
  { field: 'ingredients', name: 'Thành phần' },
  { field: 'shelf-life', name: 'Hạn sử dụng' },
];
const known = { commodities, labels };
type Given = Partial<
  Record<GoodsField, string | { text: string; number?: boolean; formula?: boolean; merged?: 'wide' }>
>;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const row = (given: Given, from1904 = false) => {
  const fields = Object.entries(given).map(([field, cell]) => ({
    field: field as GoodsField,
    cell: { number: false, formula: false, ...(typeof cell === 'string' ? { text: cell } : cell) },
  }));
  const where = new Map(fields.map(({ field }, index) => [field, { head: field, letter: letters[index] ?? 'Z' }]));
  const cells = new Map(fields.filter(({ cell }) => cell.text !== '').map(({ field, cell }) => [field, cell]));
  return { where, read: readGoodsRow(7, cells, { where, ...known, from1904 }) };
};
const plan = (given: Given) => {
  const { where, read } = row(given);
  return planRow(7, read, undefined, { where, ...known, from1904: false, mayStock: true });
};
const said = (given: Given) => row(given).read.said;
const wrong = (given: Given) => plan(given).problems.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());

const whole: Given = {
  name: 'Vải thiều loại 1',
  commodity: 'vai thieu',
  price: '25.000',
  unit: 'kí',
  quantity: '1.500',
  origin: 'nhà trồng',
};

describe('a row of a price list', () => {
  test('as people write it becomes a product, with what is usual where nothing is said', () => {
    expect(plan(whole)).toMatchObject({
      state: 'photo',
      problems: [],
      goods: {
        commodity: 'lychee',
        price: 25_000,
        unit: 'kg',
        quantity: 1_500_000,
        storage: 'cool',
        origin: 'self_produced',
        process: 'fresh',
        delivery: 'country',
        minimum: 1_000,
        increment: 1_000,
      },
      notes: [{ code: 'storage-usual', about: 'Mát' }],
    });
  });

  test('whose kind stands only in the name is understood, and said; of two kinds the longer name counts', () => {
    const { goods, notes } = plan({ ...whole, commodity: '', name: 'Xoài cát Hòa Lộc' });
    expect(goods?.commodity).toBe('mango');
    expect(notes.map(({ code }) => code)).toContain('commodity-of-name');
    expect(plan({ ...whole, commodity: '', name: 'Thịt lợn xay mát nhà làm' }).goods?.commodity).toBe('pork_minced');
    expect(wrong({ ...whole, commodity: '', name: 'Giỏ quà' })).toEqual(['missing-commodity B7']);
  });

  test('says of each cell by its place what is wrong with it', () => {
    expect(wrong({ ...whole, price: 'liên hệ', quantity: 'nhiều', unit: 'sào' })).toEqual([
      'not-a-price C7',
      'unit-unknown D7',
      'not-a-quantity E7',
    ]);
    expect(wrong({ ...whole, price: { text: '25000', formula: true } })).toEqual(['formula C7']);
    expect(wrong({ ...whole, name: { text: 'Vải', merged: 'wide' } })).toContain('merged A7');
    expect(wrong({ ...whole, origin: 'bên kia sông' })).toEqual(['not-a-choice F7']);
    expect(wrong({ ...whole, sellFrom: '20/6/2027', sellTo: '1/6/2027' })).toEqual(['ends-before H7']);
    expect(wrong({ ...whole, pack: 'túi 500 g' })).toEqual(['pack-of-weight G7']);
    expect(wrong({ ...whole, repeatsYearly: 'x' })).toEqual(['needs-both-days G7']);
    expect(wrong({ ...whole, quantity: '0' })).toEqual(['nothing-to-sell E7']);
    expect(wrong({ name: 'Vải' })).toEqual(['missing', 'missing', 'missing', 'missing', 'missing-commodity']);
  });

  test('may name its pictures by files, or take those of another product', () => {
    const other = 'a3f5c1d2-1111-4222-8333-444455556666';
    expect(row({ pictures: `vai-1.jpg; ${other.toUpperCase()}, 3 ảnh` }).read).toMatchObject({
      pictureNames: ['vai-1.jpg'],
      picturesOf: [other],
    });
  });
});

test.each([
  ['25.000', 25_000],
  ['25,000 đ', 25_000],
  ['25k', 25_000],
  ['1,2 triệu', 1_200_000],
  ['25.000 đ/kg', 25_000],
  ['25 nghìn một ký', 25_000],
])('%s is a price', (text, price) => expect(readPrice({ text, number: false })).toMatchObject({ value: { price } }));

test.each([
  ['25', true, 'price-too-small'],
  ['25000.5', true, 'not-a-price'],
  ['25.000 - 30.000', false, 'price-range'],
  ['-5000', false, 'not-a-price'],
  ['2000000000', true, 'price-too-large'],
  ['25.000/sào', false, 'unit-unknown'],
])('%s is no price', (text, number, code) => expect(readPrice({ text, number })).toMatchObject({ wrong: code }));

test.each([
  ['12,5', 'kg', 12_500],
  ['1.500', 'kg', 1_500_000],
  ['50 kg', 'kg', 50_000],
  ['5 tạ', 'kg', 500_000],
  ['2 tấn', 'kg', 2_000_000],
  ['1.1250', 'kg', 1_125],
  ['30 quả', 'trai', 30_000],
])('%s of what is sold by %s', (text, unit, value) =>
  expect(readQuantity({ text, number: false }, unit)).toMatchObject({ value }),
);
test('a comma before three digits is read as a fraction, and said', () => {
  expect(readQuantity({ text: '1,500', number: false }, 'kg')).toEqual({
    value: 1_500,
    note: 'comma-fraction',
    about: '1,500',
  });
  expect(readQuantity({ text: '3 bó', number: false }, 'kg')).toMatchObject({ wrong: 'other-unit' });
  expect(readQuantity({ text: '12.300000000000001', number: true }, 'kg')).toEqual({ value: 12_300 });
});

test.each([
  ['500 g', { quantity: 500, unit: 'kg' }],
  ['túi 1,5 kg', { quantity: 1_500, unit: 'kg' }],
  ['hộp 10 quả', { quantity: 10_000, unit: 'trai' }],
  ['chai 750ml', { quantity: 750, unit: 'lit' }],
  ['0,5 lít', { quantity: 500, unit: 'lit' }],
])('a pack of %s', (text, value) => expect(readPack({ text, number: false })).toEqual({ value }));

test.each([
  ['20/6/2027', false, '2027-06-20'],
  ['20-06-27', false, '2027-06-20'],
  ['2027-06-20', false, '2027-06-20'],
  ['06/2027', false, '2027-06-01'],
  ['tháng 6/2027', true, '2027-06-30'],
])('%s is a day', (text, end, value) => expect(readDay({ text, number: false }, end, false)).toEqual({ value }));
test('a day as a spreadsheet counts it, and what is none', () => {
  expect(readDay({ text: '46558', number: true }, false, false)).toEqual({ value: '2027-06-20' });
  expect(readDay({ text: '45096', number: true }, false, true)).toEqual({ value: '2027-06-20' });
  expect(readDay({ text: '31/2/2027', number: false }, false, false)).toMatchObject({ wrong: 'not-a-day' });
  expect(readDay({ text: '06/25/2027', number: false }, false, false)).toMatchObject({ wrong: 'not-a-day' });
  expect(readDay({ text: '20/6', number: false }, false, false)).toMatchObject({ wrong: 'day-without-year' });
});

describe('the heads of a price list', () => {
  test.each([
    ['Tên hàng', 'name'],
    ['TEN SAN PHAM', 'name'],
    ['Mặt hàng'.normalize('NFD'), 'name'],
    ['Đơn giá (đ)', 'price'],
    ['Giá bán', 'price'],
    ['ĐVT', 'unit'],
    ['SL', 'quantity'],
    ['Số lượng', 'quantity'],
    ['Quy cách', 'pack'],
    ['Mã vùng trồng', 'growingArea'],
    ['Mùa vụ từ', 'harvestFrom'],
    ['Mùa vụ đến', 'harvestTo'],
    ['Loại', 'commodity'],
    ['Xuất xứ', 'origin'],
    ['Bảo quản', 'storage'],
    ['Hình ảnh', 'pictures'],
    ['STT', 'aside'],
    ['Trạng thái', 'aside'],
    ['Màu bao bì', undefined],
  ])('%s', (head, field) => expect(fieldOfGoodsHead(head)).toBe(field));

  test('are known as ours again, all of them', () => {
    const columns = goodsColumns(new Map(exportHeads.map((text, index) => [index, { text }])));
    expect(columns.filter(({ field, aside }) => !field && !aside)).toEqual([]);
    expect([isGoodsHead(columns), needsGoodsMapping(columns)]).toEqual([true, false]);
  });

  test('one that is not understood is asked about', () => {
    const columns = goodsColumns(
      new Map([['Tên hàng', 'Giá', 'Màu bao bì'].map((text) => ({ text }))].flatMap((all) => [...all.entries()])),
    );
    expect([isGoodsHead(columns), needsGoodsMapping(columns)]).toEqual([true, true]);
  });
});

describe('what an export says, read again', () => {
  const words = fc
    .array(fc.constantFrom('Vải', 'thiều', 'Lục', 'Ngạn', 'loại', '1', 'chuối', 'khoẻ', 'nhà', '(ngọt)', '&', '<b>'), {
      minLength: 2,
      maxLength: 6,
    })
    .map((of) => of.join(' '));
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
  const goods: fc.Arbitrary<Goods> = fc.record({
    name: words,
    commodity: fc.constantFrom('lychee', 'mango'),
    price: fc.integer({ min: 1_000, max: 1_000_000_000 }),
    unit: fc.constantFrom('kg', 'goi', 'chai', 'trai'),
    pack: maybe(
      fc.record({ quantity: fc.integer({ min: 1, max: 50_000 }), unit: fc.constantFrom('kg', 'lit', 'trai') }),
    ),
    quantity: fc.integer({ min: 0, max: 1_000_000_000 }),
    storage: fc.constantFrom('ambient', 'cool', 'chilled', 'frozen'),
    origin: fc.constantFrom('self_produced', 'bought_in'),
    harvestFrom: maybe(day),
    harvestTo: maybe(day),
    sellFrom: maybe(day),
    sellTo: maybe(day),
    repeatsYearly: fc.boolean(),
    description: fc.constantFrom('', 'Hái buổi sáng, ngọt.', '=1+1', '- ngon', '@nhà'),
    variety: maybe(words),
    process: fc.constantFrom('fresh', 'prepared', 'processed'),
    label: fc.constantFrom<Goods['label']>(
      {},
      { 'shelf-life': '6 tháng; kể từ ngày làm', ingredients: 'vải: 90 %; đường' },
    ),
    growingArea: maybe(fc.constantFrom('VN-BGOR-0123', '=X')),
    delivery: fc.constantFrom('country', 'province', 'pickup'),
    minimum: fc.integer({ min: 1, max: 1_000_000 }),
    increment: fc.integer({ min: 1, max: 1_000_000 }),
    catchWeight: fc.boolean(),
    pictures: fc.constant(['a3f5c1d2-1111-4222-8333-444455556666']),
  });

  test('changes nothing, whatever the product is: with our mark, and without it', () => {
    fc.assert(
      fc.property(
        goods,
        fc.boolean(),
        fc.constantFrom(null, '', 'Ngon không?Có', 'chuôêi', '-'),
        (drawn, asText, odd) => {
          // What could not be read is not read while nobody touched it.
          const withMark = odd !== null;
          const product = odd ? { ...drawn, description: odd } : drawn;
          const id = 'a3f5c1d2-1111-4222-8333-444455556666';
          const existing = { id, kind: 'goods' as const, state: 'published', version: 1, held: 0, goods: product };
          const columns = goodsColumns(new Map(exportHeads.map((text, index) => [index, { text }])));
          const line = exportLine(existing, known);
          const given: Given = {};
          for (const { column, field } of columns) {
            const value = line[column];
            if (!field || value === undefined || (field === 'mark' && !withMark)) continue;
            const plain =
              typeof value === 'number' && /^\d{1,3}\.\d{3}$/.test(String(value)) ? `${value}0` : String(value);
            given[field] =
              typeof value === 'number' ? { text: asText ? plain : String(value), number: !asText } : value;
          }
          const { where, read } = row(given);
          expect(read.problems).toEqual([]);
          const planned = planRow(7, read, existing, { where, ...known, from1904: false, mayStock: false });
          expect([planned.state, planned.edits]).toEqual(['same', {}]);
        },
      ),
    );
  });

  test('what was taken out of a cell is taken away; what nobody touched stays as it is now', () => {
    const before: Goods = {
      ...(fc.sample(goods, 1)[0] as Goods),
      variety: 'U hồng',
      price: 30_000,
      quantity: 50_000,
      unit: 'kg',
      pack: null,
    };
    const id = 'a3f5c1d2-1111-4222-8333-444455556666';
    const line = exportLine({ id, kind: 'goods', state: 'published', version: 1, held: 0, goods: before }, known);
    const given: Given = Object.fromEntries(
      goodsColumns(new Map(exportHeads.map((text, index) => [index, { text }]))).flatMap(({ column, field }) => {
        const value = line[column] ?? '';
        return field ? [[field, typeof value === 'number' ? { text: String(value), number: true } : value]] : [];
      }),
    );
    const { read } = row({ ...given, variety: '', price: '32k' });
    // Ten kilograms were sold since: that cell was not touched, so the count stays what it is.
    expect(read.said).toEqual({ variety: null, price: 32_000 });
    expect(said({ price: '32k' })).toEqual({ price: 32_000 });
  });
});
