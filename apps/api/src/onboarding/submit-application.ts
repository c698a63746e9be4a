import { type ApplicationView, Problem, type SubmitApplication as Input } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { said } from './application.rules.ts';
import { communeOf } from './commune-of.ts';

/** Takes in an application, with what was agreed to. The same one again is the same application. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly applications: ApplicationQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { id, ...fields }: Input): Promise<ApplicationView> {
    const { province, code: commune } = await communeOf(this.communes, fields.commune);
    const { kind, name, subArea, address, crops, note } = said(fields);
    const body = sha256(JSON.stringify(said(fields)));
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const inserted = await rows(
        tx,
        `insert into onboarding.application (id, applicant, kind, name, commune, province, sub_area, address, crops, note,
           state, round, first_body, submitted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'submitted', 1, $11, $12)
         on conflict do nothing returning id`,
        [id, actor.id, kind, name, commune, province.code, subArea, address, crops, note, body, now],
      );
      if (inserted.length === 0) {
        // This id came before, or an application of this kind is open: the same one again is the first alone.
        const [known] = await rows<{ applicant: string; body: string }>(
          tx,
          'select applicant, first_body as body from onboarding.application where id = $1',
          [id],
        );
        if (known && known.applicant !== actor.id) throw new Problem('onboarding.not-found');
        if (known?.body !== body) throw new Problem('onboarding.already-applied');
        return;
      }
      await tx.query(
        `insert into onboarding.consent (person, application, kind, version, at, address)
         select distinct on (kind) $1::uuid, $2::uuid, kind, version, $3::timestamptz, $4
         from onboarding.consent_text where valid_from <= $3::timestamptz at time zone 'Asia/Ho_Chi_Minh'
         order by kind, valid_from desc`,
        [actor.id, id, now, actor.address],
      );
      await record(tx, actor, 'application.submitted', id, {
        kind,
        commune,
        province: province.code,
        subArea,
        crops,
        applicant: actor.id as string,
        again: false,
      });
    });
    return this.applications.ownOne(actor, id);
  }
}
