import { randomUUID } from 'node:crypto';
import { type ImportRemark, Problem, producersOf, PublishListing } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ListingFacts } from '../catalogue/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import type { Workbook } from '../platform/spreadsheet/table.ts';
import { Clock } from '../platform/time.ts';
import type { Existing, Goods, Known } from './goods.ts';
import { listingOf, type Planned, planRow } from './goods-plan.rules.ts';
import { goodsPrint } from './goods-row.rules.ts';
import { OwnGoods } from './own-goods.ts';
import { ReadSheet } from './read-sheet.ts';
import { Seller } from './seller.ts';
import type { GoodsSheet } from './sheet.entity.ts';
import { SheetFiles } from './sheet-files.ts';
import { advance, hold } from './sheet-lease.ts';
import { type ReadLine, readLines } from './sheet-lines.ts';

const chunk = 500;

interface Judged extends Planned {
  line: ReadLine;
  name: string | null;
  listing: string | null;
  pictures: string[];
  print: string | null;
}

/** The dry run: each row is read, held against what is there and the rows above it, and kept with what was found. */
@Injectable()
export class CheckSheet {
  constructor(
    private readonly db: DataSource,
    private readonly seller: Seller,
    private readonly own: OwnGoods,
    private readonly read: ReadSheet,
    private readonly files: SheetFiles,
    private readonly facts: ListingFacts,
    private readonly clock: Clock,
  ) {}

  /** From where it stands until it is done, or until `enough` says so. */
  async run(one: GoodsSheet, enough: () => boolean): Promise<void> {
    const actor = await this.seller.of(one);
    if (!actor) return this.read.refuse(one, { column: null, cell: null, code: 'not-seller', about: null });
    const book = await this.read.workbook(one);
    const judged = book && (await this.judge(one, book, actor));
    if (!judged) return;
    if (judged.length === 0) return this.read.refuse(one, { column: null, cell: null, code: 'no-goods', about: null });
    while (one.rowsDone < judged.length && !enough()) {
      const next = judged.slice(one.rowsDone, one.rowsDone + chunk);
      await inTx(this.db, async (tx) => {
        await hold(tx, one);
        await keep(tx, one, next);
        await tx.query('update sheets.sheet set rows_total = $2 where id = $1', [one.id, judged.length]);
        await advance(tx, one, one.rowsDone + next.length);
      });
    }
    if (one.rowsDone < judged.length) return;
    await inTx(this.db, async (tx) => {
      await hold(tx, one);
      await tx.query(`update sheets.sheet set state = 'checked', lease_until = null where id = $1`, [one.id]);
    });
    await this.files.forget(one.id);
  }

  private async judge(one: GoodsSheet, book: Workbook, actor: Actor): Promise<Judged[] | undefined> {
    const sheet = book.sheets.find(({ name }) => name.slice(0, 120) === one.sheet);
    if (!sheet || !one.mapping) {
      await this.read.refuse(one, { column: null, cell: null, code: 'no-sheet', about: one.sheet });
      return undefined;
    }
    const [known, existing] = await Promise.all([this.own.known(), this.own.all(actor, one.producer)]);
    const lines = readLines(sheet, one.mapping, { ...known, from1904: book.from1904 });
    const usable = this.own.picturesOf(existing);
    const corrected = new Set(lines.flatMap(({ corrects }) => (corrects ? [`${corrects.part}-${corrects.line}`] : [])));
    const taken = new Map(
      (
        await rows<{ mark: string; line: number; print: string }>(
          this.db,
          `select part || '-' || line as mark, line, print from sheets.sheet_row where sheet = $1 and print is not null
           and state in ('new', 'photo', 'waiting')`,
          [one.id],
        )
      )
        .filter(({ mark }) => !corrected.has(mark))
        .map(({ line, print }) => [print, line]),
    );
    const mayStock = producersOf(actor, 'stock.change').includes(one.producer);
    const meet = new Meeting(existing, taken);
    const judged = lines.map((line) => judgeLine(line, { ...known, meet, usable, mayStock, from1904: book.from1904 }));
    await this.standing(judged, existing);
    return judged;
  }

