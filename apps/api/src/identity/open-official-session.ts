import { type BodyOf, type openOfficialSession, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Limits } from '../platform/limits.ts';
import { Clock } from '../platform/time.ts';
import { Authenticators } from './authenticators.ts';
import { PersonQueries } from './person.queries.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { passwordMatches, totpStep, unseal } from './secrets.ts';
import { type Opened, startSession } from './session.ts';
import { logSignIn } from './sign-in-log.ts';

interface Known {
  person: string;
  passwordHash: string;
  totpSecret: string;
}

/** A stranger may guess this often, and can keep nobody out for longer than the hour. */
const fromOnePlace = { points: 10, seconds: 900 };
const forOnePhone = { points: 50, seconds: 3_600 };

/**
 * Signs an official in. Unknown phone, wrong password, wrong, old or used code, not yet begun, suspended: one answer, after the same work,
 * so that nobody learns who is an official.
 */
@Injectable()
export class OpenOfficialSession {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly people: PersonQueries,
    private readonly authenticators: Authenticators,
    private readonly recovery: RecoveryCodes,
  ) {}

  async run(actor: Actor, input: BodyOf<typeof openOfficialSession>): Promise<ResultOf<typeof openOfficialSession>> {
    const { phone, password, totp, recovery } = input;
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
    const how = recovery === undefined ? 'password' : 'recovery-code';
    const matches = await passwordMatches(known?.passwordHash, password);
    const step = totpStep(known && (await unseal(known.totpSecret, known.person)), totp ?? '', now);
    // A refused try must be written down, so the refusal is thrown after its transaction has committed.
    const opened = await inTx(this.db, async (tx): Promise<Opened | undefined> => {
      const proved =
        recovery === undefined
          ? known && step !== null && matches && (await this.authenticators.spend(tx, known.person, step))
          : await this.recovery.use(tx, matches ? known?.person : undefined, recovery, now);
      if (known && proved) return startSession(tx, actor, { person: known.person, kind: 'official', how, now });
      await logSignIn(tx, actor, { at: now, person: known?.person ?? null, kind: 'official', outcome: 'refused', how });
      return undefined;
    });
    if (!opened) throw new Problem('identity.credentials-wrong');
    await this.limits.forgive('official sign-in, place', `${phone} ${actor.address}`, fromOnePlace);
    const { token, expiresAt, person } = opened;
    return { token, expiresAt: expiresAt.toISOString(), me: await this.people.me(person) };
  }
}
