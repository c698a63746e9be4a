import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type EventOf, type Listener, record } from '../platform/outbox.ts';
import { readdress } from './addresses.ts';

const actor = system('catalogue');

/** Hears that an officer agreed to another name of a stall: it is shown and addressed by it, and its listings are found by it. */
@Injectable()
export class RenameProducer implements Listener<'producer.renamed'> {
  async handle(events: EventOf<'producer.renamed'>[], tx: Tx): Promise<void> {
    for (const { subject, data, at } of events) {
      await tx.query('update catalogue.producer set name = $2 where id = $1', [subject, data.producerName]);
      await tx.query('update catalogue.offer set producer_name = $2 where producer = $1', [subject, data.producerName]);
      await readdress(tx, 'stall', { id: subject, name: data.producerName, now: at });
      const offers = await rows<{ id: string; producer: string; commune: string; price: number }>(
        tx,
        `select id, producer, commune, price from catalogue.offer where producer = $1 and state = 'published'`,
        [subject],
      );
      for (const { id, ...rest } of offers) await record(tx, actor, 'listing.changed', id, { ...rest, changed: [] });
    }
  }
}
