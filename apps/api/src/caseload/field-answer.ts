import { type FieldConflict, Problem, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { EntryOf } from './field-enter.ts';
import { clockOff, onOurClock, weighAnswers } from './field.rules.ts';

/** Saves what a helper wrote for a household that lets her; what somebody else answered in between is shown, not written over. */
@Injectable()
export class AnswerInField {
  constructor(
    private readonly identity: Identity,
    private readonly onboarding: Onboarding,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem caseload.consent-missing, and what saving answers refuses */
  async run(tx: Tx, actor: Actor, { household, body, sent }: EntryOf<'answers'>): Promise<FieldConflict[]> {
    if (!producersOf(actor, 'producer.prepare').includes(household)) throw new Problem('caseload.consent-missing');
    const now = this.clock.now();
    const off = clockOff(sent, now);
    const typed = body.answers.map((answer) => ({ ...answer, at: onOurClock(answer.at, off, now) }));
    const standing = (await this.onboarding.answers(tx, [household])).get(household) ?? [];
    const people = await this.identity.contacts(standing.flatMap(({ by }) => (by ? [by] : [])));
    const { free, conflicts } = weighAnswers(
      typed,
      standing.map(({ item, value, at, by }) => ({
        item,
        value,
        at: at.toISOString(),
        by,
        byName: by ? (people.get(by)?.name ?? null) : null,
      })),
      actor.id,
    );
    if (free.length > 0) {
      await this.onboarding.answer(
        tx,
        actor,
        household,
        free.map(({ item, value, at }) => ({ item, value, at })),
      );
    }
    return conflicts;
  }
}