  /** Held against what dated rows ask of such goods today: labels, seasons, kinds. */
  private async standing(judged: readonly Judged[], existing: readonly Existing[]): Promise<void> {
    const now = this.clock.now();
    const byId = new Map(existing.map((one) => [one.id, one]));
    // Goods of one kind are many in a sheet, and what is asked of them is one.
    const refusals = new Map<string, Problem | undefined>();
    for (let from = 0; from < judged.length; from += chunk) {
      await inTx(this.db, async (tx) => {
        for (const row of judged.slice(from, from + chunk)) {
          const before = byId.get(row.listing ?? '');
          const goods = before ? ({ ...before.goods, ...row.edits } as Goods) : row.goods;
          if (!goods || !looked.has(row.state) || before?.kind === 'service') continue;
          const said = PublishListing.parse({ ...listingOf(goods), ...nowhere, quantity: 1 });
          const { commodity, unit, pack, process, label, sellFrom, sellTo, repeatsYearly } = said;
          const key = JSON.stringify([commodity, unit, pack, process, label, sellFrom, sellTo, repeatsYearly]);
          if (!refusals.has(key))
            refusals.set(key, await this.facts.check(tx, said, now).then(() => undefined, refusal));
          const refused = refusals.get(key);
          if (!refused) continue;
          row.state = 'wrong';
          row.print = null;
          row.problems.push(refusedAs(refused, row.line));
        }
      });
    }
  }
}

const looked: ReadonlySet<string> = new Set(['new', 'photo', 'change']);
const nobody = '00000000-0000-4000-8000-000000000000';
const nowhere = { id: nobody, producer: nobody, pictures: [nobody] };

const refusal = (error: unknown): Problem => {
  if (!(error instanceof Problem)) throw error;
  return error;
};

/** A refusal of the catalogue's, at the cell it speaks of. */
const refusedAs = ({ code, details }: Problem, { where, line }: Pick<ReadLine, 'where' | 'line'>): ImportRemark => {
  const field = code.startsWith('catalogue.label')
    ? 'label'
    : code === 'catalogue.window-ended'
      ? 'sellTo'
      : 'commodity';
  const found = where.get(field);
  const names = details?.names ?? details?.fields;
  return {
    column: found?.head ?? null,
    cell: found ? `${found.letter}${line}` : null,
    code,
    about: Array.isArray(names) ? names.join(', ') : null,
  };
};

interface Beside extends Known {
  meet: Meeting;
  /** By what a row may name: the pictures that stand for it. */
  usable: ReadonlyMap<string, string[]>;
  mayStock: boolean;
  from1904: boolean;
}

const judgeLine = (line: ReadLine, { meet, usable, ...known }: Beside): Judged => {
  const { where } = line;
  const place = (field: 'id' | 'name' | 'pictures', code: string, about: string | null): ImportRemark => ({
    column: where.get(field)?.head ?? null,
    cell: where.has(field) ? `${where.get(field)?.letter}${line.line}` : null,
    code,
    about,
  });
  const met = meet.find(line);
  const problems = [
    ...line.problems,
    ...met.problems.map(([field, code, about]) => place(field, code, about)),
    ...line.picturesOf.filter((one) => !usable.has(one)).map((one) => place('pictures', 'picture-unknown', one)),
  ];
  const notes = [...line.notes, ...met.notes.map(([field, code, about]) => place(field, code, about))];
  const lost = problems.some(({ code }) => unknowable.has(code));
  const planned: Planned = lost
    ? { state: 'wrong', goods: null, edits: {}, changes: [], problems, notes }
    : planRow(line.line, { ...line, problems, notes }, met.existing, { ...known, where });
  const pictures = [...new Set(line.picturesOf.flatMap((one) => usable.get(one) ?? []))].slice(0, 6);
  const print = planned.goods && planned.state !== 'wrong' ? goodsPrint(planned.goods) : null;
  const earlier = print === null ? undefined : meet.first(print, line.line);
  const twice = earlier === undefined ? [] : [place('name', 'twice', String(earlier))];
  return {
    ...planned,
    ...(twice.length > 0 ? { state: 'wrong' as const, problems: [...planned.problems, ...twice] } : {}),
    line,
    name: line.said.name ?? met.existing?.goods.name ?? null,
    listing: met.existing?.id ?? null,
    pictures,
    print: twice.length > 0 ? null : print,
  };
};

