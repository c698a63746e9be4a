import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { endSheet } from './end-sheet.ts';
import { SheetFiles } from './sheet-files.ts';

/** Ends sheets nobody went on with, and rows whose pictures never came: kept no longer than the dated limit says. */
@Injectable()
export class ForgetSheets {
  constructor(
    private readonly db: DataSource,
    private readonly files: SheetFiles,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const { keepDays } = await this.files.limits();
    const now = this.clock.now();
    const before = new Date(now.getTime() - keepDays * 86_400_000);
    const old = await rows<{ id: string }>(
      this.db,
      `select s.id from sheets.sheet s where s.state in ('mapping', 'checked')
         and not exists (select 1 from sheets.sheet_file f where f.sheet = s.id and f.handed_in_at > $1)`,
      [before],
    );
    for (const { id } of old) {
      await inTx(this.db, async (tx) => {
        const [one] = await rows<{ entered: boolean }>(
          tx,
          `select entered_at is not null as entered from sheets.sheet where id = $1 and state in ('mapping', 'checked') for update`,
          [id],
        );
        if (one) await endSheet(tx, { id, state: one.entered ? 'done' : 'cancelled', at: now });
      });
      await this.files.forget(id);
    }
    await rows(this.db, `update sheets.sheet_row set state = 'left-out' where state = 'waiting' and settled_at < $1`, [
      before,
    ]);
  }
}
