import { type BodyOf, type changePassword, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Limits } from '../platform/limits.ts';
import { Clock } from '../platform/time.ts';
import { refuseWeak } from './password.rules.ts';
import { hashPassword, passwordMatches } from './secrets.ts';
import { endSessions } from './session.ts';

const guesses = { points: 10, seconds: 900 };

/** Another password for the official who is signed in; wherever else she was signed in, she no longer is. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  /** @throws Problem `identity.credentials-wrong` for a wrong current one, `platform.invalid-input` for a weak new one */
  async run(actor: Actor, { current, password }: BodyOf<typeof changePassword>): Promise<void> {
    const person = actor.id ?? '';
    await this.limits.take('password change', person, guesses);
    const [known] = await rows<{ hash: string; phone: string }>(
      this.db,
      `select c.password_hash as hash, p.phone from identity.credential c join identity.person p on p.id = c.person
       where c.person = $1`,
      [person],
    );
    if (!known) throw new Problem('platform.not-found');
    if (!(await passwordMatches(known.hash, current))) throw new Problem('identity.credentials-wrong');
    refuseWeak(password, known.phone);
    const hashed = await hashPassword(password);
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      await tx.query('update identity.credential set password_hash = $2, changed_at = $3 where person = $1', [
        person,
        hashed,
        now,
      ]);
      await endSessions(tx, actor, { person, now, but: actor.sessionId, how: 'taken-away' });
    });
  }
}
