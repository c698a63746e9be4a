import { type BodyOf, type beginOfficial, Problem, type ResultOf, type startOfficial } from '@chophien/contracts';
import { localPhone, maskPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { Limits } from '../platform/limits.ts';
import { Clock } from '../platform/time.ts';
import { OfficialStarts } from './official-starts.ts';
import { refuseWeak } from './password.rules.ts';
import { PersonQueries } from './person.queries.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { hashPassword, totpAddress, totpStep, unseal } from './secrets.ts';
import { startSession } from './session.ts';

const guesses = { points: 10, seconds: 900 };

/** The first sign-in of an official, by her link: she chooses a password and shows her authenticator, in one step. */
@Injectable()
export class StartOfficial {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly starts: OfficialStarts,
    private readonly recovery: RecoveryCodes,
    private readonly people: PersonQueries,
  ) {}

  /** What the link is of, and the authenticator to set up; the same each time it is asked. */
  async show(key: string): Promise<ResultOf<typeof beginOfficial>> {
    const { person, name, phone, totpSecret, expiresAt } = await inTx(this.db, (tx) => this.starts.of(tx, key));
    const secret = await unseal(totpSecret, person);
    const otpauth = totpAddress(secret, localPhone(phone));
    return { name, phone: maskPhone(phone), expiresAt: expiresAt.toISOString(), otpauth, secret };
  }

  /** @throws Problem `identity.start-link-ended`, `identity.code-wrong`, `platform.invalid-input` for a weak password */
  async run(actor: Actor, input: BodyOf<typeof startOfficial>): Promise<ResultOf<typeof startOfficial>> {
    await this.limits.take('official start', input.key, guesses);
    const now = this.clock.now();
    const { opened, codes } = await inTx(this.db, async (tx) => {
      const { person, phone, totpSecret } = await this.starts.of(tx, input.key);
      refuseWeak(input.password, phone);
      const step = totpStep(await unseal(totpSecret, person), input.totp, now);
      if (step === null) throw new Problem('identity.code-wrong');
      await this.keep(tx, { person, totpSecret, password: input.password, step, now });
      return {
        codes: await this.recovery.renew(tx, person, now),
        opened: await startSession(tx, actor, { person, kind: 'official', how: 'start', now }),
      };
    });
    const me = await this.people.me(opened.person);
    return { token: opened.token, expiresAt: opened.expiresAt.toISOString(), me, codes };
  }

  private async keep(
    tx: Tx,
    given: { person: string; totpSecret: string; password: string; step: number; now: Date },
  ): Promise<void> {
    const { person, totpSecret, password, step, now } = given;
    await tx.query(
      `insert into identity.credential (person, password_hash, totp_secret, totp_step, changed_at) values ($1, $2, $3, $4, $5)`,
      [person, await hashPassword(password), totpSecret, step, now],
    );
    await tx.query('update identity.official_start set used_at = $2 where person = $1', [person, now]);
  }
}
