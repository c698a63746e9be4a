import {
  type GoodsField,
  goodsFields,
  goodsRemarkWords,
  type ImportRemark,
  Problem,
  producersOf,
} from '@chophien/contracts';
import { units } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { faultHead, rowMark } from '../platform/spreadsheet/retry.rules.ts';
import { csvOf, type SheetPlan, type Written, workbookOf } from '../platform/spreadsheet/write.ts';
import { examples, exportHeads, exportLine, templateFields } from './goods-cells.rules.ts';
import { answers, deliveries, origins, processes, storages } from './goods-words.rules.ts';
import { OwnGoods } from './own-goods.ts';
import { asideSheets } from './read-sheet.ts';
import { SheetQueries } from './sheet.queries.ts';

export type Format = 'xlsx' | 'csv';
interface File {
  name: string;
  bytes: Buffer;
}

/** Files that are handed out: an empty sheet, all goods of a producer, and the rows to mend of one that came in. */
@Injectable()
export class GoodsFiles {
  constructor(
    private readonly db: DataSource,
    private readonly own: OwnGoods,
    private readonly sheets: SheetQueries,
  ) {}

  /** The heads; in a workbook, examples and what may stand in each column on sheets of their own that are never read in. */
  async template(format: Format): Promise<File> {
    const heads = templateFields.map((field) => goodsFields[field]);
    const name = `mau-bang-hang.${format}`;
    if (format === 'csv') return { name, bytes: csvOf([heads]) };
    const words = await this.words();
    return {
      name,
      bytes: workbookOf([
        { name: 'Hàng', rows: [heads], choices: choicesOf(templateFields, words), widths: widthsOf(templateFields) },
        { name: asideSheets.examples, rows: [heads, ...examples], widths: widthsOf(templateFields) },
        wordsSheet(words),
      ]),
    };
  }

  /** @throws Problem sheets.not-found */
  async all(actor: Actor, producer: string, format: Format): Promise<File> {
    if (!producersOf(actor, 'listing.publish').includes(producer)) throw new Problem('sheets.not-found');
    const [existing, known] = await Promise.all([this.own.all(actor, producer), this.own.known()]);
    const lines = existing.map((one) => exportLine(one, known));
    const name = `hang-cua-toi-${producer.slice(-8)}.${format}`;
    if (format === 'csv') return { name, bytes: csvOf([exportHeads, ...lines]) };
    const fields = Object.keys(goodsFields) as GoodsField[];
    const words = await this.words();
    const plan = {
      name: 'Hàng',
      rows: [exportHeads, ...lines],
      choices: choicesOf(fields, words),
      widths: widthsOf(fields),
    };
    return { name, bytes: workbookOf([plan, wordsSheet(words)]) };
  }

  /** The rows that were not taken, as they stood, each with what is wrong. @throws Problem sheets.not-found */
  async wrong(actor: Actor, id: string, format: Format): Promise<File> {
    await this.sheets.one(actor, id);
    const wrong = await rows<{ part: number; line: number; cells: [string, string][]; problems: ImportRemark[] }>(
      this.db,
      `select part, line, cells, problems from sheets.sheet_row where sheet = $1 and state in ('wrong', 'failed')
         and cells <> '[]' order by part, line`,
      [id],
    );
    if (wrong.length === 0) throw new Problem('sheets.not-found');
    const heads = [...new Set(wrong.flatMap(({ cells }) => cells.map(([head]) => head)))];
    const table = wrong.map(({ part, line, cells, problems }): Written[] => {
      const said = new Map(cells);
      const fault = problems.map(goodsRemarkWords).join(' ');
      return [...heads.map((head) => said.get(head) ?? ''), fault, `${part}-${line}`];
    });
    const all = [[...heads, faultHead, rowMark], ...table];
    const name = `can-sua-${id.slice(-8)}.${format}`;
    return { name, bytes: format === 'csv' ? csvOf(all) : workbookOf([{ name: 'Cần sửa', rows: all }]) };
  }

  private async words(): Promise<[GoodsField, string[]][]> {
    const of = (choices: readonly { word: string }[]) => choices.map(({ word }) => word);
    const { commodities, labels } = await this.own.known();
    return [
      ['commodity', commodities.map(({ name }) => name)],
      ['unit', units.map(({ word }) => word)],
      ['storage', of(storages)],
      ['origin', of(origins)],
      ['process', of(processes)],
      ['delivery', of(deliveries)],
      ['repeatsYearly', of(answers)],
      ['catchWeight', of(answers)],
      ['label', labels.map(({ name }) => `${name}: …`)],
    ];
  }
}

/** What may stand in each column, one column each. */
const wordsSheet = (words: readonly [GoodsField, string[]][]): SheetPlan => ({
  name: asideSheets.words,
  rows: [
    words.map(([field]) => goodsFields[field]),
    ...Array.from({ length: Math.max(...words.map(([, of]) => of.length)) }, (_, index) =>
      words.map(([, of]) => of[index] ?? ''),
    ),
  ],
});

const choicesOf = (fields: readonly GoodsField[], words: readonly [GoodsField, string[]][]) =>
  words.flatMap(([field, of], from) => {
    const column = fields.indexOf(field);
    return column < 0 || field === 'label' ? [] : [{ column, sheet: asideSheets.words, from, count: of.length }];
  });

const widths: Partial<Record<GoodsField, number>> = {
  id: 38,
  name: 32,
  description: 48,
  price: 13,
  unit: 9,
  quantity: 11,
};
const widthsOf = (fields: readonly GoodsField[]): number[] => fields.map((field) => widths[field] ?? 17);
