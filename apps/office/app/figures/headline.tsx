import type { AnswerOf, listAssessedCommunes } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import type { Column } from '@chophien/ui';

export type AssessedCommune = AnswerOf<typeof listAssessedCommunes>['items'][number];

/** `1234` → `1.234`. */
export const whole = (value: number): string => new Intl.NumberFormat('vi-VN').format(value);

/** The columns in which a commune's headline numbers stand wherever they are listed. */
export const headline = (month: string): (Column<AssessedCommune> & { by: SortKey; head: string })[] => [
  {
    by: 'ten',
    head: 'Xã, phường',
    cell: ({ code, fullName }) => <a href={`/so-lieu/${code}?thang=${month}`}>{fullName}</a>,
  },
  { by: 'gian-hang', head: 'Gian hàng hoạt động', number: true, cell: ({ shops }) => whole(shops) },
  { by: 'ho', head: 'Hộ bán hàng', number: true, cell: ({ households }) => whole(households) },
  { by: 'doanh-so', head: 'Doanh số', number: true, cell: ({ sales }) => formatDong(sales) },
];

const keys = {
  ten: (a: AssessedCommune, b: AssessedCommune) => b.fullName.localeCompare(a.fullName, 'vi'),
  'gian-hang': (a: AssessedCommune, b: AssessedCommune) => a.shops - b.shops,
  ho: (a: AssessedCommune, b: AssessedCommune) => a.households - b.households,
  'doanh-so': (a: AssessedCommune, b: AssessedCommune) => a.sales - b.sales,
};

export type SortKey = keyof typeof keys;

export interface Order {
  by: SortKey;
  /** Turned round: the least first, and names from Z to A. */
  turned: boolean;
}

/** `?xep=ho&nguoc=1`; anything unknown is sales, most first. */
export const orderOf = (query: URLSearchParams): Order => {
  const by = query.get('xep') ?? '';
  return { by: Object.hasOwn(keys, by) ? (by as SortKey) : 'doanh-so', turned: query.get('nguoc') === '1' };
};

/** The most first (names from A to Z); equal ones by name. */
export const sorted = (items: readonly AssessedCommune[], { by, turned }: Order): AssessedCommune[] =>
  items.toSorted((a, b) => keys[by](b, a) * (turned ? -1 : 1) || keys.ten(b, a));
