import { Problem, type StartLink } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { OfficialStarts } from './official-starts.ts';
import { RolesOf } from './roles-of.ts';
import { endSessions } from './session.ts';

/** A new link for an official who lost password, authenticator and codes: the former ones open nothing, nor do her sessions. */
@Injectable()
export class RenewStart {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly roles: RolesOf,
    private readonly starts: OfficialStarts,
  ) {}

  /** @throws Problem `platform.not-found`, `identity.not-yours-to-appoint` */
  async run(actor: Actor, person: string, reason: string): Promise<StartLink> {
    return inTx(this.db, async (tx) => {
      const held = await this.roles.held(tx, { person }, this.clock.now());
      if (held.length === 0 || held[0]?.kind !== 'official') throw new Problem('platform.not-found');
      for (const role of held) await this.roles.mayEnd(actor, role);
      return this.renew(tx, actor, person, reason);
    });
  }

  /** The same by phone and without asking who may: for commands. */
  async byCommand(actor: Actor, phone: string): Promise<StartLink> {
    return inTx(this.db, async (tx) => {
      const [official] = await rows<{ id: string }>(
        tx,
        `select id from identity.person where kind = 'official' and phone = $1 for update`,
        [phone],
      );
      if (!official) throw new Problem('platform.not-found');
      return this.renew(tx, actor, official.id, 'operate');
    });
  }

  private async renew(tx: Tx, actor: Actor, person: string, reason: string): Promise<StartLink> {
    const link = await this.starts.make(tx, actor, person);
    await endSessions(tx, actor, { person, now: this.clock.now(), how: 'taken-away' });
    await record(tx, actor, 'official.reset', person, { reason });
    return link;
  }
}
