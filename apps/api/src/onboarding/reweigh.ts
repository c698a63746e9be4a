import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { requirementsOf } from './facts.ts';
import { clearRemarks } from './open-remarks.ts';
import { vietnamDay } from '@chophien/kernel';
import { Weigh } from './weigh.ts';

type Heard = 'paper.added' | 'paper.verified' | 'paper.refused' | 'paper.expired';

const actor = system('onboarding');

/** Hears what became of papers: applications they speak for are weighed anew, and remarks a new paper answers are done with. */
@Injectable()
export class Reweigh implements Listener<Heard> {
  constructor(
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const now = this.clock.now();
    const added = events.filter(({ type }) => type === 'paper.added');
    const required = added.length > 0 ? await requirementsOf(tx, vietnamDay(now)) : [];
    for (const { data } of added) {
      const answered = required.filter(({ papers }) => (papers as readonly string[]).includes(data.kind));
      await clearRemarks(
        tx,
        data.producer,
        [...answered.map(({ rule }) => rule), ...answered.map(({ task }) => task)],
        now,
      );
    }
    await this.weigh.run(tx, actor, [...new Set(events.map(({ data }) => data.producer))]);
  }
}
