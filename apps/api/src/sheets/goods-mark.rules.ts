import { createHash } from 'node:crypto';
import { tidy } from '../platform/spreadsheet/cell.rules.ts';
import type { Written } from '../platform/spreadsheet/write.ts';
import type { GoodsKey } from './goods.ts';

/** The order in which a mark names what stood there when the sheet was written. Only ever added to. */
const marked = [
  'name',
  'commodity',
  'price',
  'unit',
  'pack',
  'quantity',
  'storage',
  'origin',
  'harvestFrom',
  'harvestTo',
  'sellFrom',
  'sellTo',
  'repeatsYearly',
  'description',
  'variety',
  'process',
  'growingArea',
  'delivery',
  'minimum',
  'increment',
  'catchWeight',
  'label',
] as const satisfies GoodsKey[];
type MarkedField = (typeof marked)[number];

/** What stood in each cell when the sheet was written, four letters each, so that only what a person changed counts. */
export const markOf = (cells: Readonly<Record<MarkedField, Written>>): string =>
  `k1.${marked.map((field) => printOf(String(cells[field]))).join('')}`;

/** By field, what stood there; undefined for what is no mark of ours. */
export const marksOf = (mark: string): Map<MarkedField, string> | undefined =>
  mark.length === 3 + marked.length * 4 && mark.startsWith('k1.')
    ? new Map(marked.map((field, index) => [field, mark.slice(3 + index * 4, 7 + index * 4)]))
    : undefined;

/** Of a cell’s text, without the spaces and signs nobody sees. */
export const printOf = (text: string): string =>
  createHash('sha256').update(tidy(text)).digest('base64url').slice(0, 4);
