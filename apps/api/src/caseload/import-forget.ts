import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { endImport } from './import-end.ts';
import { ImportFiles } from './import-files.ts';

/** Ends lists nobody went on with: their files and names are kept no longer than the dated limit says. */
@Injectable()
export class ForgetImports {
  constructor(
    private readonly db: DataSource,
    private readonly files: ImportFiles,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const { keepDays } = await this.files.limits();
    const now = this.clock.now();
    const old = await rows<{ id: string }>(
      this.db,
      `select i.id from caseload.import i where i.state in ('mapping', 'checked')
         and not exists (select 1 from caseload.import_file f where f.import = i.id and f.handed_in_at > $1)`,
      [new Date(now.getTime() - keepDays * 86_400_000)],
    );
    for (const { id } of old) {
      await inTx(this.db, async (tx) => {
        const [one] = await rows<{ entered: boolean }>(
          tx,
          `select entered_at is not null as entered from caseload.import where id = $1 and state in ('mapping', 'checked') for update`,
          [id],
        );
        if (one) await endImport(tx, { id, state: one.entered ? 'done' : 'cancelled', at: now }, this.files);
      });
      await this.files.sweep(id);
    }
  }
}
