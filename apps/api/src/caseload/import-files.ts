import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { vietnamDay } from '@chophien/kernel';
import { rows, type Tx } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { sealBytes, unsealBytes } from '../platform/sealed.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import type { ImportLimit } from './import.entity.ts';

const place = (id: string, owner: string) => ({ table: 'caseload.import_file', row: id, owner });
const keyOf = (id: string): string => `imports/${id}`;

/** The files of lists: sealed while they are needed, destroyed when their import ends; and the limits they are held to. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** The limits of today. */
  async limits(): Promise<ImportLimit> {
    const [limit] = await rows<ImportLimit>(this.db, limitsSql, [vietnamDay(this.clock.now())]);
    if (!limit) throw new Error('caseload.import_limit has no row for today');
    return limit;
  }

  /** Puts the sealed bytes away; answers the key for the row. */
  async keep(id: string, owner: string, bytes: Buffer): Promise<string> {
    const { sealed, key } = await sealBytes(bytes, place(id, owner));
    await this.storage.put(keyOf(id), sealed);
    return key;
  }

  /** The bytes of one file of an import; undefined once it is destroyed. */
  async open(owner: string, part: number): Promise<Buffer | undefined> {
    const [file] = await rows<{ id: string; key: string | null }>(
      this.db,
      'select id, key from caseload.import_file where import = $1 and part = $2',
      [owner, part],
    );
    return file?.key ? unsealBytes(await this.storage.get(keyOf(file.id)), file.key, place(file.id, owner)) : undefined;
  }

  /** Destroys the keys, in the transaction; without them the bytes are noise, and {@link sweep} takes them away. */
  async destroy(tx: Tx, owner: string): Promise<void> {
    await tx.query('update caseload.import_file set key = null where import = $1', [owner]);
  }

  /** Takes away the bytes of destroyed files. */
  async sweep(owner: string): Promise<void> {
    const gone = await rows<{ id: string }>(
      this.db,
      'select id from caseload.import_file where import = $1 and key is null',
      [owner],
    );
    for (const { id } of gone) {
      await this.storage
        .delete(keyOf(id))
        .catch((error: unknown) => log.warn({ err: error }, 'a list was not deleted'));
    }
  }
}

const limitsSql = `select valid_from as "validFrom", most_rows as "mostRows", most_bytes as "mostBytes",
    most_unpacked as "mostUnpacked", most_entries as "mostEntries", most_ratio as "mostRatio", keep_days as "keepDays",
    undo_hours as "undoHours", source
  from caseload.import_limit where valid_from <= $1::date order by valid_from desc limit 1`;
