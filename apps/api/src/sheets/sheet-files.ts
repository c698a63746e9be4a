import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { sealBytes, unsealBytes } from '../platform/sealed.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import type { SheetLimit } from './sheet.entity.ts';

const place = (id: string, owner: string) => ({ table: 'sheets.sheet_file', row: id, owner });
const keyOf = (id: string): string => `goods-sheets/${id}`;

/** The files of sheets, sealed until they are read (somebody may hand in another list than she meant), and their limits. */
@Injectable()
export class SheetFiles {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** The limits of today. */
  async limits(): Promise<SheetLimit> {
    const [limit] = await rows<SheetLimit>(
      this.db,
      `select valid_from as "validFrom", most_rows as "mostRows", most_bytes as "mostBytes",
         most_unpacked as "mostUnpacked", most_entries as "mostEntries", most_ratio as "mostRatio", keep_days as "keepDays",
         source
       from sheets.sheet_limit where valid_from <= $1::date order by valid_from desc limit 1`,
      [vietnamDay(this.clock.now())],
    );
    if (!limit) throw new Error('sheets.sheet_limit has no row for today');
    return limit;
  }

  /** Puts the sealed bytes away; answers the key for the row. */
  async keep(id: string, owner: string, bytes: Buffer): Promise<string> {
    const { sealed, key } = await sealBytes(bytes, place(id, owner));
    await this.storage.put(keyOf(id), sealed);
    return key;
  }

  /** The bytes of one file of a sheet; undefined once it was read. */
  async open(owner: string, part: number): Promise<Buffer | undefined> {
    const [file] = await rows<{ id: string; key: string | null }>(
      this.db,
      'select id, key from sheets.sheet_file where sheet = $1 and part = $2',
      [owner, part],
    );
    return file?.key ? unsealBytes(await this.storage.get(keyOf(file.id)), file.key, place(file.id, owner)) : undefined;
  }

  /** What was read is not kept: without its key it is noise, and the bytes go too. */
  async forget(owner: string): Promise<void> {
    const gone = await rows<{ id: string }>(
      this.db,
      `with known as (select id from sheets.sheet_file where sheet = $1 and key is not null)
       update sheets.sheet_file file set key = null from known where file.id = known.id returning file.id`,
      [owner],
    );
    for (const { id } of gone) {
      await this.storage
        .delete(keyOf(id))
        .catch((error: unknown) => log.warn({ err: error }, 'a sheet was not deleted'));
    }
  }
}
