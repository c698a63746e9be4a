import { areaOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Colleagues } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { endImport } from './import-end.ts';
import { ImportFiles } from './import-files.ts';
import { advance, hold } from './import-lease.ts';
import type { Import } from './import.entity.ts';

const chunk = 200;

/** Takes back what an import entered, as far as nobody touched it: what somebody did with a household since stays done. */
@Injectable()
export class UndoImport {
  constructor(
    private readonly db: DataSource,
    private readonly colleagues: Colleagues,
    private readonly onboarding: Onboarding,
    private readonly files: ImportFiles,
    private readonly clock: Clock,
  ) {}

  async run(one: Import, enough: () => boolean): Promise<void> {
    for (let more = true; more && !enough(); ) {
      more = await inTx(this.db, async (tx) => {
        await hold(tx, one);
        const actor = await this.colleagues.actor(tx, one.enteredBy ?? one.createdBy);
        const area = actor && areaOf(actor, 'household.import');
        const mine =
          area && (area.everywhere || area.communes.includes(one.commune) || area.provinces.includes(one.province));
        if (!actor || !mine) {
          await tx.query(`update caseload.import set state = 'checked', lease_until = null where id = $1`, [one.id]);
          return false;
        }
        const next = await rows<{ producer: string }>(
          tx,
          `select producer from caseload.import_row where import = $1 and state in ('entered', 'undone') and producer is not null
           order by part, line limit $2 offset $3`,
          [one.id, chunk, one.rowsDone],
        );
        if (next.length === 0) {
          await endImport(tx, { id: one.id, state: 'undone', at: this.clock.now() }, this.files);
          return false;
        }
        const visited = await rows<{ producer: string }>(
          tx,
          `select distinct producer from caseload.visit where producer = any($1::uuid[]) and visited_on is not null`,
          [next.map(({ producer }) => producer)],
        );
        const seen = new Set(visited.map(({ producer }) => producer));
        const free = next.map(({ producer }) => producer).filter((producer) => !seen.has(producer));
        const gone = await this.onboarding.withdraw(tx, actor, free);
        await tx.query(
          `update caseload.import_row set state = 'undone', settled_at = $3 where import = $1 and producer = any($2::uuid[])
           and state = 'entered'`,
          [one.id, gone, this.clock.now()],
        );
        await tx.query('delete from caseload.visit where producer = any($1::uuid[])', [gone]);
        await tx.query(
          `update caseload.assignment set until = $2, ended_why = 'undone', ended_by = $3
           where producer = any($1::uuid[]) and until is null`,
          [gone, this.clock.now(), actor.id],
        );
        await tx.query('delete from caseload.household where id = any($1::uuid[])', [gone]);
        await advance(tx, one, one.rowsDone + next.length);
        return true;
      });
    }
    await this.files.sweep(one.id);
  }
}
