import { Problem } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { OfficialKeys } from './create-official.ts';
import { endSessions } from './end-official.ts';
import { freshPassword, freshTotpSecret, hashPassword, seal, totpAddress } from './secrets.ts';

/** A new password and authenticator for an official who lost hers; wherever she was signed in, she no longer is. */
@Injectable()
export class ResetOfficial {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(phone: string): Promise<OfficialKeys> {
    const password = freshPassword();
    const secret = freshTotpSecret();
    const hashed = await hashPassword(password);
    const now = this.clock.now();
    const id = await inTx(this.db, async (tx) => {
      const [official] = await rows<{ id: string }>(
        tx,
        `select id from identity.person where kind = 'official' and phone = $1 for update`,
        [phone],
      );
      if (!official) throw new Problem('platform.not-found');
      await tx.query(
        `update identity.credential set password_hash = $2, totp_secret = $3, totp_step = 0, changed_at = $4 where person = $1`,
        [official.id, hashed, await seal(secret, official.id), now],
      );
      await endSessions(tx, official.id, now);
      return official.id;
    });
    return { id, password, otpauth: totpAddress(secret, localPhone(phone)) };
  }
}
