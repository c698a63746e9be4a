import { type NewAuthenticator, Problem } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { freshTotpSecret, seal, totpAddress, totpStep, unseal } from './secrets.ts';
import { endSessions } from './session.ts';

/** A new authenticator for the official who is signed in; the former one holds until the new one has shown a code. */
@Injectable()
export class ReplaceAuthenticator {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async begin(actor: Actor): Promise<NewAuthenticator> {
    const person = actor.id ?? '';
    const secret = freshTotpSecret();
    const [known] = await rows<{ phone: string }>(
      this.db,
      `update identity.credential c set pending_totp = $2 from identity.person p where c.person = $1 and p.id = c.person
       returning p.phone`,
      [person, await seal(secret, person)],
    );
    if (!known) throw new Problem('platform.not-found');
    return { otpauth: totpAddress(secret, localPhone(known.phone)), secret };
  }

  /** @throws Problem `identity.code-wrong`; `platform.not-found` when none was begun */
  async keep(actor: Actor, totp: string): Promise<void> {
    const person = actor.id ?? '';
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const [known] = await rows<{ pending: string | null }>(
        tx,
        'select pending_totp as pending from identity.credential where person = $1 for update',
        [person],
      );
      if (!known?.pending) throw new Problem('platform.not-found');
      const step = totpStep(await unseal(known.pending, person), totp, now);
      if (step === null) throw new Problem('identity.code-wrong');
      await tx.query(
        `update identity.credential set totp_secret = pending_totp, pending_totp = null, totp_step = $2, changed_at = $3
         where person = $1`,
        [person, step, now],
      );
      await endSessions(tx, actor, { person, now, but: actor.sessionId, how: 'taken-away' });
    });
  }
}
