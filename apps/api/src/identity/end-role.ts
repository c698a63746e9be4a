import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type HeldRole, RolesOf } from './roles-of.ts';
import { endSessions } from './session.ts';

/** Ends a role. An official who has none left is signed out everywhere: her next request is nobody's. */
@Injectable()
export class EndRole {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly roles: RolesOf,
  ) {}

  /** @throws Problem `platform.not-found`, `identity.not-yours-to-appoint`, `identity.last-operator` */
  async run(actor: Actor, id: string, reason: string): Promise<void> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const [held] = await this.roles.held(tx, { id }, now);
      if (!held) throw new Problem('platform.not-found');
      await this.roles.mayEnd(actor, held);
      await endRoles(tx, actor, [held], { reason, now });
      const left = await this.roles.held(tx, { person: held.person }, now);
      if (held.kind === 'official' && left.length === 0) {
        await endSessions(tx, actor, { person: held.person, now, how: 'taken-away' });
      }
    });
  }
}

/** Ends these roles and states it. @throws Problem `identity.last-operator` */
export async function endRoles(
  tx: Tx,
  actor: Actor,
  held: readonly HeldRole[],
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  if (held.some(({ role }) => role === 'operator')) await keepAnOperator(tx, held, now);
  for (const { id, person, role, commune, province } of held) {
    await tx.query(
      `update identity.access_grant set valid_until = greatest($2, valid_from), ended_by = $3, end_reason = $4 where id = $1`,
      [id, now, actor.id, reason],
    );
    await record(tx, actor, 'grant.ended', person, { role, producer: null, commune, province });
  }
}

/** Without an operator nobody could appoint anyone. Two who end each other wait for one another here. */
const keepAnOperator = async (tx: Tx, ending: readonly HeldRole[], now: Date): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('identity.operators', 0))`);
  const [other] = await rows(
    tx,
    `select 1 from identity.access_grant g join identity.person p on p.id = g.person
     where g.role = 'operator' and p.suspended_at is null and g.id <> all($1::uuid[])
       and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2) limit 1`,
    [ending.map(({ id }) => id), now],
  );
  if (!other) throw new Problem('identity.last-operator');
};
