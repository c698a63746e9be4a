import { type listDelegations, Problem, type ResultOf } from '@chophien/contracts';
import { delegable } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { DelegationQueries } from './delegation.queries.ts';
import { rightWords } from './delegation.rules.ts';
import { called } from './household.rules.ts';
import { Identity } from './identity.ts';
import { mustHold } from './reach.rules.ts';

/** A household's delegations, and to whom it could give one: its cooperatives, the helpers of its hamlet, whom it trusted before. */
@Injectable()
export class ReceiverQueries {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly delegations: DelegationQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem platform.not-found, platform.not-allowed */
  async list(actor: Actor, producer: string): Promise<ResultOf<typeof listDelegations>> {
    mustHold(actor, producer, 'delegation.give');
    const known = await this.identity.producer(this.db, producer);
    if (!known) throw new Problem('platform.not-found');
    const [items, cooperatives, people, latest] = await Promise.all([
      this.delegations.givenBy(producer),
      rows<{ id: string; name: string }>(this.db, cooperativesOf, [producer]),
      this.people(producer, known),
      this.delegations.latest(),
    ]);
    return {
      name: known.name,
      items,
      receivers: [
        ...cooperatives.map((one) => ({ ...one, kind: 'cooperative' as const })),
        ...people.map(({ id, name, phone }) => ({ id, name: called(name, phone), kind: 'person' as const })),
      ],
      rights: delegable.map((right) => ({ right, words: rightWords[right] })),
      latest,
    };
  }

  /** Whether a household may give to this person by its own hand: it is one of those it is shown, and no stranger's id. */
  async isReceiver(producer: string, person: string): Promise<boolean> {
    const known = await this.identity.producer(this.db, producer);
    if (!known) return false;
    return (await this.people(producer, known)).some(({ id }) => id === person);
  }

  private people(producer: string, { commune, hamlet }: { commune: string; hamlet: string | null }) {
    return rows<{ id: string; name: string | null; phone: string }>(this.db, peopleNear, [
      producer,
      commune,
      hamlet,
      this.clock.now(),
    ]);
  }
}

const cooperativesOf = `select p.id, p.name from identity.cooperative_member m join identity.producer p on p.id = m.cooperative
  where m.household = $1 and m.until is null and p.closed_at is null order by p.folded`;

const peopleNear = `select p.id, p.name, p.phone from identity.person p
  where p.kind = 'person' and p.suspended_at is null
    and p.id not in (select m.person from identity.membership m where m.producer = $1 and m.until is null)
    and (p.id in (select g.person from identity.access_grant g where g.role = 'helper' and g.commune = $2
          and (g.hamlets is null or $3::text = any(g.hamlets)) and g.valid_from <= $4
          and (g.valid_until is null or g.valid_until > $4))
      or p.id in (select d.person from identity.delegation d where d.producer = $1))
  order by p.name, p.id limit 50`;
