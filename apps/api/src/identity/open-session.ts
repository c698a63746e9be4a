import { type BodyOf, type openSession, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { PersonQueries } from './person.queries.ts';
import { RegisterPerson } from './register-person.ts';
import { type Opened, startSession } from './session.ts';
import { logSignIn } from './sign-in-log.ts';

/** Exchanges a phone and the code that was sent to it for a session; the first time, the person is registered. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly codes: OneTimeCodes,
    private readonly register: RegisterPerson,
    private readonly people: PersonQueries,
  ) {}

  async run(actor: Actor, input: BodyOf<typeof openSession>): Promise<ResultOf<typeof openSession>> {
    const now = this.clock.now();
    // A wrong try must be counted, so the refusal is thrown after its transaction has committed.
    const outcome = await inTx(this.db, async (tx): Promise<Opened | Problem> => {
      const refused = await this.codes.use(tx, { phone: input.phone, purpose: 'sign-in', code: input.code }, now);
      if (refused) {
        await logSignIn(tx, actor, { at: now, kind: 'person', outcome: 'refused', how: 'code' });
        return refused;
      }
      const person = await this.register.run(tx, actor, input);
      if (person.suspended) return new Problem('platform.not-allowed', { reason: 'suspended' });
      return startSession(tx, actor, { person: person.id, kind: 'person', how: 'code', now });
    });
    if (outcome instanceof Problem) throw outcome;
    const me = await this.people.me(outcome.person);
    return { token: outcome.token, expiresAt: outcome.expiresAt.toISOString(), me };
  }
}
