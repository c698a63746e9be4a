import type { GoodsField, ImportRemark } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { cellText, tidy } from '../platform/spreadsheet/cell.rules.ts';
import type { Cell } from '../platform/spreadsheet/table.ts';
import type { Goods, GoodsKey, Known, KnownCommodity, Said } from './goods.ts';
import { rendered } from './goods-cells.rules.ts';
import { marksOf, printOf } from './goods-mark.rules.ts';
import { type Reading, readDay, readLabel, readPack, readPrice, readQuantity } from './goods-cell.rules.ts';
import {
  answers,
  type Choice,
  choiceOf,
  deliveries,
  origins,
  processes,
  storages,
  unitBy,
} from './goods-words.rules.ts';

/** Where a field stands: its head in the file, and its letter. */
export interface Where {
  head: string;
  letter: string;
}

export interface RowContext extends Known {
  where: ReadonlyMap<GoodsField, Where>;
  from1904: boolean;
}

export interface ReadGoods {
  /** The listing it says it is. */
  id: string | null;
  said: Said;
  /** A listing, or pictures, whose pictures it takes. */
  picturesOf: string[];
  pictureNames: string[];
  problems: ImportRemark[];
  notes: ImportRemark[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How many letters each text may have. */
const longest: Partial<Record<GoodsField, number>> = {
  name: 120,
  description: 2_000,
  variety: 80,
  growingArea: 60,
  label: 4_000,
  pictures: 400,
};

/** A remark on one cell of the row. */
export const remarkAt =
  (line: number, where: RowContext['where']) =>
  (field: GoodsField | null, code: string, about: string | null = null): ImportRemark => {
    const found = field ? where.get(field) : undefined;
    return { column: found?.head ?? null, cell: found ? `${found.letter}${line}` : null, code, about };
  };

/**
 * One row of a price list as people write it: what can be read without doubt is, with a note; what cannot is named, by column.
 * What the mark of an export says was there already counts as not said.
 */
export const readGoodsRow = (line: number, given: ReadonlyMap<GoodsField, Cell>, context: RowContext): ReadGoods => {
  const { where, commodities, labels, from1904 } = context;
  const marks = given.has('id') ? marksOf(tidy(given.get('mark')?.text ?? '')) : undefined;
  const touched = ([field, { text, formula, merged }]: [GoodsField, Cell]): boolean =>
    Boolean(formula || merged) || printOf(text) !== (marks as ReadonlyMap<GoodsField, string> | undefined)?.get(field);
  const cells = new Map([...given].filter(touched));
  const remark = remarkAt(line, where);
  const problems: ImportRemark[] = [];
  const notes: ImportRemark[] = [];
  const said: Said = {};

  const text = (field: GoodsField): string | null => {
    const { text, wrong } = cellText(cells.get(field), { most: longest[field] ?? 80 });
    if (wrong) problems.push(remark(field, wrong.code, wrong.about));
    return text;
  };
  const read = <T>(field: GoodsField, how: (cell: { text: string; number: boolean }) => Reading<T>): T | undefined => {
    const found = text(field);
    if (found === null) return undefined;
    const reading = how({ text: found, number: cells.get(field)?.number ?? false });
    if ('wrong' in reading) {
      problems.push(remark(field, reading.wrong, reading.about));
      return undefined;
    }
    if (reading.note) notes.push(remark(field, reading.note, reading.about ?? found));
    return reading.value;
  };
  const choose = <T extends string>(field: GoodsField, choices: readonly Choice<T>[]): T | undefined =>
    read(field, ({ text }) => {
      const value = choiceOf(choices, text);
      return value ? { value } : { wrong: 'not-a-choice', about: choices.map(({ word }) => word).join(', ') };
    });
  const keep = <K extends GoodsKey>(field: K, value: Goods[K] | undefined | null): void => {
    if (value !== undefined && value !== null) said[field] = value;
  };

  keep('name', text('name'));
  keep(
    'commodity',
    commodityIn(
      read('commodity', ({ text }) => ({ value: text })),
      commodities,
      (code, about) => problems.push(remark('commodity', code, about)),
      (code, about) => notes.push(remark('commodity', code, about)),
    ),
  );
  const price = read('price', readPrice);
  keep('price', price?.price);
  const unit = read('unit', ({ text }) => {
    const value = unitBy(text);
    return value ? { value } : { wrong: 'unit-unknown', about: text };
  });
  if (price?.unit && unit && price.unit !== unit) problems.push(remark('price', 'price-of-other-unit', price.unit));
  keep('unit', unit ?? (given.has('unit') ? undefined : price?.unit));
  const sold = said.unit ?? unitBy(given.get('unit')?.text ?? '') ?? null;
  keep('pack', read('pack', readPack));
  keep(
    'quantity',
    read('quantity', (cell) => readQuantity(cell, sold)),
  );
  keep(
    'minimum',
    read('minimum', (cell) => readQuantity(cell, sold)),
  );
  keep(
    'increment',
    read('increment', (cell) => readQuantity(cell, sold)),
  );
  keep('storage', choose('storage', storages));
  keep('origin', choose('origin', origins));
  keep('process', choose('process', processes));
  keep('delivery', choose('delivery', deliveries));
  for (const field of ['repeatsYearly', 'catchWeight'] as const) {
    const answer = choose(field, answers);
    keep(field, answer && answer === 'yes');
  }
  for (const field of ['harvestFrom', 'harvestTo', 'sellFrom', 'sellTo'] as const) {
    keep(
      field,
      read(field, (cell) => readDay(cell, field.endsWith('To'), from1904)),
    );
  }
  keep(
    'label',
    read('label', (cell) => readLabel(cell, labels)),
  );
  for (const field of ['description', 'variety', 'growingArea'] as const) keep(field, text(field));
  const id = text('id')?.toLowerCase() ?? null;
  if (id && !uuid.test(id)) problems.push(remark('id', 'not-an-id', id.slice(0, 60)));
  for (const [field, before] of marks ?? []) {
    const value = said[field];
    if (value !== undefined && printOf(rendered(field, value, context)) === before) delete said[field];
    if (where.has(field) && !given.has(field) && before !== printOf('')) said[field] = null as never;
  }
  const pictures = picturesIn(text('pictures'));
  return { id: id && uuid.test(id) ? id : null, said, ...pictures, problems, notes };
};

const picturesIn = (text: string | null): { picturesOf: string[]; pictureNames: string[] } => {
  const tokens = (text ?? '')
    .split(/[;,|]/)
    .flatMap((one) => (uuid.test(one.trim().split(' ')[0] ?? '') ? one.trim().split(/\s+/) : [one.trim()]));
  const given = tokens.filter((one) => one !== '' && !/^\d+ (ảnh|hình)$/u.test(one)).slice(0, 6);
  return {
    picturesOf: given.filter((one) => uuid.test(one.toLowerCase())).map((one) => one.toLowerCase()),
    pictureNames: given.filter((one) => !uuid.test(one.toLowerCase())).map((one) => one.slice(0, 100)),
  };
};

type Say = (code: string, about: string) => unknown;

/** A kind of produce by its name, its id, or a name of which it is clearly the one. */
const commodityIn = (
  text: string | undefined,
  commodities: readonly KnownCommodity[],
  wrong: Say,
  noted: Say,
): string | undefined => {
  if (text === undefined) return undefined;
  const said = bare(text);
  const exact = commodities.find(({ id, name }) => bare(name) === said || id === text);
  if (exact) return exact.id;
  const near = commodities.filter(({ name }) => within(said, bare(name)) || within(bare(name), said));
  const [one] = near;
  if (near.length === 1 && one) {
    noted('commodity-guessed', one.name);
    return one.id;
  }
  wrong('commodity-unknown', [text.slice(0, 60), ...near.slice(0, 4).map(({ name }) => name)].join('|'));
  return undefined;
};

/** The kind of produce that a product's name says, when it says one alone (the longest counts). */
export const commodityOfName = (name: string, commodities: readonly KnownCommodity[]): KnownCommodity | undefined => {
  const found = commodities
    .filter((one) => within(bare(name), bare(one.name)))
    .toSorted((a, b) => b.name.length - a.name.length);
  const [first, second] = found;
  return first && (!second || within(bare(first.name), bare(second.name))) ? first : undefined;
};

const bare = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const within = (text: string, part: string): boolean => part !== '' && ` ${text} `.includes(` ${part} `);

/** What tells goods of one producer apart that have no id yet. */
export const goodsPrint = ({ name, unit, pack, variety }: Pick<Goods, 'name' | 'unit' | 'pack' | 'variety'>): string =>
  [bare(name), unit, pack ? `${pack.quantity} ${pack.unit}` : '', bare(variety ?? '')].join('|');
