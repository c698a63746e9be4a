import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { actedWords, type KeptFact } from './acted.rules.ts';
import { type Delegated, DelegationQueries } from './delegation.queries.ts';

/** A delegation as it is told. */
export interface ToldDelegation {
  id: string;
  giver: string;
  receiver: string;
  /** The whole of it as one plain sentence. */
  sentence: string;
  evidence: 'own-hand' | 'code' | 'slip';
  /** Who received it: a person, or a cooperative. */
  person: string | null;
  cooperative: string | null;
}

/** What one who acts for a household did for it, between two instants. */
export interface Span {
  producer: string;
  person: string;
  from: Date;
  to: Date;
}

/** What other contexts may ask about who acts for a household. */
@Injectable()
export class Households {
  constructor(
    private readonly db: DataSource,
    private readonly delegations: DelegationQueries,
  ) {}

  async delegation(id: string): Promise<ToldDelegation | undefined> {
    const [told, [to]] = await Promise.all([
      this.delegations.one(id),
      rows<Pick<ToldDelegation, 'person' | 'cooperative'>>(
        this.db,
        'select person, receiver as cooperative from identity.delegation where id = $1',
        [id],
      ),
    ]);
    if (!told || !to) return undefined;
    const { giver, receiver, sentence, evidence } = told;
    return { id, giver, receiver, sentence, evidence, ...to };
  }

  /** What somebody may do now for others, by herself or as a manager of a cooperative. */
  heldBy(person: string): Promise<Delegated[]> {
    return this.delegations.heldBy(person);
  }

  /** What a household lets others do now, each as one sentence. */
  async letsOthers(producer: string): Promise<Pick<Delegated, 'id' | 'sentence'>[]> {
    const held = (await this.delegations.ofAll([producer])).get(producer) ?? [];
    return held.map(({ id, sentence }) => ({ id, sentence }));
  }

  /** In plain words, oldest first; the same words once. */
  async acted(db: DataSource | Tx, { producer, person, from, to }: Span): Promise<string[]> {
    const facts = await rows<KeptFact>(db, acted, [producer, person, from, to]);
    return [...new Set(facts.map((fact) => actedWords(fact).words))];
  }

  /** The numbers of households, by household, in their order. */
  async phonesOfAll(producers: readonly string[]): Promise<Map<string, string[]>> {
    if (producers.length === 0) return new Map();
    const found = await rows<{ producer: string; phones: string[] }>(this.db, phones, [producers]);
    return new Map(found.map((one) => [one.producer, one.phones]));
  }
}

const acted = `select type, subject, data from platform.event
  where on_behalf_of = $1 and actor_id = $2 and type <> 'delegate.acted' and at >= $3 and at < $4 order by at, id limit 100`;

const phones = `select producer, array_agg(phone order by added_at, phone) as phones from identity.producer_phone
  where producer = any($1::uuid[]) group by producer`;
