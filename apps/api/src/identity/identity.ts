import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

/** How someone is addressed and reached. Personal data: who shows it to somebody notes it with `looked`. */
export interface Contact {
  name: string | null;
  /** `+84…` */
  phone: string;
}

export type Holder = Contact & { person: string };

/** What other contexts may ask of identity. */
@Injectable()
export class Identity {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
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

  /** The officers of a commune; where it has none, those of its province. */
  async officersOf(commune: string): Promise<Holder[]> {
    const own = await this.holders('g.commune', commune);
    if (own.length > 0) return own;
    const unit = await this.communes.get(commune);
    return unit ? this.holders('g.province', unit.province.code) : [];
  }

  private holders(scope: 'g.producer' | 'g.commune' | 'g.province', value: string): Promise<Holder[]> {
    return rows<Holder>(
      this.db,
      `select distinct p.id as person, p.name, p.phone
       from identity.access_grant g join identity.person p on p.id = g.person
       where ${scope}::text = $1 and p.suspended_at is null
         and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
       order by p.id`,
      [value, this.clock.now()],
    );
  }
}
