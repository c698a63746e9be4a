import { type BodyOf, type openOfficialSession, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Limits } from '../platform/limits.ts';
import { Clock } from '../platform/time.ts';
import { PersonQueries } from './person.queries.ts';
import { passwordMatches, totpStep, unseal } from './secrets.ts';
import { startSession } from './session.ts';

interface Known {
  person: string;
  passwordHash: string;
  totpSecret: string;
}

/** A stranger may guess this often, and can keep nobody out for longer than the hour. */
const fromOnePlace = { points: 10, seconds: 900 };
const forOnePhone = { points: 50, seconds: 3_600 };

/**
 * Signs an official in. Unknown phone, wrong password, wrong, old or used code, suspended: one answer, after the same work,
 * so that nobody learns who is an official.
 */
@Injectable()
export class OpenOfficialSession {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly people: PersonQueries,
  ) {}

  async run(actor: Actor, input: BodyOf<typeof openOfficialSession>): Promise<ResultOf<typeof openOfficialSession>> {
    const { phone, password, totp } = input;
    await this.limits.take('official sign-in, place', `${phone} ${actor.address}`, fromOnePlace);
    await this.limits.take('official sign-in, phone', phone, forOnePhone);
    const now = this.clock.now();
    const [known] = await rows<Known>(
      this.db,
      `select p.id as person, c.password_hash as "passwordHash", c.totp_secret as "totpSecret"
       from identity.person p join identity.credential c on c.person = p.id
       where p.kind = 'official' and p.phone = $1 and p.suspended_at is null`,
      [phone],
    );
    const proved = await passwordMatches(known?.passwordHash, password);
    const step = totpStep(known && (await unseal(known.totpSecret, known.person)), totp, now);
    if (!known || !proved || step === null) throw new Problem('identity.credentials-wrong');
    const { token, expiresAt } = await inTx(this.db, async (tx) => {
      // Of two who bring the same code at the same moment, one finds it used.
      const [unused] = await rows(
        tx,
        'update identity.credential set totp_step = $2 where person = $1 and totp_step < $2 returning person',
        [known.person, step],
      );
      if (!unused) throw new Problem('identity.credentials-wrong');
      return startSession(tx, actor, { person: known.person, kind: 'official', now });
    });
    await this.limits.forgive('official sign-in, place', `${phone} ${actor.address}`, fromOnePlace);
    return { token, expiresAt: expiresAt.toISOString(), me: await this.people.me(known.person) };
  }
}
