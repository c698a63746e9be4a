import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { CheckSheet } from './check-sheet.ts';
import { EnterSheet } from './enter-sheet.ts';
import { ReadSheet } from './read-sheet.ts';
import { type GoodsSheet, sheetColumns } from './sheet.entity.ts';
import { LeaseLost } from './sheet-lease.ts';
import { UndoSheet } from './undo-sheet.ts';

/** So long one call works; what is left is taken up by the next, here or in another worker. */
const patience = 20_000;

/**
 * Works on sheets, each step in its own transaction. A worker that is killed leaves its sheet leased for half a minute; then
 * another goes on from the last step that was committed.
 */
@Injectable()
export class WorkSheets {
  constructor(
    private readonly db: DataSource,
    private readonly read: ReadSheet,
    private readonly check: CheckSheet,
    private readonly enter: EnterSheet,
    private readonly undo: UndoSheet,
  ) {}

  async run(): Promise<void> {
    const until = performance.now() + patience;
    const enough = () => performance.now() > until;
    while (!enough()) {
      const [one] = await rows<GoodsSheet>(this.db, claim);
      if (!one) return;
      try {
        if (one.state === 'reading') await this.read.run(one);
        else if (one.state === 'checking') await this.check.run(one, enough);
        else if (one.state === 'entering') await this.enter.run(one, enough);
        else await this.undo.run(one, enough);
      } catch (error) {
        if (error instanceof LeaseLost) continue;
        await rows(this.db, again, [one.id]);
        throw error;
      }
      if (enough()) await rows(this.db, 'update sheets.sheet set lease_until = null where id = $1', [one.id]);
    }
  }
}

/** What failed is tried again soon, not when the lease would have ended. */
const again = `update sheets.sheet set lease_until = now() + interval '3 seconds' where id = $1 and lease_until is not null`;
const claim = `update sheets.sheet set lease_until = now() + interval '30 seconds'
  where id = (
    select id from sheets.sheet where state in ('reading', 'checking', 'entering', 'undoing')
      and (lease_until is null or lease_until < now())
    order by created_at limit 1 for update skip locked)
  returning ${sheetColumns}`;
