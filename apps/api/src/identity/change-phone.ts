import { randomUUID } from 'node:crypto';
import { type BodyOf, type changePhone, type CodeSent, type MeView, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { Esms } from '../platform/messages/esms.gateway.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { PersonQueries } from './person.queries.ts';
import { endSessions } from './session.ts';
import { movedMessage } from './sign-in.rules.ts';
import { StopRecovery } from './stop-recovery.ts';

/**
 * A person signs in with another number from now on. That she holds the former one was proved freshly (the contract asks for
 * it); the new one is proved by its code. Everywhere else she is signed out, and the former number is told.
 */
@Injectable()
export class ChangePhone {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly codes: OneTimeCodes,
    private readonly people: PersonQueries,
    private readonly recoveries: StopRecovery,
    private readonly esms: Esms,
  ) {}

  ask(actor: Actor, phone: string, by: 'sms' | undefined): Promise<CodeSent> {
    if (actor.kind !== 'person') throw new Problem('platform.not-found');
    return this.codes.ask(actor, { phone, purpose: 'phone-change', subject: actor.id ?? '', by });
  }

  /** @throws Problem `identity.code-…`, `identity.phone-taken` (told only to who holds the number) */
  async run(actor: Actor, { phone, code }: BodyOf<typeof changePhone>): Promise<MeView> {
    if (actor.kind !== 'person') throw new Problem('platform.not-found');
    const person = actor.id ?? '';
    const now = this.clock.now();
    const outcome = await inTx(this.db, async (tx): Promise<string | Problem> => {
      const wrong = await this.codes.use(tx, { phone, purpose: 'phone-change', subject: person, code }, now);
      if (wrong) return wrong;
      const [known] = await rows<{ phone: string }>(tx, 'select phone from identity.person where id = $1 for update', [
        person,
      ]);
      if (!known) throw new Problem('identity.sign-in-needed');
      if (known.phone === phone) return phone;
      await tx.query('update identity.person set phone = $2 where id = $1', [person, phone]);
      await endSessions(tx, actor, { person, now, but: actor.sessionId, how: 'taken-away' });
      await this.recoveries.allOf(tx, actor, person);
      await record(tx, actor, 'phone.changed', person, {});
      return known.phone;
    });
    if (outcome instanceof Problem) throw outcome;
    if (outcome !== phone) await this.tell(outcome);
    return this.people.me(person);
  }

  private async tell(former: string): Promise<void> {
    const { kind } = await this.esms.send({ id: randomUUID(), phone: former, text: movedMessage });
    if (kind !== 'sent') log.warn({ outcome: kind }, 'a former number could not be told that it was left');
  }
}
