import type { FieldEntry, FieldResult } from '@chophien/contracts';
import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { AnswerInField } from './field-answer.ts';
import { TakeConsent } from './field-consent.ts';
import { EnterFromField } from './field-enter.ts';
import { FieldPlace } from './field-place.ts';
import { applied, type Said, saidOf } from './field-said.ts';
import { VisitFromField } from './field-visit.ts';

/** Does what an entry says, by the act that does it for everybody else. */
@Injectable()
export class ApplyEntry {
  constructor(
    private readonly place: FieldPlace,
    private readonly enter: EnterFromField,
    private readonly consent: TakeConsent,
    private readonly answer: AnswerInField,
    private readonly visit: VisitFromField,
  ) {}

  async run(tx: Tx, actor: Actor, entry: FieldEntry): Promise<Said> {
    if (entry.kind === 'household') {
      const twins: FieldResult['twins'] = await this.enter.run(tx, actor, entry);
      return twins.length > 0 ? { ...saidOf(new Problem('caseload.possible-twin')), twins } : applied;
    }
    await this.place.household(tx, actor, entry.household);
    if (entry.kind === 'answers') {
      const conflicts = await this.answer.run(tx, actor, entry);
      return conflicts.length > 0 ? { ...applied, outcome: 'conflict', conflicts } : applied;
    }
    if (entry.kind === 'visit') {
      await this.visit.run(tx, actor, entry);
      return applied;
    }
    const refused = await this.consent.run(tx, actor, entry);
    return refused ? saidOf(refused) : applied;
  }
}
