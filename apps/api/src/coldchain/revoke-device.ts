import { done, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { scopeOf } from './device-scope.ts';

/** Believes a logger no longer: lost, stolen, broken. What it said before stays. Safe to repeat. */
@Injectable()
export class RevokeDevice {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem coldchain.not-found, for another commune's logger too */
  async run(actor: Actor, deviceId: string, reason: string): Promise<typeof done> {
    const scope = (await scopeOf(actor, this.communes)) ?? null;
    return inTx(this.db, async (tx) => {
      const [device] = await rows<{ commune: string; state: string }>(
        tx,
        `select commune, state from coldchain.device
         where id = $1 and ($2::text[] is null or commune = any($2)) for update`,
        [deviceId, scope],
      );
      if (!device) throw new Problem('coldchain.not-found', { deviceId });
      if (device.state === 'revoked') return done; // the same tap, again
      await rows(
        tx,
        `update coldchain.device set state = 'revoked', revoked_by = $2, revoked_at = $3, revoked_why = $4 where id = $1`,
        [deviceId, actor.id, this.clock.now(), reason],
      );
      await record(tx, actor, 'device.revoked', deviceId, { commune: device.commune, reason });
      return done;
    });
  }
}
