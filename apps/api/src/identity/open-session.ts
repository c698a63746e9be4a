import { type BodyOf, type openSession, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { equalConstantTime } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { PersonQueries } from './person.queries.ts';
import { RegisterPerson } from './register-person.ts';
import { codeHmac } from './request-code.ts';
import { type Opened, startSession } from './session.ts';
import { judge, type KeptCode } from './sign-in.rules.ts';

type Kept = KeptCode & { id: string; hmac: string };

/** Exchanges a phone and the code that was sent to it for a session; the first time, the person is registered. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly register: RegisterPerson,
    private readonly people: PersonQueries,
  ) {}

  async run(actor: Actor, input: BodyOf<typeof openSession>): Promise<ResultOf<typeof openSession>> {
    const now = this.clock.now();
    // A wrong try must be counted, so the refusal is thrown after its transaction has committed.
    const outcome = await inTx(this.db, async (tx): Promise<Opened | Problem> => {
      const refused = await this.use(tx, input, now);
      if (refused) return refused;
      const person = await this.register.run(tx, actor, input);
      if (person.suspended) return new Problem('platform.not-allowed', { reason: 'suspended' });
      return startSession(tx, actor, { person: person.id, kind: 'person', now });
    });
    if (outcome instanceof Problem) throw outcome;
    const me = await this.people.me(outcome.person);
    return { token: outcome.token, expiresAt: outcome.expiresAt.toISOString(), me };
  }

  /** Spends the newest code of the phone, or a try of it. The row is locked: tries made at once are counted one by one. */
  private async use(tx: Tx, { phone, code }: { phone: string; code: string }, now: Date): Promise<Problem | undefined> {
    const [kept] = await rows<Kept>(
      tx,
      `select id, hmac, expires_at as "expiresAt", tries, used_at as "usedAt" from identity.one_time_code
       where phone = $1 and voided_at is null order by created_at desc limit 1 for update`,
      [phone],
    );
    const matches = equalConstantTime(kept?.hmac ?? '', codeHmac(kept?.id ?? '', phone, code));
    const refused = judge(kept, matches, now);
    if (!refused) await tx.query('update identity.one_time_code set used_at = $2 where id = $1', [kept?.id, now]);
    else if (refused.details.left !== undefined) {
      await tx.query('update identity.one_time_code set tries = tries + 1 where id = $1', [kept?.id]);
    }
    return refused;
  }
}
