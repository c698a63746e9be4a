import { dayBounds, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Households, Identity } from '../identity/index.ts';
import { sha256 } from '../platform/crypto.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { delegateActed, goesOutAt } from './household.rules.ts';
import { readersOf } from './household-readers.ts';
import { writeGathered } from './write-messages.ts';

interface Day {
  producer: string;
  person: string;
  day: string;
  at: Date;
}

/**
 * What one did for a household in one day is one message that grows: its id is made of household, delegate and day, so that a
 * fact heard twice, late or among others says the same. It goes to the phone at most once.
 */
@Injectable()
export class GatherActs {
  constructor(
    private readonly identity: Identity,
    private readonly households: Households,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, events: readonly EventOf<'delegate.acted'>[]): Promise<void> {
    const days = new Map<string, Day>();
    for (const event of events) {
      const { producer, person } = event.data;
      const day = vietnamDay(event.at);
      days.set(`${producer} ${person} ${day}`, { producer, person, day, at: event.at });
    }
    const now = this.clock.now();
    for (const [key, { producer, person, day, at }] of days) {
      const { from, to } = dayBounds(day);
      const acts = await this.households.acted(tx, { producer, person, from, to });
      if (acts.length === 0) continue;
      const by = (await this.identity.contact(tx, person))?.name ?? 'người được uỷ quyền';
      const words = delegateActed(producer, { by, day, acts });
      const event = { id: uuidOf(key), at };
      const readers = await readersOf(this.identity, this.households, producer);
      await writeGathered(
        tx,
        readers.map((reader) => ({ ...words, event, to: reader })),
        goesOutAt(now),
      );
    }
  }
}

/** A UUID that is always the same for the same words (RFC 9562 version 8). */
const uuidOf = (words: string): string => {
  const hex = sha256(`notifications.gathered ${words}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
