import { type listActed, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { actedWords, type KeptFact } from './acted.rules.ts';
import { DelegationQueries } from './delegation.queries.ts';
import { called } from './household.rules.ts';
import { Identity } from './identity.ts';
import { mustBelong } from './reach.rules.ts';

/** What others did in a household's name, out of the facts themselves. */
@Injectable()
export class ActedQueries {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly delegations: DelegationQueries,
  ) {}

  /** The newest hundred. @throws Problem platform.not-found */
  async list(actor: Actor, producer: string): Promise<ResultOf<typeof listActed>> {
    mustBelong(actor, producer);
    const [known, acts, delegations] = await Promise.all([
      this.identity.producer(this.db, producer),
      rows<KeptFact & { id: string; at: Date; name: string | null; phone: string | null }>(this.db, acted, [producer]),
      this.delegations.givenBy(producer),
    ]);
    if (!known) throw new Problem('platform.not-found');
    const items = acts.map((act) => ({
      id: act.id,
      at: act.at.toISOString(),
      by: called(act.name, act.phone),
      ...actedWords(act),
    }));
    return { name: known.name, items, delegations: delegations.filter(({ state }) => state === 'holds') };
  }
}

const acted = `select e.id, e.type, e.subject, e.data, e.at, p.name, p.phone
  from platform.event e left join identity.person p on p.id::text = e.actor_id
  where e.on_behalf_of = $1 and e.type <> 'delegate.acted' order by e.at desc, e.id desc limit 100`;
