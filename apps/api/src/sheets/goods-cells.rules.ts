import { type GoodsField, goodsFields } from '@chophien/contracts';
import { ONE, unitWord } from '@chophien/kernel';
import type { Written } from '../platform/spreadsheet/write.ts';
import type { Existing, Goods, GoodsKey, Known } from './goods.ts';
import { dayWords, labelWords, packWords } from './goods-cell.rules.ts';
import { markOf } from './goods-mark.rules.ts';
import { answers, deliveries, origins, processes, storages, wordOf } from './goods-words.rules.ts';

const states: Readonly<Record<string, string>> = {
  in_review: 'Đang chờ duyệt',
  returned: 'Cần sửa',
  published: 'Đang bán',
  withdrawn: 'Đã cất',
};

const day = (value: string | null): string => (value ? dayWords(value) : '');

type Rendering = { [K in GoodsKey]: (value: Goods[K], known: Known) => Written };

/** How each value stands in its cell, such that reading it again gives the same value. */
const rendering: Rendering = {
  name: (name) => name,
  commodity: (commodity, { commodities }) => commodities.find(({ id }) => id === commodity)?.name ?? commodity,
  price: (price) => price,
  unit: (unit) => unitWord(unit),
  pack: (pack) => (pack ? packWords(pack) : ''),
  quantity: (quantity) => quantity / ONE,
  storage: (storage) => wordOf(storages, storage),
  origin: (origin) => wordOf(origins, origin),
  harvestFrom: day,
  harvestTo: day,
  sellFrom: day,
  sellTo: day,
  repeatsYearly: (repeats) => wordOf(answers, repeats ? 'yes' : 'no'),
  description: (description) => description,
  variety: (variety) => variety ?? '',
  process: (process) => wordOf(processes, process),
  label: (label, { labels }) => labelWords(label, labels),
  growingArea: (area) => area ?? '',
  delivery: (delivery) => wordOf(deliveries, delivery),
  minimum: (minimum) => minimum / ONE,
  increment: (increment) => increment / ONE,
  catchWeight: (weighed) => wordOf(answers, weighed ? 'yes' : 'no'),
  pictures: (pictures) => `${pictures.length} ảnh`,
};

/** What a value would stand as in its cell. */
export const rendered = (field: GoodsKey, value: unknown, known: Known): string =>
  String(rendering[field](value as never, known));

const goodsCells = (goods: Goods, known: Known): Record<GoodsKey, Written> =>
  Object.fromEntries(
    (Object.keys(rendering) as GoodsKey[]).map((field) => [field, rendering[field](goods[field] as never, known)]),
  ) as Record<GoodsKey, Written>;

const fields = Object.keys(goodsFields) as GoodsField[];
const behind = ['Trạng thái', 'Đang giữ cho khách'] as const;

export const exportHeads: readonly string[] = [...fields.map((field) => goodsFields[field]), ...behind];

/** One line of an export. */
export const exportLine = ({ id, goods, state, held, kind }: Existing, known: Known): Written[] => {
  const own = goodsCells(goods, known);
  const cells = { ...own, id, mark: markOf(own) };
  return [
    ...fields.map((field) => cells[field]),
    kind === 'service' ? `${states[state] ?? state} (dịch vụ)` : (states[state] ?? state),
    held / ONE,
  ];
};

/** What somebody who begins fills in; an id and a mark are ours. */
export const templateFields: readonly Exclude<GoodsField, 'id' | 'mark'>[] = fields.filter(
  (field): field is Exclude<GoodsField, 'id' | 'mark'> => field !== 'id' && field !== 'mark',
);

const example = (said: Partial<Record<GoodsField, Written>>): Written[] =>
  templateFields.map((field) => said[field] ?? '');

/** Invented goods of nobody, to show how a row is written. */
export const examples: readonly Written[][] = [
  example({
    name: 'Vải thiều loại 1',
    commodity: 'Vải thiều',
    price: 35_000,
    unit: 'kg',
    quantity: 500,
    storage: 'Mát',
    origin: 'Nhà làm ra',
    harvestFrom: '01/06/2027',
    harvestTo: '15/07/2027',
    description: 'Quả chín đỏ, hái buổi sáng.',
    variety: 'U hồng',
    delivery: 'Cả nước',
    minimum: 2,
    pictures: 'vai-1.jpg; vai-2.jpg',
  }),
  example({
    name: 'Mật ong hoa vải',
    price: '180k',
    unit: 'chai',
    pack: '500 ml',
    quantity: 60,
    origin: 'Nhà làm ra',
    process: 'Chế biến',
    label:
      'Thành phần: mật ong hoa vải; Hạn sử dụng: 24 tháng kể từ ngày đóng chai; Cách bảo quản: để nơi khô, tránh nắng',
    pictures: 'mat-ong.jpg',
  }),
];
