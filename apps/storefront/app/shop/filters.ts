import { StorageClass } from '@chophien/contracts';

/** What a list is narrowed by, as it stands in the address. Names are people's, values the contract's. */
export interface Filters {
  tinh: string | undefined;
  xa: string | undefined;
  giu: StorageClass | undefined;
  xep: 'newest' | 'price' | '-price';
  trang: number;
}

/** Reads the filters off an address. What makes no sense is left out: an old or mistyped link still shows a list. */
export const filtersIn = (query: URLSearchParams): Filters => {
  const page = Number(query.get('trang') ?? 1);
  const kept = StorageClass.safeParse(query.get('giu'));
  const order = query.get('xep');
  return {
    tinh: match(query.get('tinh'), /^\d{2}$/),
    xa: match(query.get('xa'), /^\d{5}$/),
    giu: kept.success ? kept.data : undefined,
    xep: order === 'gia' ? 'price' : order === '-gia' ? '-price' : 'newest',
    trang: Number.isInteger(page) && page >= 1 && page <= 500 ? page : 1,
  };
};

const match = (value: string | null, shape: RegExp): string | undefined =>
  value !== null && shape.test(value) ? value : undefined;

/** The filters as they go into a link. */
export const asQuery = ({ tinh, xa, giu, xep }: Filters) => ({
  tinh,
  xa,
  giu,
  xep: xep === 'newest' ? undefined : xep.replace('price', 'gia'),
});
