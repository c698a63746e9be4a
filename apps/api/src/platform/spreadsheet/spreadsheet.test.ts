import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isOldLetters } from './csv.ts';
import { judgeFile, readFile } from './read.ts';
import { type FileLimits, FileRefused, type Workbook } from './table.ts';
import { csvOf, neutral, xlsxOf } from './write.ts';
import { zip } from './zip.ts';

const limits: FileLimits = {
  mostRows: 20_000,
  mostBytes: 10_485_760,
  mostUnpacked: 20_000_000,
  mostEntries: 500,
  mostRatio: 250,
};

const texts = (book: Workbook, sheet = 0) =>
  book.sheets[sheet]?.lines.map(({ line, cells }) => [
    line,
    ...[...cells].toSorted(([a], [b]) => a - b).map(([, one]) => one.text),
  ]);

const refused = async (bytes: Buffer, given = limits): Promise<string> => {
  try {
    await readFile(bytes, given);
    return 'taken';
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
};

/** A workbook by its parts: what other programs write. */
const workbook = (sheets: { name: string; state?: string; xml: string }[], shared = ''): Buffer =>
  zip({
    'xl/workbook.xml': `<workbook><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': shared,
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  });
const cell = (ref: string, value: string | number, more = '') =>
  typeof value === 'number'
    ? `<c r="${ref}">${more}<v>${value}</v></c>`
    : `<c r="${ref}" t="inlineStr">${more}<is><t>${value}</t></is></c>`;

describe('a list in a spreadsheet', () => {
  test('that we wrote ourselves is read back as it was', async () => {
    const rows = [
      ['Họ tên', 'Số điện thoại'],
      ['Nguyễn Thị "Mẫu" & <con>', '0912345678'],
    ];
    const book = await readFile(xlsxOf('Danh sách', rows), limits);
    expect(texts(book)).toEqual([
      [1, ...(rows[0] ?? [])],
      [2, ...(rows[1] ?? [])],
    ]);
  });

  test('keeps shared texts, leaves reading aids out, and numbers are known as such', async () => {
    const shared =
      '<sst><si><t>Họ tên</t></si><si><r><t>Bà </t></r><r><t>Tư &amp; con</t></r><rPh><t>x</t></rPh></si></sst>';
    const xml =
      '<worksheet><sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3"><v>912345678</v></c></row><row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5"><v>2.4090001234E10</v></c></row></sheetData></worksheet>';
    const book = await readFile(workbook([{ name: 'DS', xml }], shared), limits);
    expect(texts(book)).toEqual([
      [3, 'Họ tên', '912345678'],
      [5, 'Bà Tư & con', '2.4090001234E10'],
    ]);
    expect(book.sheets[0]?.lines[0]?.cells.get(2)).toMatchObject({ number: true });
  });

  test('says which cells are formulas, and takes no result of theirs for a text of its own', async () => {
    const xml = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><f>CONCAT("a","b")</f><v>ab</v></c></row></sheetData></worksheet>`;
    const book = await readFile(workbook([{ name: 'DS', xml }]), limits);
    expect(book.sheets[0]?.lines[0]?.cells.get(0)).toMatchObject({ formula: true });
  });

  test('with merged cells: downwards they say the same for each row, across they are only marked', async () => {
    const xml = `<worksheet><sheetData><row r="1">${cell('A1', 'Thôn 1')}${cell('B1', 'Bà Tư')}</row><row r="2">${cell('B2', 'Bà Năm')}</row><row r="3">${cell('B3', 'Bà Sáu')}</row></sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B3:C3"/></mergeCells></worksheet>`;
    const { sheets } = await readFile(workbook([{ name: 'DS', xml }]), limits);
    const [one, two, three] = sheets[0]?.lines ?? [];
    expect([one, two].map((line) => line?.cells.get(0))).toEqual([
      { text: 'Thôn 1', number: false, formula: false, merged: 'down' },
      { text: 'Thôn 1', number: false, formula: false, merged: 'down' },
    ]);
    expect(three?.cells.get(0)).toBeUndefined();
    expect(three?.cells.get(1)?.merged).toBe('wide');
  });

  test('a hidden sheet is known and not read', async () => {
    const xml = `<worksheet><sheetData><row r="1">${cell('A1', 'bí mật')}</row></sheetData></worksheet>`;
    const { sheets } = await readFile(
      workbook([
        { name: 'Ẩn', state: 'veryHidden', xml },
        { name: 'DS', xml },
      ]),
      limits,
    );
    expect(sheets.map(({ name, hidden, lines }) => [name, hidden, lines.length])).toEqual([
      ['Ẩn', true, 0],
      ['DS', false, 1],
    ]);
  });

  test('of 200,000 rows is refused, and says how many would do', async () => {
    const row = (index: number) => `<row r="${index}">${cell(`A${index}`, index)}</row>`;
    const xml = `<worksheet><sheetData>${Array.from({ length: 200_000 }, (_, index) => row(index + 1)).join('')}</sheetData></worksheet>`;
    const bytes = workbook([{ name: 'DS', xml }]);
    await expect(readFile(bytes, limits)).rejects.toMatchObject({ code: 'too-many-rows', about: '20000' });
  });

  test('with a document type, which could name files of ours, is not opened', async () => {
    const xml = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>';
    expect(await refused(workbook([{ name: 'DS', xml }]))).toBe('not-a-workbook');
  });
});

