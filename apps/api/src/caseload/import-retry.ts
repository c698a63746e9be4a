import { importFields, type ImportRemark, Problem, remarkWords } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { readFile } from '../platform/spreadsheet/read.ts';
import { faultHead, rowMark } from '../platform/spreadsheet/retry.rules.ts';
import { ImportFiles } from './import-files.ts';
import { ImportQueries } from './import.queries.ts';
import { csvOf, xlsxOf } from '../platform/spreadsheet/write.ts';

export type Format = 'xlsx' | 'csv';

interface Wrong {
  part: number;
  line: number;
  problems: ImportRemark[];
}

/** Files to fill in: an empty list with its heads, and the wrong rows of one, each with what is wrong. */
@Injectable()
export class ImportSheets {
  constructor(
    private readonly db: DataSource,
    private readonly imports: ImportQueries,
    private readonly files: ImportFiles,
  ) {}

  template(format: Format): Buffer {
    const heads = Object.values(importFields);
    const example = {
      head: 'Nguyễn Thị Mẫu (dòng ví dụ, xoá trước khi gửi)',
      hamlet: 'Thôn Quất Du 1',
      phone: '0912345678',
      name: 'Vườn vải nhà Mẫu',
      goods: 'Vải thiều, mật ong',
      kind: 'Hộ gia đình',
    };
    const fields = Object.keys(importFields) as (keyof typeof importFields)[];
    const row = fields.map((field) => (field in example ? example[field as keyof typeof example] : ''));
    return written(format, 'Danh sách hộ', [heads, row]);
  }

  /** The wrong rows as they stood, from the sealed files. @throws Problem caseload.not-found */
  async wrong(actor: Actor, id: string, format: Format): Promise<{ name: string; bytes: Buffer }> {
    const one = await this.imports.one(actor, id);
    const wrong = await inTx(this.db, async (tx) => {
      await looked(tx, actor, id, `household.import, ${one.commune}`);
      return rows<Wrong>(
        tx,
        `select part, line, problems from caseload.import_row where import = $1 and state = 'wrong' order by part, line`,
        [id],
      );
    });
    if (wrong.length === 0) throw new Problem('caseload.not-found');
    const heads: string[] = [];
    const lines: Map<string, string>[] = [];
    for (const [part, inPart] of Map.groupBy(wrong, (row) => row.part)) {
      const found = await this.linesOf(id, part);
      for (const head of found.heads.values()) if (!heads.includes(head)) heads.push(head);
      for (const { line, problems } of inPart) {
        const cells = [...(found.lines.get(line) ?? [])].flatMap(([column, { text }]): [string, string][] => {
          const head = found.heads.get(column);
          return head ? [[head, text.trim()]] : [];
        });
        const fault = problems.map(remarkWords).join(' ');
        lines.push(new Map([...cells, [faultHead, fault], [rowMark, `${part}-${line}`]]));
      }
    }
    const all = [...heads, faultHead, rowMark];
    const table = [all, ...lines.map((line) => all.map((head) => line.get(head) ?? ''))];
    return { name: `can-sua-${id.slice(-8)}.${format}`, bytes: written(format, 'Cần sửa', table) };
  }

  private async linesOf(id: string, part: number) {
    const [file] = await rows<{ sheet: string | null; headLine: number | null }>(
      this.db,
      'select sheet, head_line as "headLine" from caseload.import_file where import = $1 and part = $2',
      [id, part],
    );
    const bytes = await this.files.open(id, part);
    if (!file || !bytes) throw new Problem('caseload.not-found');
    const book = await readFile(bytes, await this.files.limits());
    const sheet = book.sheets.find(({ name }) => name.slice(0, 120) === file.sheet);
    const head = sheet?.lines.find(({ line }) => line === file.headLine);
    const heads = new Map(
      [...(head?.cells ?? [])]
        .map(([column, { text }]): [number, string] => [column, text.replace(/\s+/g, ' ').trim()])
        .filter(([, text]) => text !== faultHead && text !== rowMark)
        .toSorted(([a], [b]) => a - b),
    );
    return { heads, lines: new Map((sheet?.lines ?? []).map(({ line, cells }) => [line, cells])) };
  }
}

const written = (format: Format, name: string, table: readonly (readonly string[])[]): Buffer =>
  format === 'xlsx' ? xlsxOf(name, table) : csvOf(table);
