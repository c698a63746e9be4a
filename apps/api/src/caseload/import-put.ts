import { areaOf, type ImportView, Problem } from '@chophien/contracts';
import { nfc } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Communes } from '../communes/index.ts';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { judgeFile } from '../platform/spreadsheet/read.ts';
import { ImportFiles } from './import-files.ts';
import { ImportQueries } from './import.queries.ts';
import { FileRefused } from '../platform/spreadsheet/table.ts';

export interface HandedIn {
  id: string;
  commune: string;
  fileName: string;
  cooperative?: string | undefined;
  /** The import whose wrong rows it corrects. */
  continues?: string | undefined;
  bytes: Buffer;
}

/**
 * Takes a list in: judged by its bytes, sealed, put away; the worker reads it. The same id is the same file, and so is the same
 * file for the same commune while its import was not given up: nobody enters a list twice by sending it twice.
 */
@Injectable()
export class PutImport {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly files: ImportFiles,
    private readonly imports: ImportQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem platform.not-found, caseload.file-unreadable, caseload.file-too-large, caseload.illegal-step */
  async run(actor: Actor, given: HandedIn): Promise<z.input<typeof ImportView>> {
    const commune = await this.communes.get(given.commune);
    const area = areaOf(actor, 'household.import');
    const within =
      commune &&
      (area.everywhere || area.communes.includes(commune.code) || area.provinces.includes(commune.province.code));
    if (!within) throw new Problem('platform.not-found');
    if (given.cooperative) {
      const group = await this.identity.producer(this.db, given.cooperative);
      if (!group || group.kind === 'household' || group.commune !== commune.code || group.closedAt) {
        throw new Problem('caseload.not-found');
      }
    }
    const [mine] = await rows<{ import: string }>(this.db, 'select import from caseload.import_file where id = $1', [
      given.id,
    ]);
    if (mine) return this.imports.view(actor, mine.import);
    const format = judged(given.bytes, await this.files.limits());
    const hash = sha256(given.bytes);
    if (given.continues) await this.imports.view(actor, given.continues); // hers to see, or not there
    const [same] = await rows<{ import: string }>(this.db, sameFile, [
      hash,
      commune.code,
      given.cooperative ?? null,
      given.continues ?? null,
    ]);
    if (same) return { ...(await this.imports.view(actor, same.import)), again: true };
    const owner = given.continues ?? given.id;
    const key = await this.files.keep(given.id, owner, given.bytes);
    const fileName =
      nfc(given.fileName)
        .replace(/[\p{Cc}/\\]/gu, ' ')
        .trim()
        .slice(0, 160) || 'danh-sach';
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      if (given.continues) {
        const [taken] = await rows<{ part: number }>(tx, goOn, [owner, fileName, format]);
        if (!taken) throw new Problem('caseload.illegal-step');
      } else {
        await tx.query(begin, [
          owner,
          commune.code,
          commune.province.code,
          given.cooperative ?? null,
          fileName,
          format,
          actor.id,
          now,
        ]);
      }
      await tx.query(
        `insert into caseload.import_file (id, import, part, hash, key, size, handed_in_at, handed_in_by)
         select $1, id, part, $3, $4, $5, $6, $7 from caseload.import where id = $2 on conflict do nothing`,
        [given.id, owner, hash, key, given.bytes.length, now, actor.id],
      );
    });
    return this.imports.view(actor, owner);
  }
}

const judged = (bytes: Buffer, limits: Parameters<typeof judgeFile>[1]): 'xlsx' | 'csv' => {
  try {
    return judgeFile(bytes, limits);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code, about } = error;
    throw new Problem(code === 'too-large' ? 'caseload.file-too-large' : 'caseload.file-unreadable', {
      reason: code,
      about,
    });
  }
};

const sameFile = `select f.import from caseload.import_file f join caseload.import i on i.id = f.import
  where f.hash = $1 and i.commune = $2 and i.cooperative is not distinct from $3::uuid
    and i.state not in ('refused', 'cancelled', 'undoing', 'undone') and ($4::uuid is null or i.id = $4)
  order by i.created_at desc limit 1`;
const begin = `insert into caseload.import (id, commune, province, cooperative, state, part, file_name, format, notes, sheets,
    rows_total, rows_done, created_by, created_at)
  values ($1, $2, $3, $4, 'reading', 1, $5, $6, '[]', '[]', 0, 0, $7, $8) on conflict (id) do nothing`;
const goOn = `update caseload.import set state = 'reading', part = part + 1, file_name = $2, format = $3, rows_total = 0,
    rows_done = 0, reason = null, lease_until = null, ended_at = null
  where id = $1 and state = 'checked' returning part`;
