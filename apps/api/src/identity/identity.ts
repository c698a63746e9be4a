import type { Area } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import {
  citizenIndex,
  type CooperativeHousehold,
  type Found,
  type Newcomer,
  ProducerQueries,
  type Sought,
  type Twin,
} from './producer.queries.ts';
import { type ProducerRecord, producerColumns } from './producer.record.ts';

/** How someone is addressed and reached. Personal data: who shows it to somebody notes it with `looked`. */
export interface Contact {
  name: string | null;
  /** `+84…` */
  phone: string;
}

export type Holder = Contact & { person: string };

/** A household or cooperative by name, and where it lies. */
export interface HouseholdInArea {
  producer: string;
  name: string;
  commune: string;
  communeName: string;
}

/** Who answers for a household, a commune, a province. */
const rolesOf = {
  'g.producer': ['producer', 'household-member', 'cooperative-manager'],
  'g.commune': ['commune-officer'],
  'g.province': ['province-officer'],
};

/** What other contexts may ask of identity. */
@Injectable()
export class Identity {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
    private readonly known: ProducerQueries,
  ) {}

  contact(db: DataSource | Tx, person: string): Promise<Contact | undefined> {
    return rows<Contact>(db, 'select name, phone from identity.person where id = $1', [person]).then(
      ([found]) => found,
    );
  }

  /** By person; those nobody knows are left out. */
  async contacts(people: readonly string[]): Promise<Map<string, Contact>> {
    const found = await rows<Holder>(
      this.db,
      'select id as person, name, phone from identity.person where id = any($1::uuid[])',
      [people],
    );
    return new Map(found.map(({ person, name, phone }) => [person, { name, phone }]));
  }

  producer(db: DataSource | Tx, id: string): Promise<ProducerRecord | undefined> {
    return rows<ProducerRecord>(db, `select ${producerColumns} from identity.producer where id = $1`, [id]).then(
      ([found]) => found,
    );
  }

  /** By id; those nobody knows are left out. */
  async producers(db: DataSource | Tx, ids: readonly string[]): Promise<Map<string, ProducerRecord>> {
    const found = await rows<ProducerRecord>(
      db,
      `select ${producerColumns} from identity.producer where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((one) => [one.id, one]));
  }

  /** The numbers a household can be reached at, the first one first. */
  async phonesOf(db: DataSource | Tx, producer: string): Promise<string[]> {
    const found = await rows<{ phone: string }>(
      db,
      'select phone from identity.producer_phone where producer = $1 order by added_at, phone',
      [producer],
    );
    return found.map(({ phone }) => phone);
  }

  /** Households and cooperatives of these communes (and hamlets), by name or phone; personal data of whoever is listed. */
  find(db: DataSource | Tx, sought: Sought): Promise<Found> {
    return this.known.find(db, sought);
  }

  /** Those that may be the same as one somebody is about to enter: same phone, citizen number, or name and hamlet. */
  async possibleTwins(db: DataSource | Tx, newcomer: Newcomer): Promise<Twin[]> {
    return (await this.known.twins(db, [newcomer])).get(0) ?? [];
  }

  /** The same for a whole list in one question, by place in the list; those without are left out. */
  possibleTwinsOfAll(db: DataSource | Tx, newcomers: readonly Newcomer[]): Promise<Map<number, Twin[]>> {
    return this.known.twins(db, newcomers);
  }

  /** How a citizen number is found again without being kept: equal for equal numbers, however they are spaced. */
  citizenIndex(number: string): string {
    return citizenIndex(number);
  }

  /** The households that belong to a cooperative now, by name. */
  membersOf(cooperative: string): Promise<CooperativeHousehold[]> {
    return this.known.membersOf(this.db, cooperative);
  }

  /** Whether a household belongs to a cooperative now; if so it can't leave before the transaction ends. */
  async isMember(tx: Tx, { cooperative, household }: { cooperative: string; household: string }): Promise<boolean> {
    const found = await rows(
      tx,
      `select household from identity.cooperative_member
       where cooperative = $1 and household = $2 and until is null for share`,
      [cooperative, household],
    );
    return found.length > 0;
  }

  /** Who may sell for a household or cooperative now. */
  ownersOf(producer: string): Promise<Holder[]> {
    return this.holders('g.producer', producer);
  }

  /** The same for many at once, by producer; those nobody sells for are left out. */
  async ownersOfAll(producers: readonly string[]): Promise<Map<string, Holder[]>> {
    const found = await rows<Holder & { producer: string }>(
      this.db,
      `select distinct g.producer, p.id as person, p.name, p.phone
       from identity.access_grant g join identity.person p on p.id = g.person
       where g.producer = any($1::uuid[]) and p.suspended_at is null
         and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
       order by g.producer, p.id`,
      [producers, this.clock.now()],
    );
    return Map.groupBy(found, ({ producer }) => producer);
  }

  /** Those of an area that are among these producers or sell through one of these people, by what they were asked by. */
  async householdsIn(
    db: DataSource | Tx,
    { communes, provinces, everywhere }: Area,
    asked: { people: readonly string[]; producers: readonly string[] },
  ): Promise<Map<string, HouseholdInArea>> {
    const found = await rows<Omit<HouseholdInArea, 'communeName'> & { asked: string }>(
      db,
      `select distinct on (asked) asked, p.id as producer, p.name, p.commune from (
         select id as asked, id as producer from unnest($1::uuid[]) as id
         union all
         select g.person, g.producer from identity.access_grant g
         where g.person = any($2::uuid[]) and g.producer is not null
           and g.valid_from <= $3 and (g.valid_until is null or g.valid_until > $3)
       ) as held join identity.producer p on p.id = held.producer
       where p.commune = any($4::text[]) or p.province = any($5::text[]) or $6::boolean
       order by asked, p.id`,
      [asked.producers, asked.people, this.clock.now(), communes, provinces, everywhere],
    );
    const names = await this.communes.many([...new Set(found.map(({ commune }) => commune))]);
    return new Map(
      found.map(({ asked: by, ...household }) => [
        by,
        { ...household, communeName: names.get(household.commune)?.fullName ?? household.commune },
      ]),
    );
  }

  /** The officers of a commune; where it has none, those of its province. */
  async officersOf(commune: string): Promise<Holder[]> {
    const own = await this.holders('g.commune', commune);
    if (own.length > 0) return own;
    const unit = await this.communes.get(commune);
    return unit ? this.holders('g.province', unit.province.code) : [];
  }

  private holders(scope: keyof typeof rolesOf, value: string): Promise<Holder[]> {
    return rows<Holder>(
      this.db,
      `select distinct p.id as person, p.name, p.phone
       from identity.access_grant g join identity.person p on p.id = g.person
       where ${scope}::text = $1 and g.role = any($3::text[]) and p.suspended_at is null
         and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
       order by p.id`,
      [value, this.clock.now(), rolesOf[scope]],
    );
  }
}
