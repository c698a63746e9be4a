import { setImmediate as breathe } from 'node:timers/promises';
import { type Cell, type FileLimits, FileRefused, type Line, mostColumns, type Sheet, type Workbook } from './table.ts';
import { Zip } from './zip.ts';

/**
 * Reads the cells of an XLSX file (ECMA-376): workbook, its relations, shared texts, sheets. Nothing else in it is opened, no
 * entity is resolved and no formula worked out. Stops when there are more rows than the limit.
 * @throws FileRefused `not-a-workbook`, `old-excel`, `bomb`, `encrypted`, `too-many-rows`, `macros`
 */
export const readXlsx = async (bytes: Buffer, limits: FileLimits): Promise<Workbook> => {
  const zip = new Zip(bytes, limits);
  const book = zip.text('xl/workbook.xml');
  const rels = zip.text('xl/_rels/workbook.xml.rels');
  if (book === undefined || rels === undefined) throw new FileRefused('not-a-workbook');
  const targets = new Map<string, string>();
  for (const { name, attributes } of tags(rels)) {
    if (name !== 'Relationship') continue;
    const { Id = '', Target = '' } = attributesOf(attributes);
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  }
  const shared = sharedTexts(zip.text('xl/sharedStrings.xml') ?? '');
  const sheets: Sheet[] = [];
  let from1904 = false;
  for (const { name, attributes } of tags(book)) {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributesOf(attributes).date1904 ?? '');
    if (name !== 'sheet') continue;
    const given = attributesOf(attributes);
    const path = targets.get(given['r:id'] ?? given.id ?? '');
    if (!path || !zip.has(path)) continue;
    const hidden = given.state === 'hidden' || given.state === 'veryHidden';
    const lines = hidden ? [] : await sheetLines(zip.text(path) ?? '', shared, limits);
    sheets.push({ name: given.name ?? '', hidden, lines });
  }
  return { format: 'xlsx', sheets, notes: [], from1904 };
};

interface Tag {
  name: string;
  attributes: string;
  kind: 'open' | 'close' | 'empty';
  /** The text right after it. */
  text: string;
}

const tagForm =
  /<(?:(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)|\?[^>]*|!--[^]*?--|!\[CDATA\[[^]*?\]\])>([^<]*)/g;

/** The tags of a text that a machine wrote, one after the other. */
function* tags(xml: string): Generator<Tag> {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new FileRefused('not-a-workbook');
  for (const found of xml.matchAll(tagForm)) {
    const [, close, name, attributes = '', empty, text = ''] = found;
    if (name) yield { name, attributes, kind: close ? 'close' : empty ? 'empty' : 'open', text };
  }
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, one, other]) => [
      name,
      plain(one ?? other ?? ''),
    ]),
  );

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.includes('&') || text.includes('_x')
    ? text
        .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, dec, word) =>
          word ? (entities[word] ?? whole) : letter(hex ? Number.parseInt(hex, 16) : Number(dec)),
        )
        .replace(/_x([0-9A-F]{4})_/g, (_, hex) => letter(Number.parseInt(hex, 16)))
    : text;
const letter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Texts said once for all sheets; what is only a reading aid (rPh) is left out. */
const sharedTexts = (xml: string): string[] => {
  const found: string[] = [];
  let [text, aid] = ['', false];
  for (const tag of tags(xml)) {
    if (tag.name === 'rPh') aid = tag.kind === 'open';
    if (tag.name === 't' && tag.kind === 'open' && !aid) text += plain(tag.text);
    if (tag.name !== 'si') continue;
    if (tag.kind !== 'open') found.push(text);
    text = '';
  }
  return found;
};

const sheetLines = async (xml: string, shared: readonly string[], limits: FileLimits): Promise<Line[]> => {
  const lines: { line: number; cells: Map<number, Cell> }[] = [];
  const merges: string[] = [];
  let cells = new Map<number, Cell>();
  let [line, column, type, value, formula] = [0, -1, '', '', false];
  const keepCell = () => {
    if (column >= 0 && column < mostColumns) {
      const text = type === 's' ? (shared[Number(value)] ?? '') : value;
      const number = (type === '' || type === 'n') && value !== '';
      if (text.trim() !== '' || formula) cells.set(column, { text: number ? digits(text) : text, number, formula });
    }
    [value, formula] = ['', false];
  };
  for (const tag of tags(xml)) {
    if (tag.name === 'row' && tag.kind === 'open') {
      line = Number(attributesOf(tag.attributes).r) || line + 1;
      column = -1;
      cells = new Map();
    } else if (tag.name === 'row' && tag.kind === 'close' && cells.size > 0) {
      lines.push({ line, cells });
      // The head, a title above it, and some words below are not rows of the list.
      if (lines.length > limits.mostRows + 50) throw new FileRefused('too-many-rows', limits.mostRows);
      if (lines.length % 2_000 === 0) await breathe();
    } else if (tag.name === 'c') {
      if (tag.kind === 'close') keepCell();
      else {
        const { r = '', t = '' } = attributesOf(tag.attributes);
        column = r ? columnIndex(r) : column + 1;
        type = t;
        [value, formula] = ['', false];
      }
    } else if (tag.name === 'f' && tag.kind !== 'close') formula = true;
    else if ((tag.name === 'v' || tag.name === 't') && tag.kind === 'open') value += plain(tag.text);
    else if (tag.name === 'mergeCell') merges.push(attributesOf(tag.attributes).ref ?? '');
  }
  for (const ref of merges.slice(0, 5_000)) applyMerge(lines, ref);
  return lines;
};

const columnIndex = (ref: string): number =>
  [...(/^[A-Z]+/i.exec(ref)?.[0].toUpperCase() ?? '')].reduce((index, one) => index * 26 + one.charCodeAt(0) - 64, 0) -
  1;

/** `9.12345678E8` is a number whose digits are all there; `2.4E11` may have lost some and stays as it is written. */
const digits = (text: string): string => {
  const value = Number(text);
  return /e/i.test(text) || !Number.isSafeInteger(value) ? text : String(value);
};

/** A merged field of one column says the same for each of its rows; one over several columns is only marked. */
const applyMerge = (lines: readonly { line: number; cells: Map<number, Cell> }[], ref: string): void => {
  const [, from = '', first = '', to = '', last = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
  if (!from) return;
  const [left, right] = [columnIndex(from), Math.min(columnIndex(to), mostColumns - 1)];
  const [top, bottom] = [Number(first), Number(last)];
  const within = lines.filter(({ line }) => line >= top && line <= bottom);
  const origin = within.find(({ line }) => line === top)?.cells.get(left);
  const merged = left === columnIndex(to) ? 'down' : 'wide';
  for (const { cells } of within) {
    for (let column = left; column <= right; column++) {
      const cell = cells.get(column) ?? (merged === 'down' ? origin : undefined);
      if (cell) cells.set(column, { ...cell, merged });
      else if (merged === 'wide' && origin) cells.set(column, { text: '', number: false, formula: false, merged });
    }
  }
};
