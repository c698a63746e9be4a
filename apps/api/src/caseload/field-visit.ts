import { Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { EntryOf } from './field-enter.ts';
import { KeepVisit } from './visit-note.ts';

/** Notes a visit from the field, under the entry's id. A next visit whose day has passed while there was no line stands as overdue. */
@Injectable()
export class VisitFromField {
  constructor(
    private readonly identity: Identity,
    private readonly visits: KeepVisit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem caseload.not-found, platform.invalid-input for a day that has not come */
  async run(tx: Tx, actor: Actor, { id, household, body }: EntryOf<'visit'>): Promise<void> {
    const place = await this.identity.producer(tx, household);
    if (!place) throw new Problem('caseload.not-found');
    if (body.day > vietnamDay(this.clock.now())) {
      throw new Problem('platform.invalid-input', {
        errors: [{ field: 'body.day', rule: 'future', message: 'today or before' }],
      });
    }
    await this.visits.within(tx, actor, place, { id, ...body });
  }
}
