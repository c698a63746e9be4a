import { normalisePhone, fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { hmac } from '../platform/crypto.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type ProducerRecord, producerColumns } from './producer.record.ts';

/** A household as a helper or an officer looks for it. */
export interface Sought {
  /** Only these; none finds nothing. */
  communes: readonly string[];
  /** Only these hamlets, as slugs; null or absent: all. */
  hamlets?: readonly string[] | null | undefined;
  /** A part of the name or of the head's, with or without accents, or a whole phone number. */
  words?: string | undefined;
  /** From 1. */
  page: number;
}

export interface Found {
  items: (ProducerRecord & { phones: string[]; signedIn: boolean })[];
  total: number;
  page: number;
  pages: number;
}

/** What is known of a household that somebody is about to enter. */
export interface Newcomer {
  /** `+84…` */
  phones: readonly string[];
  citizenIndex?: string | null;
  name: string;
  /** The head's name: households are known by either. */
  head?: string | null;
  commune: string;
  hamlet?: string | null;
}

/** One that may be the same: by a phone or citizen number, or by name and hamlet. A person decides. */
export interface Twin {
  producer: string;
  why: 'phone' | 'citizen' | 'name';
  name: string;
  commune: string;
  hamlet: string | null;
}

/** A household of a cooperative. */
export interface CooperativeHousehold {
  household: string;
  name: string;
  head: string | null;
  commune: string;
  hamlet: string | null;
  since: Date;
}

export const pageOfProducers = 30;

/** Households and cooperatives, by where they are and what they are called. */
@Injectable()
export class ProducerQueries {
  /** By hamlet and name, thirty a page. */
  async find(db: DataSource | Tx, { communes, hamlets = null, words = '', page }: Sought): Promise<Found> {
    const phone = normalisePhone(words);
    const parts = phone
      ? []
      : fold(words)
          .split(/[^a-z0-9]+/)
          .filter(Boolean)
          .slice(0, 6);
    const values = [communes, hamlets, parts.map((part) => `%${part}%`), phone ?? null];
    const [counted] = await rows<{ total: number }>(db, `select count(*)::int as total ${sought}`, values);
    const items = await rows<Found['items'][number]>(
      db,
      `select ${producerColumns}, array(select phone from identity.producer_phone n where n.producer = p.id
           order by added_at, phone) as phones,
         exists (select 1 from identity.membership m where m.producer = p.id and m.until is null) as "signedIn"
       ${sought} order by commune, hamlet, folded, id limit $5 offset $6`,
      [...values, pageOfProducers, (page - 1) * pageOfProducers],
    );
    const total = counted?.total ?? 0;
    return { items, total, page, pages: Math.max(1, Math.ceil(total / pageOfProducers)) };
  }

  /** For each newcomer, by its place in the list, those that may be the same; one round trip however many they are. */
  async twins(db: DataSource | Tx, newcomers: readonly Newcomer[]): Promise<Map<number, Twin[]>> {
    const given = newcomers.map(
      ({ phones, citizenIndex = null, name, head = null, commune, hamlet = null }, place) => ({
        place,
        phones,
        citizen: citizenIndex,
        names: [...new Set([name, head ?? ''].map(fold).filter(Boolean))],
        commune,
        hamlet,
      }),
    );
    const found = await rows<Twin & { place: number }>(db, twinsOf, [JSON.stringify(given)]);
    return Map.groupBy(found, ({ place }) => place);
  }

  /** The households that belong to a cooperative now. */
  membersOf(db: DataSource | Tx, cooperative: string): Promise<CooperativeHousehold[]> {
    return rows(
      db,
      `select p.id as household, p.name, p.head, p.commune, p.hamlet, m.since
       from identity.cooperative_member m join identity.producer p on p.id = m.household
       where m.cooperative = $1 and m.until is null order by p.folded, p.id`,
      [cooperative],
    );
  }
}

/** Equal for equal citizen numbers, and tells nothing else: they are found again without being kept. */
export const citizenIndex = (number: string): string => hmac('identity.citizen', number.replace(/\D/g, ''));

const sought = `from identity.producer p
  where p.closed_at is null and p.commune = any($1::text[]) and ($2::text[] is null or p.hamlet = any($2::text[]))
    and (cardinality($3::text[]) = 0 or p.folded like all($3::text[]) or p.folded_head like all($3::text[]))
    and ($4::text is null or exists (select 1 from identity.producer_phone n where n.producer = p.id and n.phone = $4))`;

const twinsOf = `with newcomer as (
    select * from jsonb_to_recordset($1::jsonb)
      as one (place int, phones text[], citizen text, names text[], commune text, hamlet text)
  ), named as (
    select place, name, commune, hamlet from newcomer, unnest(names) as name
  ), alike as (
    select place, n.producer, 'phone' as why, 1 as rank from newcomer, unnest(phones) as number
      join identity.producer_phone n on n.phone = number
    union all
    select place, p.id, 'citizen', 0 from newcomer join identity.producer p on p.citizen_index = citizen
    union all
    select place, p.id, 'name', 2 from named join identity.producer p on p.commune = named.commune and p.folded = named.name
      and p.closed_at is null and (p.hamlet = named.hamlet or p.hamlet is null or named.hamlet is null)
    union all
    select place, p.id, 'name', 2 from named join identity.producer p on p.commune = named.commune
      and p.folded_head = named.name and p.closed_at is null
      and (p.hamlet = named.hamlet or p.hamlet is null or named.hamlet is null)
  )
  select distinct on (alike.place, p.id) alike.place, p.id as producer, alike.why, p.name, p.commune, p.hamlet
  from alike join identity.producer p on p.id = alike.producer
  where p.closed_at is null order by alike.place, p.id, alike.rank`;
