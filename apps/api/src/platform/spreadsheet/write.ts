import { columnName } from './table.ts';
import { zip } from './zip.ts';

/** What a cell is given: words, or a number that stays one. */
export type Written = string | number;

type Rows = readonly (readonly Written[])[];

/** A sheet to be written; its first row heads it. */
export interface SheetPlan {
  name: string;
  rows: Rows;
  /** How wide the columns are, in letters; 24 where nothing is said. */
  widths?: readonly number[];
  /** What a column offers to choose from: the cells of another sheet. Anything else may still be typed. */
  choices?: readonly { column: number; sheet: string; from: number; count: number }[];
}

/** Text that a spreadsheet would take for a formula gets an apostrophe; our own reader takes it off again. */
export const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A number for a text file: never as thousands may look (`1.125` kg is `1.1250`, `1.125` would be more than a thousand). */
const plainNumber = (value: number): string => {
  const text = String(value);
  return /^\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
};

/** For spreadsheets in Vietnamese: UTF-8 with its mark, commas, every field in quotes. */
export const csvOf = (rows: Rows): Buffer =>
  Buffer.from(
    `\uFEFF${rows
      .map((row) =>
        row
          .map((cell) => (typeof cell === 'number' ? plainNumber(cell) : `"${neutral(cell).replaceAll('"', '""')}"`))
          .join(','),
      )
      .join('\r\n')}\r\n`,
  );

/** One sheet; its first row is bold and stays in sight. */
export const xlsxOf = (name: string, rows: Rows): Buffer => workbookOf([{ name, rows }]);

/** Texts are text cells, so that a phone number keeps its zero; numbers are numbers. */
export const workbookOf = (plans: readonly SheetPlan[]): Buffer => {
  const each = plans.map((plan, index) => ({ ...plan, number: index + 1 }));
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/>${each.map(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${main}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${sheets}" xmlns:r="${office}"><sheets>${each.map(({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="r${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}">${each.map(({ number }) => `<Relationship Id="r${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${sheets}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(each.map((plan) => [`xl/worksheets/sheet${plan.number}.xml`, worksheet(plan)])),
  });
};

const worksheet = ({ rows, widths = [], choices = [] }: SheetPlan): string => {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => widths[index] ?? 24);
  const cols = columns
    .map((wide, index) => `<col min="${index + 1}" max="${index + 1}" width="${wide}" style="1" customWidth="1"/>`)
    .join('');
  const lists = choices.map(({ column, sheet, from, count }) => {
    const [at, of] = [columnName(column), columnName(from)];
    const range = escaped(`'${sheet.replaceAll("'", "''")}'!$${of}$2:$${of}$${count + 1}`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${at}2:${at}5000"><formula1>${range}</formula1></dataValidation>`;
  });
  const choose = lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
  return `${head}<worksheet xmlns="${sheets}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData>${rows.map(line).join('')}</sheetData>${choose}</worksheet>`;
};

const line = (row: readonly Written[], index: number): string =>
  `<row r="${index + 1}">${row
    .map((cell) => {
      if (typeof cell === 'number') return `<c s="${Number.isInteger(cell) ? 3 : 0}"><v>${cell}</v></c>`;
      const style = index === 0 ? 2 : 1;
      if (cell === '') return `<c s="${style}"/>`;
      return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(neutral(cell))}</t></is></c>`;
    })
    .join('')}</row>`;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '') // XML has no way to write them
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