describe('a bomb', () => {
  const wide = 'a'.repeat(30_000_000);
  test('whose directory says how large it becomes is refused before anything is unpacked', async () => {
    expect(await refused(zip({ 'xl/workbook.xml': wide }))).toBe('bomb');
  });

  test('whose directory lies is refused while it is unpacked', async () => {
    const bytes = workbook([{ name: 'DS', xml: `<worksheet>${'<a/>'.repeat(300_000)}</worksheet>` }]);
    const text = Buffer.from('xl/worksheets/sheet1.xml');
    const at = bytes.lastIndexOf(text); // in the directory: its sizes stand 22 and 18 bytes before the name
    bytes.writeUInt32LE(1_000, at - 22);
    expect(await refused(bytes, { ...limits, mostUnpacked: 500_000 })).toBe('bomb');
  });

  test('of thousands of files, or inside something that is no spreadsheet, is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${index}`, 'x']));
    expect(await refused(zip(many))).toBe('bomb');
    expect(await refused(zip({ 'word/document.xml': 'x' }))).toBe('not-a-workbook');
    expect(await refused(Buffer.concat([zip({ a: 'x' }).subarray(0, 60), deflateRawSync(Buffer.alloc(100))]))).toBe(
      'not-a-workbook',
    );
  });
});

describe('what a file is, is judged by its bytes', () => {
  test.each([
    ['an old .xls, or one with a password', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-excel'],
    ['a PDF called .xlsx', Buffer.from('%PDF-1.7 ...'), 'not-a-list'],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'not-a-list'],
    ['bytes of no kind', Buffer.from([1, 0, 2, 0, 3]), 'not-text'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a workbook with a program in it', zip({ 'xl/workbook.xml': '', 'xl/vbaProject.bin': '' }), 'macros'],
  ])('%s', (_, bytes, code) => {
    expect(() => judgeFile(bytes, limits)).toThrow(expect.objectContaining({ code }));
  });

  test('more than ten megabytes is not even looked at', () => {
    expect(() => judgeFile(Buffer.alloc(10_485_761, 65), limits)).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});

describe('a list as text', () => {
  test('with semicolons, quotes and line breaks inside them keeps its rows apart', async () => {
    const text = '\uFEFFHọ tên;Thôn;Ghi chú\r\n"Bà ""Tư""";Thôn 1;"hai\ndòng"\r\n\r\nÔng Năm;Thôn 2;\r\n';
    expect(texts(await readFile(Buffer.from(text), limits))).toEqual([
      [1, 'Họ tên', 'Thôn', 'Ghi chú'],
      [2, 'Bà "Tư"', 'Thôn 1', 'hai\ndòng'],
      [5, 'Ông Năm', 'Thôn 2'],
    ]);
  });

  test('in UTF-16 as Excel writes it, and in Windows-1258, is read with its accents', async () => {
    const wide = Buffer.from('\uFEFFHọ tên\tThôn\r\nNguyễn Thị Tư\tẤp 1\r\n', 'utf16le');
    expect(texts(await readFile(wide, limits))?.[1]).toEqual([2, 'Nguyễn Thị Tư', 'Ấp 1']);
    // "Nguyễn" in Windows-1258: ê with a tilde as a mark of its own
    const old = Buffer.from([0x48, 0xf4, 0x20, 0x4e, 0x67, 0x75, 0x79, 0xea, 0xde, 0x6e]);
    const book = await readFile(old, limits);
    expect(texts(book)).toEqual([[1, 'Hô Nguyễn']]);
    expect(book.notes).toEqual(['windows-1258']);
  });

  test('in a font’s own letters is refused in words, and Vietnamese is not taken for it', async () => {
    const tcvn = Buffer.from('NguyÔn V¨n A, Th«n 1', 'latin1');
    expect(await refused(tcvn)).toBe('old-letters');
    for (const good of [
      'Nguyễn Thị Hoà',
      'khoẻ, thuỷ, loè',
      'Đường số 5, 100 m²',
      '«Vườn»',
      'Ngã Ba Ổi',
      'oà, uỷ, ấp Bàu',
    ]) {
      expect([good, isOldLetters(good)]).toEqual([good, false]);
    }
  });

  test('a quote that never ends, and a formula, are known', async () => {
    expect(await refused(Buffer.from('a,b\n"c,d\n'))).toBe('quotes');
    const book = await readFile(Buffer.from('Họ tên,Thôn\n=1+1,x\n'), limits);
    expect(book.sheets[0]?.lines[1]?.cells.get(0)?.formula).toBe(true);
  });
});

test.each(['=HYPERLINK("http://x")', '+84912', '-1', '@SUM(A1)', '\tx'])(
  'what we write never calculates: %j',
  async (text) => {
    expect(neutral(text)).toBe(`'${text}`);
    expect(csvOf([[text]]).toString()).toContain(`"'${text.replaceAll('"', '""')}"`);
    expect(texts(await readFile(xlsxOf('x', [[text]]), limits))?.[0]?.[1]).toBe(`'${text}`);
  },
);
