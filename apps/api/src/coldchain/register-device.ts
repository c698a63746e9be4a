import { type BodyOf, Problem, type registerDevice } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { randomToken } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { seal } from './device-key.ts';
import { scopeOf } from './device-scope.ts';

/** Takes a logger in and makes its key, which is shown this once and kept sealed. */
@Injectable()
export class RegisterDevice {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem communes.unknown (for a commune that is not the officer's, too), coldchain.device-known */
  async run(
    actor: Actor,
    { deviceId, model, commune }: BodyOf<typeof registerDevice>,
  ): Promise<{ deviceId: string; key: string }> {
    const scope = await scopeOf(actor, this.communes);
    const known = await this.communes.get(commune);
    if (!known || (scope && !scope.includes(known.code))) throw new Problem('communes.unknown', { code: commune });
    const key = randomToken();
    return inTx(this.db, async (tx) => {
      const made = await rows(
        tx,
        `insert into coldchain.device (id, model, commune, sealed_key, state, registered_by, registered_at)
         values ($1, $2, $3, $4, 'active', $5, $6) on conflict do nothing returning 1`,
        [deviceId, model, known.code, await seal(deviceId, key), actor.id, this.clock.now()],
      );
      if (made.length === 0) throw new Problem('coldchain.device-known', { deviceId });
      await record(tx, actor, 'device.registered', deviceId, { commune: known.code, model });
      return { deviceId, key };
    });
  }
}