/** Which product it is cannot be said, so nothing else of it is. */
const unknowable: ReadonlySet<string> = new Set(['id-unknown', 'not-an-id', 'several-of-name']);

type Found = [field: 'id' | 'name', code: string, about: string | null];

/** Which product of the producer's a row is: by its id, or (without one) by its name, unit, pack and variety. */
class Meeting {
  private readonly byId: ReadonlyMap<string, Existing>;
  private readonly byPrint: ReadonlyMap<string, Existing[]>;
  private readonly prints: Map<string, number>;
  private readonly ids = new Map<string, number>();

  constructor(existing: readonly Existing[], taken: ReadonlyMap<string, number>) {
    this.byId = new Map(existing.map((one) => [one.id, one]));
    this.byPrint = Map.groupBy(existing, ({ goods }) => goodsPrint(goods));
    this.prints = new Map(taken);
  }

  find({ id, said, line }: ReadLine): { existing: Existing | undefined; problems: Found[]; notes: Found[] } {
    if (id) {
      const existing = this.byId.get(id);
      const earlier = this.ids.get(id);
      this.ids.set(id, earlier ?? line);
      const problems: Found[] = existing ? [] : [['id', 'id-unknown', null]];
      return { existing, problems: earlier ? [['id', 'twice', String(earlier)]] : problems, notes: [] };
    }
    const { name, unit, pack = null, variety = null } = said;
    const same = name && unit ? (this.byPrint.get(goodsPrint({ name, unit, pack, variety })) ?? []) : [];
    const [only] = same;
    if (!only) return { existing: undefined, problems: [], notes: [] };
    if (same.length > 1) return { existing: undefined, problems: [['name', 'several-of-name', null]], notes: [] };
    const earlier = this.ids.get(only.id);
    this.ids.set(only.id, earlier ?? line);
    return earlier
      ? { existing: only, problems: [['name', 'twice', String(earlier)]], notes: [] }
      : { existing: only, problems: [], notes: [['name', 'known-by-name', null]] };
  }

  /** The earlier row of the same new product, if there is one. */
  first(print: string, line: number): number | undefined {
    const earlier = this.prints.get(print);
    if (earlier === undefined) this.prints.set(print, line);
    return earlier;
  }
}

const keep = async (tx: Tx, one: GoodsSheet, judged: readonly Judged[]): Promise<void> => {
  const kept = judged.map(
    ({ line, name, state, listing, goods, edits, pictures, print, problems, notes, changes }) => ({
      ...{
        line: line.line,
        name,
        state,
        id: randomUUID(),
        listing,
        goods,
        edits,
        pictures,
        print,
        problems,
        notes,
        changes,
      },
      picture_names: line.pictureNames,
      cells: state === 'same' ? [] : line.cells,
    }),
  );
  await tx.query(insert, [one.id, one.part, JSON.stringify(kept)]);
  const replaced = judged.flatMap(({ line }) => line.corrects ?? []).filter(({ part }) => part < one.part);
  await tx.query(replace, [one.id, JSON.stringify(replaced)]);
};

const insert = `insert into sheets.sheet_row (sheet, part, line, state, id, listing, name, goods, edits, pictures, picture_names,
    print, cells, problems, notes, changes)
  select $1, $2, line, state, id, listing, name, goods, edits, pictures, picture_names, print, cells, problems, notes, changes
  from jsonb_to_recordset($3::jsonb) as given (line int, state text, id uuid, listing uuid, name text, goods jsonb, edits jsonb,
    pictures uuid[], picture_names text[], print text, cells jsonb, problems jsonb, notes jsonb, changes jsonb)
  on conflict (sheet, part, line) do nothing`;
const replace = `update sheets.sheet_row r set state = 'replaced', problems = '[]', cells = '[]'
  from jsonb_to_recordset($2::jsonb) as given (part int, line int)
  where r.sheet = $1 and r.part = given.part and r.line = given.line and r.state in ('wrong', 'failed', 'waiting', 'new', 'photo', 'change')`;
