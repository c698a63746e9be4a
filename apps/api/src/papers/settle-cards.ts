import { citizenCards } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { DestroyPapers } from './destroy-papers.ts';

const actor = system('papers');

/**
 * Hears that an officer checked who somebody is: the photographs of the card have served, and are destroyed. Those handed in
 * after the check wait for the next one.
 */
@Injectable()
export class SettleCards implements Listener<'verification.decided'> {
  constructor(private readonly destroy: DestroyPapers) {}

  async handle(events: EventOf<'verification.decided'>[], tx: Tx): Promise<void> {
    for (const { data, at, actor: by } of events) {
      if (data.kind !== 'identity') continue;
      const cards = await rows<{ id: string }>(
        tx,
        `update papers.paper set state = $2, reason = $3, decided_at = $4, decided_by = $5
         where producer = $1 and kind = any($6::text[]) and state = 'waiting' and handed_in_at <= $4 returning id`,
        [data.producer, data.result, data.result === 'refused' ? refused : null, at, by.id, citizenCards],
      );
      await this.destroy.of(
        tx,
        actor,
        cards.map(({ id }) => id),
      );
    }
  }
}

const refused = 'Ảnh căn cước chưa khớp với thông tin đã khai.';
