import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Weigh } from './weigh.ts';

const actor = system('onboarding');
const batch = 100;

/** The clock, each day: what begins, ends or expires by its date alone shows on every application. */
@Injectable()
export class WeighAll {
  constructor(
    private readonly db: DataSource,
    private readonly weigh: Weigh,
  ) {}

  async run(): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const found = await rows<{ id: string }>(
        this.db,
        `select id from onboarding.application where id > $1 and status <> 'closed' order by id limit ${batch}`,
        [after],
      );
      const ids = found.map(({ id }) => id);
      await inTx(this.db, (tx) => this.weigh.run(tx, actor, ids));
      const last = ids.at(-1);
      if (!last || ids.length < batch) return;
      after = last;
    }
  }
}
