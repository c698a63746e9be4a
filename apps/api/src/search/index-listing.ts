import { Injectable } from '@nestjs/common';
import { onCommit, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { dirty } from './dirty.ts';
import { DrainIndex } from './drain-index.ts';

type Heard = 'listing.published' | 'listing.changed' | 'listing.withdrawn';

/** Puts what changed among that which waits for the index, and wakes who writes it. */
@Injectable()
export class IndexListing implements Listener<Heard> {
  private readonly wake: () => void;

  constructor(drain: DrainIndex) {
    this.wake = () => drain.soon();
  }

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    await dirty(
      tx,
      events.map(({ subject }) => subject),
    );
    onCommit(tx, this.wake);
  }
}
