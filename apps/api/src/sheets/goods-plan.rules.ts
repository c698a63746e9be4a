import {
  type GoodsChange,
  type GoodsField,
  type GoodsRowState,
  type ImportRemark,
  PublishListing,
} from '@chophien/contracts';
import { formatDong, unitWord } from '@chophien/kernel';
import type { Existing, Goods, GoodsKey, Known, KnownCommodity, Said } from './goods.ts';
import { dayWords, decimal, labelWords, packWords } from './goods-cell.rules.ts';
import { commodityOfName, type ReadGoods, remarkAt, type RowContext } from './goods-row.rules.ts';
import { answers, deliveries, origins, processes, storages, wordOf } from './goods-words.rules.ts';

export interface Planned {
  state: Extract<GoodsRowState, 'new' | 'photo' | 'change' | 'same' | 'wrong'>;
  /** The whole product, for one that is new. */
  goods: Goods | null;
  /** Only what becomes otherwise, for one that is there. */
  edits: Said;
  changes: GoodsChange[];
  problems: ImportRemark[];
  notes: ImportRemark[];
}

/** What a buyer relies on: shown once an official has looked at it, when the product was shown before. */
const relied: ReadonlySet<GoodsKey> = new Set([
  ...(['name', 'commodity', 'origin', 'storage', 'process', 'label', 'variety', 'growingArea'] as const),
]);
/** What must be said of a new product. */
const needed = ['name', 'price', 'unit', 'quantity', 'origin'] as const;
/** What is never without a value. */
const lasting: ReadonlySet<GoodsKey> = new Set([
  ...needed,
  ...(['commodity', 'storage', 'process', 'delivery', 'minimum', 'increment'] as const),
]);

/** What a row does: makes a product, changes one, or nothing; with everything that stands in its way. */
export const planRow = (
  line: number,
  row: ReadGoods,
  existing: Existing | undefined,
  context: RowContext & { mayStock: boolean },
): Planned => {
  const { where, commodities, mayStock } = context;
  const remark = remarkAt(line, where);
  const problems = [...row.problems];
  const notes = [...row.notes];
  const wrong = (field: GoodsField | null, code: string, about?: string): void => {
    // One reason a cell is enough.
    if (!problems.some((known) => known.column !== null && known.column === where.get(field ?? 'id')?.head)) {
      problems.push(remark(field, code, about ?? null));
    }
  };
  const planned = existing
    ? changed(row.said, existing, { wrong, mayStock })
    : {
        goods: fresh(row.said, commodities, wrong, (field, code, about) => notes.push(remark(field, code, about))),
        edits: {},
      };
  const whole: Goods | null = existing ? ({ ...existing.goods, ...planned.edits } as Goods) : planned.goods;
  const wanted = existing ? Object.keys(planned.edits).length > 0 : true;
  if (whole && wanted && problems.length === 0 && existing?.kind !== 'service') against(whole, wrong);
  const changes = existing
    ? Object.keys(planned.edits).map((key): GoodsChange => {
        const field = key as GoodsKey;
        return {
          field,
          from: shown(field, existing.goods, context),
          to: shown(field, whole as Goods, context),
          review: relied.has(field) && wasShown(existing.state),
        };
      })
    : [];
  const hasPicture = row.picturesOf.length > 0;
  const state = problems.length > 0 ? 'wrong' : existing ? (wanted ? 'change' : 'same') : hasPicture ? 'new' : 'photo';
  return { state, ...planned, changes, problems, notes };
};

type Wrong = (field: GoodsField | null, code: string, about?: string) => void;

/** A product that is new, with what is usual where nothing is said; null while something is missing. */
const fresh = (
  said: Said,
  commodities: readonly KnownCommodity[],
  wrong: Wrong,
  noted: (field: GoodsField, code: string, about: string) => unknown,
): Goods | null => {
  for (const field of needed) if (said[field] === undefined || said[field] === null) wrong(field, 'missing');
  if (said.quantity === 0) wrong('quantity', 'nothing-to-sell');
  const found =
    commodities.find(({ id }) => id === said.commodity) ??
    (said.name ? commodityOfName(said.name, commodities) : undefined);
  if (!found) wrong('commodity', 'missing-commodity');
  else if (!said.commodity) noted('commodity', 'commodity-of-name', found.name);
  const { name, price, unit, quantity, origin } = said;
  if (!found || !name || !price || !unit || !quantity || !origin) return null;
  if (!said.storage) noted('storage', 'storage-usual', wordOf(storages, found.storage));
  const minimum = said.minimum ?? said.increment ?? 1_000;
  const increment = said.increment ?? (minimum % 1_000 === 0 ? 1_000 : minimum);
  return {
    ...{ name, price, unit, quantity, origin, minimum, increment },
    commodity: found.id,
    pack: said.pack ?? null,
    storage: said.storage ?? found.storage,
    harvestFrom: said.harvestFrom ?? null,
    harvestTo: said.harvestTo ?? null,
    sellFrom: said.sellFrom ?? null,
    sellTo: said.sellTo ?? null,
    repeatsYearly: said.repeatsYearly ?? false,
    description: said.description ?? '',
    variety: said.variety ?? null,
    process: said.process ?? 'fresh',
    label: said.label ?? {},
    growingArea: said.growingArea ?? null,
    delivery: said.delivery ?? 'country',
    catchWeight: said.catchWeight ?? false,
    pictures: [],
  };
};

