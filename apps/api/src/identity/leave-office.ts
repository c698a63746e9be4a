import { type BodyOf, type leaveOffice, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { endRoles } from './end-role.ts';
import { RoleQueries } from './role.queries.ts';
import { RolesOf } from './roles-of.ts';
import { endSessions } from './session.ts';

/**
 * Somebody leaves: all her roles and sessions end, and `official.left` says to whom what she had in hand goes; whoever keeps
 * such things hears it. She may still sell for her own household.
 */
@Injectable()
export class LeaveOffice {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly roles: RolesOf,
    private readonly people: RoleQueries,
  ) {}

  /**
   * @throws Problem `platform.not-found`, `identity.not-yours-to-appoint`, `identity.last-operator`,
   *   `identity.colleague-needed` when it goes to nobody although there is a colleague, or to who is none
   */
  async run(actor: Actor, person: string, { handedTo, reason }: BodyOf<typeof leaveOffice>): Promise<void> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const held = await this.roles.held(tx, { person }, now);
      if (held.length === 0) throw new Problem('platform.not-found');
      for (const role of held) await this.roles.mayEnd(actor, role);
      const colleagues = await this.people.colleagues(tx, person, now);
      if (handedTo ? !colleagues.some(({ id }) => id === handedTo) : colleagues.length > 0) {
        throw new Problem('identity.colleague-needed');
      }
      await endRoles(tx, actor, held, { reason, now });
      await endSessions(tx, actor, { person, now, how: 'taken-away' });
      const places = new Map(held.map(({ commune, province }) => [`${commune} ${province}`, { commune, province }]));
      for (const place of places.values()) await record(tx, actor, 'official.left', person, { ...place, handedTo });
    });
  }
}
