import { describe, expect, test } from 'vitest';
import { cellText } from './cell.rules.ts';
import { readFile } from './read.ts';
import type { FileLimits } from './table.ts';
import { csvOf, workbookOf } from './write.ts';
import { Zip } from './zip.ts';

const limits: FileLimits = {
  mostRows: 20_000,
  mostBytes: 10_485_760,
  mostUnpacked: 20_000_000,
  mostEntries: 500,
  mostRatio: 250,
};

test('numbers we write are numbers in a spreadsheet, and as text never look like thousands', async () => {
  const rows = [
    ['Giá', 'Số lượng'],
    [25_000, 1.125],
    [0, 12.5],
  ];
  const [, ...lines] = (await readFile(workbookOf([{ name: 'Hàng', rows }]), limits)).sheets[0]?.lines ?? [];
  expect(lines.map(({ cells }) => [...cells.values()].map(({ text, number }) => [text, number]))).toEqual([
    [
      ['25000', true],
      ['1.125', true],
    ],
    [
      ['0', true],
      ['12.5', true],
    ],
  ]);
  expect(csvOf(rows).toString()).toBe('\uFEFF"Giá","Số lượng"\r\n25000,1.1250\r\n0,12.5\r\n');
});

test('a workbook of several sheets offers the words of one in the columns of another', async () => {
  const words = "Giá trị 'mẫu'";
  const bytes = workbookOf([
    { name: 'Hàng', rows: [['Đơn vị'], ['kg']], choices: [{ column: 0, sheet: words, from: 1, count: 2 }] },
    {
      name: words,
      rows: [
        ['', 'Đơn vị'],
        ['', 'kg'],
        ['', 'bó'],
      ],
    },
  ]);
  const book = await readFile(bytes, limits);
  expect(book.sheets.map(({ name, lines }) => [name, lines.length])).toEqual([
    ['Hàng', 2],
    [words, 3],
  ]);
  expect(new Zip(bytes, limits).text('xl/worksheets/sheet1.xml')).toContain("'Giá trị ''mẫu'''!$B$2:$B$3");
});

describe('what stands in a cell', () => {
  const plain = { text: '', number: false, formula: false };
  test.each([
    ['words, in one form and with single spaces', { ...plain, text: '  Va\u0309i\u00a0 thiều\u200b ' }, 'Vải thiều'],
    ['a dash, as people write nothing', { ...plain, text: '-' }, null],
    ['the apostrophe that keeps a text from calculating', { ...plain, text: "'-5 kg" }, '-5 kg'],
    ['a formula', { ...plain, text: '25000', formula: true }, 'formula'],
    ['a mistake of the program’s', { ...plain, text: '#REF!' }, 'formula'],
    ['a merged field, where each row must say its own', { ...plain, text: 'kg', merged: 'down' as const }, 'merged'],
    ['letters that were lost', { ...plain, text: 'V?i thi?u' }, 'lost-letters'],
    ['letters of a font', { ...plain, text: 'NguyÔn V¨n' }, 'old-letters'],
    ['more than may be said', { ...plain, text: 'a'.repeat(41) }, 'too-long'],
  ])('%s', (_, given, expected) => {
    const { text, wrong } = cellText(given, { most: 40 });
    expect(wrong?.code ?? text).toBe(expected);
  });
});
