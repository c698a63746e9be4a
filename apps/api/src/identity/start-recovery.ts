import { type BodyOf, Problem, type RecoveryView, type startRecovery } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { RecoveryQueries } from './recovery.queries.ts';

interface Found {
  person: string;
  commune: string;
}

/**
 * An officer begins to move a lost number, for somebody of a household of her area who stands before her with her card. Whose
 * number it is elsewhere she does not learn: it is not found. The same id again is the same recovery.
 */
@Injectable()
export class StartRecovery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly recoveries: RecoveryQueries,
  ) {}

  /** @throws Problem `platform.not-found`, `identity.recovery-open` */
  async run(actor: Actor, input: BodyOf<typeof startRecovery>): Promise<RecoveryView> {
    const { id, oldPhone, newPhone, reason } = input;
    if (oldPhone === newPhone) {
      const same = { field: 'newPhone', rule: 'same', message: 'another number than the former one' };
      throw new Problem('platform.invalid-input', { errors: [same] });
    }
    const area = await this.recoveries.area(actor);
    await inTx(this.db, async (tx) => {
      const [known] = await rows(tx, 'select 1 from identity.phone_recovery where id = $1', [id]);
      if (known) return;
      const [found] = await rows<Found>(tx, ofArea, [...area, oldPhone]);
      if (!found) throw new Problem('platform.not-found');
      await tx.query(
        `insert into identity.phone_recovery (id, person, old_phone, new_phone, commune, reason, started_by, started_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, found.person, oldPhone, newPhone, found.commune, reason, actor.id, this.clock.now()],
      );
      await record(tx, actor, 'recovery.started', found.person, { by: actor.id ?? '', commune: found.commune, reason });
    });
    return this.recoveries.get(actor, id);
  }
}

/** Somebody with this number who belongs to a household of the area. */
const ofArea = `select p.id as person, h.commune
  from identity.person p
    join identity.membership m on m.person = p.id and m.until is null
    join identity.producer h on h.id = m.producer
  where p.kind = 'person' and p.phone = $3 and ($1 or h.commune = any($2::text[]))
  order by m.since limit 1`;