/** Only what becomes otherwise than it is. */
const changed = (
  said: Said,
  { kind, state, held, goods }: Existing,
  { wrong, mayStock }: { wrong: Wrong; mayStock: boolean },
): { goods: null; edits: Said } => {
  const edits: Said = {};
  for (const key of Object.keys(said) as (keyof Said & keyof typeof sayable)[]) {
    const to = said[key];
    if (to === undefined || same(to, goods[key])) continue;
    if (to === null && lasting.has(key)) wrong(key, 'may-not-be-empty');
    else Object.assign(edits, { [key]: to ?? emptied[key] ?? null });
  }
  for (const key of Object.keys(edits) as GoodsKey[]) if (same(edits[key], goods[key])) delete edits[key];
  if (kind === 'service') {
    const odd = Object.keys(edits).find((key) => !['name', 'price', 'description', 'harvestFrom'].includes(key));
    if (odd) wrong(odd as keyof typeof sayable, 'service');
  }
  if (edits.unit && wasShown(state)) wrong('unit', 'unit-fixed', unitWord(goods.unit));
  if (edits.quantity !== undefined && !mayStock) wrong('quantity', 'may-not-count');
  if (typeof edits.quantity === 'number' && edits.quantity < held) wrong('quantity', 'below-held', decimal(held));
  return { goods: null, edits };
};

/** An official has let it be shown once: what a buyer relies on is looked at again. */
const wasShown = (state: string): boolean => state === 'published' || state === 'withdrawn';

/** What a thing is that has no null. */
const emptied: Said = { description: '', repeatsYearly: false, catchWeight: false, label: {} };

/** The same value, in whatever order its parts are. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Held against the contract, so that nothing is planned that would be refused by its shape. */
const against = (goods: Goods, wrong: Wrong): void => {
  const checked = PublishListing.safeParse({
    ...listingOf(goods),
    id: '00000000-0000-4000-8000-000000000000',
    producer: '00000000-0000-4000-8000-000000000000',
    pictures: ['00000000-0000-4000-8000-000000000000'],
    quantity: Math.max(1, goods.quantity),
  });
  for (const { path } of checked.error?.issues ?? []) {
    const field = String(path[0]) as keyof typeof sayable;
    wrong(field in sayable ? field : null, disagreements[field] ?? 'not-taken');
  }
};

const disagreements: Readonly<Record<string, string>> = {
  name: 'name-form',
  minimum: 'minimum-step',
  harvestTo: 'ends-before',
  sellTo: 'ends-before',
  repeatsYearly: 'needs-both-days',
  pack: 'pack-of-weight',
  catchWeight: 'not-by-weight',
};

/** The product as the catalogue takes it; what has no value is left out. */
export const listingOf = ({
  pack,
  harvestFrom,
  harvestTo,
  sellFrom,
  sellTo,
  variety,
  growingArea,
  ...goods
}: Goods) => ({
  ...goods,
  ...Object.fromEntries(
    Object.entries({ pack, harvestFrom, harvestTo, sellFrom, sellTo, variety, growingArea }).filter(
      ([, value]) => value !== null,
    ),
  ),
});

const days = (value: string | null): string => (value ? dayWords(value) : '');
const amount = (value: number, { unit }: Goods): string => `${decimal(value)} ${unitWord(unit)}`;

/** How each thing a sheet can say is read aloud. */
const sayable = {
  name: ({ name }: Goods) => name,
  price: ({ price }: Goods) => formatDong(price),
  unit: ({ unit }: Goods) => unitWord(unit),
  pack: ({ pack }: Goods) => (pack ? packWords(pack) : ''),
  quantity: (goods: Goods) => amount(goods.quantity, goods),
  storage: ({ storage }: Goods) => wordOf(storages, storage),
  origin: ({ origin }: Goods) => wordOf(origins, origin),
  harvestFrom: ({ harvestFrom }: Goods) => days(harvestFrom),
  harvestTo: ({ harvestTo }: Goods) => days(harvestTo),
  sellFrom: ({ sellFrom }: Goods) => days(sellFrom),
  sellTo: ({ sellTo }: Goods) => days(sellTo),
  repeatsYearly: ({ repeatsYearly }: Goods) => wordOf(answers, repeatsYearly ? 'yes' : 'no'),
  description: ({ description }: Goods) => (description.length > 80 ? `${description.slice(0, 79)}…` : description),
  variety: ({ variety }: Goods) => variety ?? '',
  process: ({ process }: Goods) => wordOf(processes, process),
  label: ({ label }: Goods) => Object.values(label).join('; '),
  growingArea: ({ growingArea }: Goods) => growingArea ?? '',
  delivery: ({ delivery }: Goods) => wordOf(deliveries, delivery),
  minimum: (goods: Goods) => amount(goods.minimum, goods),
  increment: (goods: Goods) => amount(goods.increment, goods),
  catchWeight: ({ catchWeight }: Goods) => wordOf(answers, catchWeight ? 'yes' : 'no'),
  commodity: ({ commodity }: Goods) => commodity,
  pictures: ({ pictures }: Goods) => `${pictures.length} ảnh`,
} as const satisfies Record<GoodsKey, (goods: Goods) => string>;

const shown = (field: GoodsKey, goods: Goods, { commodities, labels }: Known): string => {
  if (field === 'commodity') return commodities.find(({ id }) => id === goods.commodity)?.name ?? goods.commodity;
  return field === 'label' ? labelWords(goods.label, labels) : sayable[field](goods);
};
