import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sha256 } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { log } from '../platform/log.ts';
import { Esms } from '../platform/messages/esms.gateway.ts';
import { Clock } from '../platform/time.ts';
import { later, movingMessage, recoveryWaits } from './sign-in.rules.ts';

/**
 * Tells former numbers that they are being moved, with a link that stops it; the day of waiting begins when the message was
 * taken. Whom nobody could be told waits, and is tried again each minute.
 */
@Injectable()
export class TellFormerNumbers {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly esms: Esms,
  ) {}

  async run(): Promise<void> {
    const untold = await rows<{ id: string; phone: string }>(
      this.db,
      `select id, old_phone as phone from identity.phone_recovery
       where proved_at is not null and takes_effect_at is null and done_at is null and stopped_at is null
       order by proved_at limit 100`,
    );
    for (const { id, phone } of untold) await this.tell(id, phone);
  }

  private async tell(id: string, phone: string): Promise<void> {
    const key = randomBytes(16).toString('base64url');
    const kept = 'update identity.phone_recovery set stop_key_hash = $2 where id = $1 and takes_effect_at is null';
    await rows(this.db, kept, [id, sha256(key)]);
    const link = `${env().STOREFRONT_URL}/dung-doi-so/${key}`;
    // Each try is another message, because its link is another.
    const outcome = await this.esms.send({ id: sha256(key).slice(0, 32), phone, text: movingMessage(link) });
    if (outcome.kind !== 'sent') {
      log.warn({ recovery: id, outcome: outcome.kind }, 'a former number could not be told; it is tried again');
      return;
    }
    await rows(
      this.db,
      'update identity.phone_recovery set takes_effect_at = $2 where id = $1 and takes_effect_at is null',
      [id, later(this.clock.now(), recoveryWaits)],
    );
  }
}
