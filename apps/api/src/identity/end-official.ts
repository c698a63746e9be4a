import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { endSessions } from './session.ts';

interface Ended {
  role: string;
  commune: string | null;
  province: string | null;
}

/** Ends what an official may do, and signs her out everywhere: she left her office. */
@Injectable()
export class EndOfficial {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Answers how many grants ended. */
  async run(actor: Actor, phone: string): Promise<number> {
    const now = this.clock.now();
    return inTx(this.db, async (tx) => {
      const [official] = await rows<{ id: string }>(
        tx,
        `select id from identity.person where kind = 'official' and phone = $1 for update`,
        [phone],
      );
      if (!official) throw new Problem('platform.not-found');
      const ended = await rows<Ended>(
        tx,
        `update identity.access_grant set valid_until = greatest($2, valid_from) where person = $1 and valid_until is null
         returning role, commune, province`,
        [official.id, now],
      );
      for (const grant of ended) await record(tx, actor, 'grant.ended', official.id, { ...grant, producer: null });
      await endSessions(tx, actor, { person: official.id, now, how: 'taken-away' });
      return ended.length;
    });
  }
}
