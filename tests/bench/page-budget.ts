import type { Column } from './page-list.ts';

/** What is measured of a page: bytes as they come over the line, milliseconds, and a share of the screen that moved. */
export interface Figures {
  html: number;
  css: number;
  js: number;
  fonts: number;
  /** Of the pictures that are seen before anybody scrolls. */
  imagesAbove: number;
  firstView: number;
  requests: number;
  thirdParties: number;
  /** Packed bytes of the page up to the tag of its largest content. */
  htmlBeforeLcp?: number;
  /** Of the largest content, where it is a picture. */
  lcpPicture?: number;
  cls?: number;
  lcpUsual?: number;
  lcpRemote?: number;
  tbtUsual?: number;
  inpUsual?: number;
  inpRemote?: number;
}

/** Hard budgets: what a worn phone on one bar can bear. */
export const budgets: Record<Column, Partial<Record<keyof Figures, number>>> = {
  reading: {
    html: 20_000,
    css: 15_000,
    js: 5_000,
    fonts: 35_000,
    imagesAbove: 60_000,
    firstView: 150_000,
    requests: 10,
    thirdParties: 0,
    htmlBeforeLcp: 14_000,
    lcpPicture: 40_000,
    cls: 0.02,
    lcpUsual: 1_800,
    lcpRemote: 4_000,
    tbtUsual: 50,
    inpUsual: 100,
    inpRemote: 100,
  },
  form: {
    html: 14_000,
    css: 15_000,
    js: 150_000,
    fonts: 0,
    imagesAbove: 10_000,
    firstView: 230_000,
    requests: 14,
    thirdParties: 0,
    cls: 0.05,
    lcpUsual: 2_500,
    lcpRemote: 6_000,
    tbtUsual: 300,
    inpUsual: 200,
    inpRemote: 200,
  },
};

const heads: Record<keyof Figures, string> = {
  html: 'HTML',
  css: 'CSS',
  js: 'JS',
  fonts: 'fonts',
  imagesAbove: 'pictures above',
  firstView: 'first view',
  requests: 'requests',
  thirdParties: 'strangers',
  htmlBeforeLcp: 'HTML before LCP',
  lcpPicture: 'LCP picture',
  cls: 'CLS',
  lcpUsual: 'LCP chuan',
  lcpRemote: 'LCP vung-sau',
  tbtUsual: 'TBT chuan',
  inpUsual: 'INP chuan',
  inpRemote: 'INP vung-sau',
};
const figures = Object.keys(heads) as (keyof Figures)[];

/** The figures that are over their budget. */
export const missed = (column: Column, measured: Figures): (keyof Figures)[] =>
  figures.filter((figure) => (measured[figure] ?? 0) > (budgets[column][figure] ?? Number.POSITIVE_INFINITY));

const bytes = new Set<keyof Figures>([
  'html',
  'css',
  'js',
  'fonts',
  'imagesAbove',
  'firstView',
  'htmlBeforeLcp',
  'lcpPicture',
]);
const written = (figure: keyof Figures, value: number): string => {
  if (bytes.has(figure)) return `${(value / 1_000).toFixed(1)} kB`;
  if (figure === 'cls') return value.toFixed(3);
  return figure === 'requests' || figure === 'thirdParties' ? String(value) : `${Math.round(value)} ms`;
};

/** A table of page × figure × budget: one line a figure, the pages of one column side by side; `!` where it is missed. */
export const table = (column: Column, measured: ReadonlyMap<string, Figures>): string => {
  const names = [...measured.keys()];
  const rows = figures
    .filter((figure) => budgets[column][figure] !== undefined)
    .map((figure) => [
      heads[figure],
      `≤ ${written(figure, budgets[column][figure]!)}`,
      ...names.map((name) => {
        const value = measured.get(name)![figure];
        if (value === undefined) return '–';
        return written(figure, value) + (value > budgets[column][figure]! ? ' !' : '');
      }),
    ]);
  const lines = [[column, 'budget', ...names], ...rows];
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  return lines
    .map((line) => line.map((cell, at) => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '))
    .join('\n');
};
