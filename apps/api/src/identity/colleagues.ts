import type { Grant } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type ActorKind, system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { grantsAt } from './person.queries.ts';

export interface HelperAt {
  person: string;
  name: string | null;
  commune: string;
  /** As slugs; null: the whole commune. */
  hamlets: string[] | null;
}

/** The officials and helpers of the house, for work that goes on while nobody waits for it. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Somebody as an actor, with what she may do now and not when she asked for the work; undefined when nobody is there any
   * more, or she is suspended.
   */
  async actor(db: DataSource | Tx, person: string): Promise<Actor | undefined> {
    const [found] = await rows<{ kind: ActorKind; grants: Grant[] }>(
      db,
      `select p.kind, ${grantsAt} as grants from identity.person p where p.id = $1 and p.suspended_at is null`,
      [person, this.clock.now()],
    );
    return found && { ...system('later'), id: person, kind: found.kind, grants: found.grants };
  }

  /** The helpers of these communes now, by name. */
  helpers(db: DataSource | Tx, communes: readonly string[]): Promise<HelperAt[]> {
    return rows<HelperAt>(
      db,
      `select p.id as person, p.name, g.commune, g.hamlets
       from identity.access_grant g join identity.person p on p.id = g.person
       where g.role = 'helper' and g.commune = any($1::text[]) and p.suspended_at is null
         and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
       order by p.name, p.id`,
      [communes, this.clock.now()],
    );
  }

  /** What people are called, by person. */
  async names(db: DataSource | Tx, people: readonly (string | null)[]): Promise<Map<string, string | null>> {
    const found = await rows<{ id: string; name: string | null }>(
      db,
      'select id, name from identity.person where id = any($1::uuid[])',
      [[...new Set(people.filter((person) => person !== null))]],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** The numbers of many households, the first one first, by household. */
  async phones(db: DataSource | Tx, producers: readonly string[]): Promise<Map<string, string[]>> {
    const found = await rows<{ producer: string; phones: string[] }>(
      db,
      `select producer, array_agg(phone order by added_at, phone) as phones from identity.producer_phone
       where producer = any($1::uuid[]) group by producer`,
      [producers],
    );
    return new Map(found.map(({ producer, phones }) => [producer, phones]));
  }

  /** Ids of households and cooperatives, open ones, in their order, after `after`. */
  async householdsAfter(db: DataSource | Tx, after: string | null, limit: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      db,
      'select id from identity.producer where closed_at is null and ($1::uuid is null or id > $1) order by id limit $2',
      [after, limit],
    );
    return found.map(({ id }) => id);
  }

  /** Those of the households that somebody belongs to. */
  async taken(db: DataSource | Tx, producers: readonly string[]): Promise<Set<string>> {
    const found = await rows<{ producer: string }>(
      db,
      'select distinct producer from identity.membership where producer = any($1::uuid[]) and until is null',
      [producers],
    );
    return new Set(found.map(({ producer }) => producer));
  }
}
