import { type GoodsSheetView, Problem, producersOf } from '@chophien/contracts';
import { nfc } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { judgeFile } from '../platform/spreadsheet/read.ts';
import { FileRefused } from '../platform/spreadsheet/table.ts';
import { Clock } from '../platform/time.ts';
import { SheetFiles } from './sheet-files.ts';
import { SheetQueries } from './sheet.queries.ts';

export interface HandedIn {
  id: string;
  producer: string;
  fileName: string;
  /** The sheet whose wrong rows it corrects. */
  continues?: string | undefined;
  bytes: Buffer;
}

/**
 * Takes a sheet in: judged by its bytes, sealed, put away; the worker reads it. The same id is the same file, and so is the same
 * file for the same producer while its sheet was not given up: nobody offers goods twice by sending a file twice.
 */
@Injectable()
export class PutSheet {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly files: SheetFiles,
    private readonly sheets: SheetQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem sheets.not-found, sheets.file-unreadable, sheets.file-too-large, sheets.illegal-step */
  async run(actor: Actor, given: HandedIn): Promise<z.input<typeof GoodsSheetView>> {
    const { id, producer, continues, bytes } = given;
    const stall = producersOf(actor, 'listing.publish').includes(producer)
      ? await this.identity.producer(this.db, producer)
      : undefined;
    if (!stall) throw new Problem('sheets.not-found');
    const [mine] = await rows<{ sheet: string }>(this.db, 'select sheet from sheets.sheet_file where id = $1', [id]);
    if (mine) return this.sheets.view(actor, mine.sheet);
    const format = judged(bytes, await this.files.limits());
    const hash = sha256(bytes);
    if (continues && (await this.sheets.one(actor, continues)).producer !== producer)
      throw new Problem('sheets.not-found');
    const [same] = await rows<{ sheet: string }>(this.db, sameFile, [hash, producer, continues ?? null]);
    if (same) return { ...(await this.sheets.view(actor, same.sheet)), again: true };
    const owner = continues ?? id;
    const key = await this.files.keep(id, owner, bytes);
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const [taken] = continues
        ? await rows(tx, goOn, [owner, named(given.fileName), format])
        : await rows(tx, begin, [owner, producer, stall.name, named(given.fileName), format, actor.id, now]);
      if (!taken && continues) throw new Problem('sheets.illegal-step');
      await tx.query(
        `insert into sheets.sheet_file (id, sheet, part, hash, key, size, handed_in_at, handed_in_by)
         select $1, id, part, $3, $4, $5, $6, $7 from sheets.sheet where id = $2 and producer = $8 on conflict do nothing`,
        [id, owner, hash, key, bytes.length, now, actor.id, producer],
      );
    });
    return this.sheets.view(actor, owner);
  }
}

const named = (name: string): string =>
  nfc(name)
    .replace(/[\p{Cc}/\\]/gu, ' ')
    .trim()
    .slice(0, 160) || 'bang-hang';

const judged = (bytes: Buffer, limits: Parameters<typeof judgeFile>[1]): 'xlsx' | 'csv' => {
  try {
    return judgeFile(bytes, limits);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code, about } = error;
    throw new Problem(code === 'too-large' ? 'sheets.file-too-large' : 'sheets.file-unreadable', {
      reason: code,
      about,
    });
  }
};

const sameFile = `select f.sheet from sheets.sheet_file f join sheets.sheet s on s.id = f.sheet
  where f.hash = $1 and s.producer = $2 and s.state not in ('refused', 'cancelled', 'undoing', 'undone')
    and ($3::uuid is null or s.id = $3)
  order by s.created_at desc limit 1`;
const begin = `insert into sheets.sheet (id, producer, producer_name, state, part, file_name, format, notes, sheets, rows_total,
    rows_done, created_by, created_at)
  values ($1, $2, $3, 'reading', 1, $4, $5, '[]', '[]', 0, 0, $6, $7) on conflict (id) do nothing returning id`;
const goOn = `update sheets.sheet set state = 'reading', part = part + 1, file_name = $2, format = $3, rows_total = 0,
    rows_done = 0, reason = null, lease_until = null, ended_at = null
  where id = $1 and state in ('checked', 'done') returning id`;
