import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

/** Signs a person out of one of her places; closing it again changes nothing. Another person's is not found. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param which a session's id, or `current` */
  async run(actor: Actor, which: string): Promise<void> {
    const closed = await rows(
      this.db,
      `update identity.session set ended_at = coalesce(ended_at, $3) where id = $1 and person = $2 returning id`,
      [which === 'current' ? actor.sessionId : which, actor.id, this.clock.now()],
    );
    if (closed.length === 0) throw new Problem('platform.not-found');
  }
}
