import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** Letters come along: the fonts every PDF reader has by itself have no Vietnamese ones. */
const fontOf = (file: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`));
const plain = fontOf('400Regular/NotoSans_400Regular.ttf');
const bold = fontOf('700Bold/NotoSans_700Bold.ttf');

export interface PrintedColumn {
  head: string;
  /** Points; all together at most 790, the width of a page lying down. */
  width: number;
  /** Stands at the right edge. */
  number?: boolean;
}

export interface PrintedTable {
  caption: string;
  columns: readonly PrintedColumn[];
  rows: readonly (readonly string[])[];
  /** A last row that adds them up. */
  total?: readonly string[];
}

/** A paper of sums and tables. */
export interface Printed {
  title: string;
  subtitle: string;
  note: string;
  at: Date;
  sums: readonly (readonly [word: string, amount: string])[];
  tables: readonly PrintedTable[];
}

/**
 * The font would put letters together from a base and its marks, and a reader that copies or searches them would find other
 * letters. It has every Vietnamese letter whole; a flag of `false` is what the shaping underneath takes, and the types do not know.
 */
const whole = { features: { ccmp: false, locl: false } } as unknown as PDFKit.Mixins.TextOptions;

const margin = 26;
const ink = '#231f1a';
const muted = '#5c5448';
const size = 7.5;
const pad = 3;
/** Of the letters' size: a letter is wider only among a few capitals. */
const widest = 0.8;

/** A4 lying down, the head of a table again on every page it reaches, pages numbered. */
export const pdfOf = async ({ title, subtitle, note, at, sums, tables }: Printed): Promise<Buffer> => {
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin,
    lang: 'vi-VN',
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    font: plain,
    info: { Title: `${title}, ${subtitle}`, Author: 'Chợ Phiên', CreationDate: at },
  });
  const bytes = collected(doc);
  doc.registerFont('plain', plain);
  doc.registerFont('bold', bold);
  doc.font('bold').fontSize(15).fillColor(ink).text(title, whole).fontSize(12).text(subtitle, whole);
  doc.font('plain').fontSize(8).fillColor(muted).text(note, whole).moveDown(0.6);
  for (const [word, amount] of sums) {
    const { y } = doc;
    doc
      .font('plain')
      .fontSize(9)
      .fillColor(ink)
      .text(word, margin, y, { ...whole, width: 250 });
    const after = doc.y;
    doc.font('bold').text(amount, margin + 250, y, { ...whole, width: 110, align: 'right' });
    doc.y = after;
  }
  for (const table of tables) draw(doc, table);
  number(doc);
  doc.end();
  return bytes;
};

const collected = (doc: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.once('end', () => resolve(Buffer.concat(chunks)));
    doc.once('error', reject);
  });

const draw = (doc: PDFKit.PDFDocument, { caption, columns, rows, total }: PrintedTable): void => {
  const bottom = doc.page.height - margin - 12;
  const head = columns.map((column) => column.head);
  if (doc.y + 60 > bottom) doc.addPage();
  doc.moveDown(0.8).font('bold').fontSize(10).fillColor(ink).text(caption, margin, doc.y, whole).moveDown(0.2);
  line(doc, columns, head, 'bold');
  for (const row of rows) {
    if (doc.y + heightOf(doc, columns, row, 'plain') > bottom) {
      doc.addPage();
      line(doc, columns, head, 'bold');
    }
    line(doc, columns, row, 'plain');
  }
  if (!total) return;
  if (doc.y + heightOf(doc, columns, total, 'bold') > bottom) doc.addPage();
  line(doc, columns, total, 'bold');
};

type Face = 'plain' | 'bold';

const heightOf = (doc: PDFKit.PDFDocument, columns: readonly PrintedColumn[], cells: readonly string[], face: Face) => {
  doc.font(face).fontSize(size);
  const one = doc.currentLineHeight(true);
  const heights = columns.map(({ width }, at) => {
    const cell = cells[at] || ' ';
    const room = width - 2 * pad;
    // Measuring is most of the work of a long table; what is surely short needs none.
    return cell.length * widest * size < room ? one : doc.heightOfString(cell, { ...whole, width: room });
  });
  return Math.max(...heights) + 2 * pad;
};

const line = (
  doc: PDFKit.PDFDocument,
  columns: readonly PrintedColumn[],
  cells: readonly string[],
  face: Face,
): void => {
  const { y } = doc;
  const height = heightOf(doc, columns, cells, face);
  let x = margin;
  for (const [at, column] of columns.entries()) {
    const align = column.number ? 'right' : 'left';
    doc.fillColor(ink).text(cells[at] || ' ', x + pad, y + pad, { ...whole, width: column.width - 2 * pad, align });
    x += column.width;
  }
  doc.lineWidth(face === 'bold' ? 0.8 : 0.3).strokeColor(muted);
  doc
    .moveTo(margin, y + height)
    .lineTo(x, y + height)
    .stroke();
  doc.x = margin;
  doc.y = y + height;
};

const number = (doc: PDFKit.PDFDocument): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    const words = `Trang ${page + 1} / ${count}`;
    // Below the margin, where a text would otherwise begin another page.
    doc.page.margins.bottom = 0;
    doc.font('plain').fontSize(7).fillColor(muted);
    doc.text(words, margin, doc.page.height - margin, { ...whole, lineBreak: false });
  }
};
