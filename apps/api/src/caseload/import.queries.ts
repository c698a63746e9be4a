import {
  areaOf,
  type ImportRow,
  importRowStates,
  type ImportView,
  type listImportRows,
  type listImports,
  Problem,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Communes } from '../communes/index.ts';
import { Colleagues, Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import type { Import, ImportRowKept } from './import.entity.ts';
import { ImportFiles } from './import-files.ts';

const pageSize = 50;
type Counts = z.input<typeof ImportView>['counts'];

/** Lists on their way in, as officers of the area see them; anybody else finds none. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly colleagues: Colleagues,
    private readonly files: ImportFiles,
  ) {}

  /** @throws Problem caseload.not-found */
  async one(actor: Actor, id: string, db: DataSource | Tx = this.db): Promise<Import> {
    const [found] = await rows<Import>(
      db,
      `select ${importColumns} from caseload.import where id = $1 and ${inArea(2)}`,
      [id, ...scope(actor)],
    );
    if (!found) throw new Problem('caseload.not-found');
    return found;
  }

  async view(actor: Actor, id: string): Promise<z.input<typeof ImportView>> {
    const one = await this.one(actor, id);
    const [counted, names, commune, group, limit, kept] = await Promise.all([
      rows<{ state: string; decided: boolean; rows: number }>(this.db, countsSql, [id]),
      this.colleagues.names(this.db, [one.createdBy]),
      this.communes.get(one.commune),
      one.cooperative ? this.identity.producer(this.db, one.cooperative) : undefined,
      this.files.limits(),
      rows(this.db, 'select 1 from caseload.import_file where import = $1 and part = $2 and key is not null', [
        id,
        one.part,
      ]),
    ]);
    const counts = countsOf(counted);
    const decided = counted.filter((row) => row.decided).reduce((sum, row) => sum + row.rows, 0);
    const undoUntil = one.enteredAt && new Date(one.enteredAt.getTime() + limit.undoHours * 3_600_000);
    const undoable = counts.entered > 0 && (one.state === 'done' || one.state === 'checked');
    return {
      id,
      state: one.state,
      fileName: one.fileName,
      format: one.format,
      commune: { code: one.commune, fullName: commune?.fullName ?? one.commune },
      cooperative: group ? { id: group.id, name: group.name } : null,
      part: one.part,
      reason: one.reason,
      notes: one.notes,
      rowsTotal: one.rowsTotal,
      rowsDone: one.rowsDone,
      counts,
      decided,
      ready: counts.new + decided,
      sheets: one.sheets.map(({ name, columns }) => ({ name, columns })),
      sheet: one.sheet,
      createdBy: names.get(one.createdBy) ?? null,
      createdAt: one.createdAt.toISOString(),
      endedAt: one.endedAt?.toISOString() ?? null,
      undoUntil: undoable && undoUntil ? undoUntil.toISOString() : null,
      kept: kept.length > 0,
      again: false,
    };
  }

  async list(actor: Actor, { commune, page }: QueryOf<typeof listImports>): Promise<ResultOf<typeof listImports>> {
    const values = [commune ?? null, ...scope(actor)];
    const where = `from caseload.import where ($1::text is null or commune = $1) and ${inArea(2)}`;
    const [counted] = await rows<{ total: number }>(this.db, `select count(*)::int as total ${where}`, values);
    const found = await rows<Import>(
      this.db,
      `select ${importColumns} ${where} order by created_at desc, id limit ${pageSize} offset $5`,
      [...values, (page - 1) * pageSize],
    );
    const rowsOf = await rows<{ import: string; state: string; decided: boolean; rows: number }>(
      this.db,
      countsOfAllSql,
      [found.map(({ id }) => id)],
    );
    const names = await this.colleagues.names(
      this.db,
      found.map(({ createdBy }) => createdBy),
    );
    const communes = await this.communes.many(found.map((one) => one.commune));
    const total = counted?.total ?? 0;
    return {
      items: found.map((one) => ({
        id: one.id,
        state: one.state,
        fileName: one.fileName,
        commune: { code: one.commune, fullName: communes.get(one.commune)?.fullName ?? one.commune },
        rowsTotal: one.rowsTotal,
        counts: countsOf(rowsOf.filter((row) => row.import === one.id)),
        createdBy: names.get(one.createdBy) ?? null,
        createdAt: one.createdAt.toISOString(),
      })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
    };
  }

  /** The rows with what may be the same as they; names and numbers are shown, so the look is noted. */
  async rows(
    actor: Actor,
    id: string,
    { state, page }: QueryOf<typeof listImportRows>,
  ): Promise<ResultOf<typeof listImportRows>> {
    const one = await this.one(actor, id);
    const values = [id, state ?? null];
    const [counted] = await rows<{ total: number }>(
      this.db,
      'select count(*)::int as total from caseload.import_row where import = $1 and ($2::text is null or state = $2)',
      values,
    );
    const total = counted?.total ?? 0;
    const items = await inTx(this.db, async (tx) => {
      const found = await rows<ImportRowKept>(
        tx,
        `select ${rowColumns} from caseload.import_row where import = $1 and ($2::text is null or state = $2)
         order by part, line limit ${pageSize} offset $3`,
        [...values, (page - 1) * pageSize],
      );
      const seen = found.flatMap(({ twins }) => twins.flatMap(({ producer }) => producer ?? []));
      const twins = await this.identity.producers(tx, seen);
      const phones = await this.colleagues.phones(tx, seen);
      const above = await rows<ImportRowKept>(
        tx,
        `select ${rowColumns} from caseload.import_row where import = $1 and line = any($2::int[])`,
        [id, found.flatMap(({ twins: may }) => may.flatMap(({ line }) => line ?? []))],
      );
      const area = areaOf(actor, 'household.import');
      const mine = (twin: { commune: string; province: string }) =>
        area.everywhere || area.communes.includes(twin.commune) || area.provinces.includes(twin.province);
      const shown = [...twins.values()].filter(mine).map((twin) => twin.id);
      const entered = found.flatMap(({ producer }) => producer ?? []);
      await looked(tx, actor, [...new Set([id, ...shown, ...entered])], `household.import, ${one.commune}`);
      const twinOf = (part: number, { producer, line, why }: ImportRowKept['twins'][number]) => {
        const twin = producer ? twins.get(producer) : undefined;
        const other = line === null ? undefined : above.find((row) => row.part === part && row.line === line);
        const elsewhere = producer !== null && (!twin || !mine(twin));
        if (elsewhere)
          return { producer: null, line: null, why, name: null, head: null, hamlet: null, phones: [], elsewhere };
        return {
          producer,
          line,
          why,
          name: twin?.name ?? other?.name ?? null,
          head: twin?.head ?? other?.head ?? null,
          hamlet: twin?.subArea ?? other?.hamletName ?? null,
          phones: producer ? (phones.get(producer) ?? []) : (other?.phones ?? []),
          elsewhere,
        };
      };
      return found.map(
        (row): z.input<typeof ImportRow> => ({
          id: `${row.part}-${row.line}`,
          part: row.part,
          line: row.line,
          state: row.state,
          name: row.name,
          head: row.head,
          hamlet: row.hamletName,
          phones: row.phones,
          hasCitizen: row.citizenIndex !== null,
          goods: row.goods,
          problems: row.problems,
          notes: row.notes,
          twins: row.twins.map((twin) => twinOf(row.part, twin)),
          decision: row.decision,
          producer: row.producer,
        }),
      );
    });
    return { items, total, page, pages: Math.max(1, Math.ceil(total / pageSize)) };
  }
}

const countsOf = (counted: readonly { state: string; rows: number }[]): Counts =>
  Object.fromEntries(
    importRowStates.map((state) => [
      state,
      counted.filter((row) => row.state === state).reduce((sum, row) => sum + row.rows, 0),
    ]),
  ) as Counts;

/** `everywhere, communes, provinces` as parameters from `$first` on. */
export const scope = (actor: Actor): [boolean, string[], string[]] => {
  const { everywhere, communes, provinces } = areaOf(actor, 'household.import');
  return [everywhere, communes, provinces];
};
export const inArea = (first: number): string =>
  `($${first}::boolean or commune = any($${first + 1}::text[]) or province = any($${first + 2}::text[]))`;

export const importColumns = `id, commune, province, cooperative, state, part, file_name as "fileName", format, reason, notes,
  sheets, sheet, mapping, rows_total as "rowsTotal", rows_done as "rowsDone", lease_until as "leaseUntil",
  created_by as "createdBy", created_at as "createdAt", entered_by as "enteredBy", entered_at as "enteredAt",
  ended_at as "endedAt"`;
export const rowColumns = `import, part, line, state, decision, decided_by as "decidedBy", id, kind, name, head, hamlet,
  hamlet_name as "hamletName", former, address, goods, phones, citizen_index as "citizenIndex", print, problems, notes, twins,
  producer, settled_at as "settledAt"`;
const countsSql = `select state, decision is not null and state in ('flagged', 'known') as decided, count(*)::int as rows
  from caseload.import_row where import = $1 group by 1, 2`;
const countsOfAllSql = `select import, state, false as decided, count(*)::int as rows
  from caseload.import_row where import = any($1::uuid[]) group by 1, 2`;
