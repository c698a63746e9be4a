import { Injectable } from '@nestjs/common';
import { type Actor, system } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { GiveGrant } from './give-grant.ts';

const tables = { household: 'identity.household', cooperative: 'identity.cooperative' } as const;

/**
 * Hears `producer.approved`: the household or cooperative is entered, its applicant becomes its member and may sell for it.
 * Heard again it changes nothing. A suspended producer keeps the grant: its people must still see their orders.
 */
@Injectable()
export class GrantProducer implements Listener<'producer.approved'> {
  constructor(private readonly give: GiveGrant) {}

  async handle(events: EventOf<'producer.approved'>[], tx: Tx): Promise<void> {
    for (const { data, at, actor } of events) {
      const { producer, producerName, producerKind, commune, province, subArea, applicant } = data;
      await tx.query(
        `insert into ${tables[producerKind]} (id, name, commune, province, sub_area, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
        [producer, producerName, commune, province, subArea, at],
      );
      await tx.query(
        `insert into identity.membership (producer, person, since) values ($1, $2, $3)
         on conflict (producer, person) do nothing`,
        [producer, applicant, at],
      );
      const grant = { person: applicant, role: 'producer', producer, from: at } as const;
      await this.give.run(tx, giverOf(actor), grant);
    }
  }
}

/** The officer who approved, as the fact names her. */
const giverOf = ({ kind, id }: EventOf['actor']): Actor => {
  const house = system('GrantProducer');
  return kind === 'official' ? { ...house, kind, id } : house;
};
