import { type Cell, type FileLimits, FileRefused, type Line, mostColumns, type Workbook } from './table.ts';

/**
 * Reads a CSV file (RFC 4180, told apart by commas, semicolons or tabs), in UTF-8, UTF-16 or Windows-1258.
 * @throws FileRefused `not-text`, `old-letters`, `too-many-rows`, `bomb` for a field longer than any name
 */
export const readCsv = (bytes: Buffer, limits: FileLimits): Workbook => {
  const { text, notes } = decoded(bytes);
  const lines = parse(text, separatorOf(text), limits);
  return { format: 'csv', sheets: [{ name: 'CSV', hidden: false, lines }], notes, from1904: false };
};

const decoded = (bytes: Buffer): { text: string; notes: string[] } => {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return { text: strict('utf-16le', bytes.subarray(2)), notes: [] };
  if (one === 0xfe && two === 0xff) return { text: strict('utf-16be', bytes.subarray(2)), notes: [] };
  const plain = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? bytes.subarray(3) : bytes;
  if (plain.includes(0)) throw new FileRefused('not-text');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain), notes: [] };
  } catch {
    const text = new TextDecoder('windows-1258').decode(plain).normalize('NFC');
    // Letters of a font instead of an alphabet (TCVN3) look like signs everywhere.
    if (isOldLetters(text)) throw new FileRefused('old-letters');
    return { text, notes: ['windows-1258'] };
  }
};

const strict = (encoding: string, bytes: Buffer): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('not-text');
  }
};

/**
 * Words typed with a font's own letters (TCVN3/ABC: `NguyÔn V¨n`; VNI: `Nguyeãn Vaên`): shown rightly by that font alone.
 * Vietnamese in Unicode never has these signs inside a word.
 */
export const isOldLetters = (text: string): boolean =>
  /\p{L}[¨©ª¬®µ¶·¸¹¼½¾×ß÷]|[¨©ª¬®µ¶·¸¹¼½¾]\p{L}|\p{L}[«»]\p{L}|[a-z][ÊËÌÎÏÐÑÒÓÔÖ×ØÜÞ](?=[a-z\s]|$)|a[êéèëïûøõ]|e[ãäâå]|o[âäåùøûï]/u.test(
    text.normalize('NFC'),
  );

/** What the first lines, outside quotes, have most of. */
const separatorOf = (text: string): string => {
  const head = text
    .slice(0, 8_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, 12)
    .join('\n');
  const count = (sign: string) => head.split(sign).length;
  return [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
};

const parse = (text: string, separator: string, limits: FileLimits): Line[] => {
  const lines: Line[] = [];
  let cells = new Map<number, Cell>();
  let [line, column, at] = [1, 0, 0];
  let began = 1;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      const from = at;
      for (;;) {
        const quote = text.indexOf('"', at + 1);
        if (quote < 0) throw new FileRefused('quotes', began);
        value += text.slice(at + 1, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        value += '"';
      }
      line += text.slice(from, at).split('\n').length - 1;
    }
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
    value += text.slice(at, end).replace(/\r$/, '');
    if (value.length > 20_000) throw new FileRefused('bomb');
    if (value.trim() !== '' && column < mostColumns) {
      cells.set(column, { text: value, number: false, formula: /^\s*=/.test(value) });
    }
    at = end + 1;
    if (text[end] === separator) {
      column += 1;
      continue;
    }
    if (cells.size > 0) lines.push({ line: began, cells });
    if (lines.length > limits.mostRows + 50) throw new FileRefused('too-many-rows', limits.mostRows);
    [cells, column] = [new Map(), 0];
    line += 1;
    began = line;
  }
  if (cells.size > 0) lines.push({ line: began, cells });
  return lines;
};
