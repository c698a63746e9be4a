import { type CodeSent, Problem, type prove, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Limits } from '../platform/limits.ts';
import { Clock } from '../platform/time.ts';
import { Authenticators } from './authenticators.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { logSignIn } from './sign-in-log.ts';

const guesses = { points: 10, seconds: 900 };

/** Shows again who is here: a person by a code to her own phone, an official by her authenticator. It holds for this session. */
@Injectable()
export class Prove {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly codes: OneTimeCodes,
    private readonly authenticators: Authenticators,
  ) {}

  /** Sends the code; an official has her authenticator. */
  async ask(actor: Actor, by: 'sms' | undefined): Promise<CodeSent> {
    if (actor.kind !== 'person') throw new Problem('platform.not-found');
    const phone = await this.phoneOf(actor);
    return this.codes.ask(actor, { phone, purpose: 'proof', subject: actor.id ?? '', by });
  }

  async run(actor: Actor, code: string): Promise<ResultOf<typeof prove>> {
    const person = actor.id ?? '';
    const isPerson = actor.kind === 'person';
    const phone = isPerson ? await this.phoneOf(actor) : '';
    if (!isPerson) await this.limits.take('proof', person, guesses);
    const now = this.clock.now();
    // A wrong try must be counted, so the refusal is thrown after its transaction has committed.
    const refused = await inTx(this.db, async (tx): Promise<Problem | undefined> => {
      const wrong = isPerson
        ? await this.codes.use(tx, { phone, purpose: 'proof', subject: person, code }, now)
        : await this.authenticators.use(tx, person, code, now);
      await this.note(tx, actor, wrong === undefined, now);
      return wrong;
    });
    if (refused) throw refused;
    if (!isPerson) await this.limits.forgive('proof', person, guesses);
    return { provedAt: now.toISOString() };
  }

  private async note(tx: Tx, actor: Actor, proved: boolean, now: Date): Promise<void> {
    if (proved) await tx.query('update identity.session set proved_at = $2 where id = $1', [actor.sessionId, now]);
    await logSignIn(tx, actor, {
      at: now,
      person: actor.id,
      kind: actor.kind === 'official' ? 'official' : 'person',
      outcome: proved ? 'proved' : 'refused',
      how: actor.kind === 'official' ? 'authenticator' : 'code',
      session: actor.sessionId,
    });
  }

  private async phoneOf(actor: Actor): Promise<string> {
    const [found] = await rows<{ phone: string }>(this.db, 'select phone from identity.person where id = $1', [
      actor.id,
    ]);
    if (!found) throw new Problem('identity.sign-in-needed');
    return found.phone;
  }
}
