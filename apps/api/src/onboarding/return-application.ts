import type { ApplicationView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { step } from './application.rules.ts';
import { decidedApplication } from './decided-application.ts';

type Remarks = ApplicationView['remarks'];

/** Hands an application back, with what to correct. The same remarks twice are one return. */
@Injectable()
export class ReturnApplication {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly applications: ApplicationQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, remarks: Remarks): Promise<ApplicationView> {
    await inTx(this.db, async (tx) => {
      const application = await decidedApplication(tx, actor, { id, identity: this.identity });
      const made = await rows<Remarks[number]>(
        tx,
        'select item, reason from onboarding.remark where application = $1 and round = $2 order by position',
        [id, application.round],
      );
      if (application.state === 'returned' && JSON.stringify(made) === JSON.stringify(remarks.map(plain))) return;
      step(application.state, 'returned');
      const now = this.clock.now();
      await tx.query(
        `update onboarding.application set state = 'returned', decided_at = $2, decided_by = $3 where id = $1`,
        [id, now, actor.id],
      );
      await tx.query(
        `insert into onboarding.remark (application, round, position, item, reason, by, at)
         select $1, $2, place, item, reason, $5, $6
         from unnest($3::text[], $4::text[]) with ordinality as given (item, reason, place)`,
        [id, application.round, remarks.map(({ item }) => item), remarks.map(({ reason }) => reason), actor.id, now],
      );
      await record(tx, actor, 'application.returned', id, {
        commune: application.commune,
        applicant: application.applicant,
        items: remarks.map(({ item }) => item),
      });
    });
    return this.applications.officersOne(actor, id, 'application.return');
  }
}

const plain = ({ item, reason }: Remarks[number]): Remarks[number] => ({ item, reason });
