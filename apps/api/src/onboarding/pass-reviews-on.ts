import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { noteStep } from './note-step.ts';

const actor = system('onboarding');

/** Hears that an official left: what she had in hand goes to who takes over, or back to the queue. */
@Injectable()
export class PassReviewsOn implements Listener<'official.left'> {
  async handle(events: EventOf<'official.left'>[], tx: Tx): Promise<void> {
    for (const { subject, at, data } of events) {
      const { commune, province, handedTo } = data;
      const passed = await rows<{ id: string }>(
        tx,
        `update onboarding.application set reviewer = $2::uuid,
           reviewing_since = case when $2::uuid is null then null else $3::timestamptz end,
           status = case when $2::uuid is null then 'submitted' else status end
         where reviewer = $1 and ($4::text is null or commune = $4) and ($5::text is null or province = $5) returning id`,
        [subject, handedTo, at, commune, province],
      );
      for (const { id } of passed) await noteStep(tx, actor, { application: id, what: 'passed-on', at });
    }
  }
}
