import { randomUUID } from 'node:crypto';
import type { ImportRemark } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes, hamletAmong, hamletKey, type KnownHamlet } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import { hmac } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { advance, hold } from './import-lease.ts';
import { ReadImport } from './import-read.ts';
import type { Import, RowTwin } from './import.entity.ts';
import { isEmptyRow, type ReadLine, readLines } from './import-lines.ts';
import { type ListPlace, printOf } from './import-row.rules.ts';
import type { Workbook } from '../platform/spreadsheet/table.ts';
import { isCertain, RowTwins, type TwinRow } from './import-twins.rules.ts';

const chunk = 500;

interface Judged extends ReadLine {
  earlier: TwinRow[];
  hamlet: KnownHamlet | undefined;
}

/** The dry run: each row is read, compared with what is there and with the rows above it, and kept with what was found. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly read: ReadImport,
  ) {}

  /** From where it stands until it is done, or until `enough` says so. */
  async run(one: Import, enough: () => boolean): Promise<void> {
    const book = await this.read.workbook(one);
    const lines = book && (await this.lines(one, book));
    if (!lines) return;
    if (lines.length === 0) return this.read.refuse(one, { column: null, cell: null, code: 'no-rows', about: null });
    while (one.rowsDone < lines.length && !enough()) {
      const next = lines.slice(one.rowsDone, one.rowsDone + chunk);
      await inTx(this.db, async (tx) => {
        await hold(tx, one);
        await this.keep(tx, one, next);
        await tx.query('update caseload.import set rows_total = $2 where id = $1', [one.id, lines.length]);
        await advance(tx, one, one.rowsDone + next.length);
      });
    }
    if (one.rowsDone < lines.length) return;
    await inTx(this.db, async (tx) => {
      await hold(tx, one);
      await tx.query(`update caseload.import set state = 'checked', lease_until = null where id = $1`, [one.id]);
      await tx.query('update caseload.import_file set sheet = $3, head_line = $4 where import = $1 and part = $2', [
        one.id,
        one.part,
        one.sheet,
        one.mapping?.headLine ?? null,
      ]);
    });
  }

  private async lines(one: Import, book: Workbook): Promise<Judged[] | undefined> {
    const sheet = book.sheets.find(({ name }) => name.slice(0, 120) === one.sheet);
    if (!sheet || !one.mapping) {
      await this.read.refuse(one, { column: null, cell: null, code: 'no-sheet', about: one.sheet });
      return undefined;
    }
    const known = await this.communes.hamlets(one.commune);
    const found = readLines(sheet, one.mapping, await this.place(one.commune)).filter((line) => !isEmptyRow(line));
    const twins = new RowTwins();
    return found.map((line) => {
      const { values, problems } = line;
      const hamlet = values.hamlet ? hamletAmong(known, { name: values.hamlet, former: values.former }) : undefined;
      const written = values.hamlet && `${hamletKey(values.hamlet)} ${fold(values.former ?? '')}`;
      const place = hamlet?.slug ?? written;
      // Only what can be entered can have a twin below it.
      const earlier = problems.length > 0 ? [] : twins.meet({ line: line.line, ...values, hamletKey: place });
      return { ...line, earlier, hamlet };
    });
  }

  private async place(code: string): Promise<ListPlace> {
    const units = await this.communes.units();
    const commune = units.get(code);
    const bare = (name: string) => fold(name).replace(/^(xa|phuong|thi tran)\s+(?=\S)/, '');
    return {
      names: [fold(commune?.fullName ?? ''), fold(commune?.name ?? '')],
      formers: new Map(units.formerOf(code).map(({ name }) => [bare(name), name])),
    };
  }

  private async keep(tx: Tx, one: Import, lines: readonly Judged[]): Promise<void> {
    const good = lines.filter(({ problems }) => problems.length === 0);
    const newcomers = good.map(({ values, hamlet }) => ({
      phones: values.phones,
      citizenIndex: values.citizen && this.identity.citizenIndex(values.citizen),
      name: values.name ?? '',
      head: values.head,
      commune: one.commune,
      hamlet: hamlet?.slug ?? null,
    }));
    const twins = await this.identity.possibleTwinsOfAll(tx, newcomers);
    const heads = await this.identity.producers(
      tx,
      [...twins.values()].flat().map(({ producer }) => producer),
    );
    const prints = good.map(({ values }) => hmac('caseload.print', printOf(one.commune, values, values.citizen)));
    const before = new Map(
      (
        await rows<{ print: string; producer: string }>(
          tx,
          `select distinct on (print) print, producer from caseload.import_row
           where print = any($1::text[]) and producer is not null and state in ('entered', 'merged') order by print, settled_at`,
          [prints],
        )
      ).map(({ print, producer }) => [print, producer]),
    );
    const kept = lines.map((line) => {
      const index = good.indexOf(line);
      const print = index < 0 ? null : (prints[index] ?? null);
      const found = index < 0 ? [] : (twins.get(index) ?? []);
      const certain =
        (print && before.get(print)) ??
        found.find((twin) => isCertain(line.values, { ...twin, head: heads.get(twin.producer)?.head ?? null }))
          ?.producer;
      const may: RowTwin[] = [
        ...found.map(({ producer, why }) => ({ producer, line: null, why })),
        ...line.earlier.map((twin) => ({ producer: null, line: twin.line, why: twin.why })),
      ].slice(0, 6);
      const state = index < 0 ? 'wrong' : certain ? 'known' : may.length > 0 ? 'flagged' : 'new';
      const { kind, name, head, former, address, goods, phones } = line.values;
      return {
        ...{ line: line.line, state, id: randomUUID(), kind, name, head, former, address, goods, phones },
        // A household of the list that is there already joins the cooperative all the same.
        decision: state === 'known' && one.cooperative ? 'same' : null,
        hamlet: line.hamlet?.slug ?? null,
        hamlet_name: line.hamlet?.name ?? line.values.hamlet,
        citizen_index: index < 0 ? null : (newcomers[index]?.citizenIndex ?? null),
        print,
        problems: line.problems,
        notes: [
          ...line.notes,
          ...(index >= 0 && line.values.hamlet && !line.hamlet ? [newHamlet(line.values.hamlet)] : []),
        ],
        twins: certain ? [{ producer: certain, line: null, why: found[0]?.why ?? 'name' }] : may,
        producer: state === 'known' ? certain : null,
      };
    });
    await tx.query(insert, [one.id, one.part, JSON.stringify(kept)]);
    const replaced = lines.flatMap(({ corrects }) => corrects ?? []).filter(({ part }) => part < one.part);
    await tx.query(replace, [one.id, JSON.stringify(replaced)]);
  }
}

const newHamlet = (name: string): ImportRemark => ({ column: null, cell: null, code: 'new-hamlet', about: name });

const insert = `insert into caseload.import_row (import, part, line, state, decision, id, kind, name, head, hamlet, hamlet_name,
    former, address, goods, phones, citizen_index, print, problems, notes, twins, producer)
  select $1, $2, line, state, decision, id, kind, name, head, hamlet, hamlet_name, former, address, goods, phones,
    citizen_index, print, problems, notes, twins, producer
  from jsonb_to_recordset($3::jsonb) as given (line int, state text, decision text, id uuid, kind text, name text, head text,
    hamlet text, hamlet_name text, former text, address text, goods text, phones text[], citizen_index text, print text,
    problems jsonb, notes jsonb, twins jsonb, producer uuid)
  on conflict (import, part, line) do nothing`;
const replace = `update caseload.import_row r set state = 'replaced', name = null, head = null, phones = '{}', problems = '[]'
  from jsonb_to_recordset($2::jsonb) as given (part int, line int)
  where r.import = $1 and r.part = given.part and r.line = given.line and r.state = 'wrong'`;
