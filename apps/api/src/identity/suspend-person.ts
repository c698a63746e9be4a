import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { endSessions } from './session.ts';

/** Keeps the holder of a phone out, or lets her in again; her open sessions end and stay ended. */
@Injectable()
export class SuspendPerson {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({
    phone,
    kind,
    suspended,
  }: {
    phone: string;
    kind: 'person' | 'official';
    suspended: boolean;
  }): Promise<void> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const [person] = await rows<{ id: string }>(
        tx,
        'update identity.person set suspended_at = $3 where kind = $1 and phone = $2 returning id',
        [kind, phone, suspended ? now : null],
      );
      if (!person) throw new Problem('platform.not-found');
      if (suspended) await endSessions(tx, system('operate'), { person: person.id, now, how: 'taken-away' });
    });
  }
}
