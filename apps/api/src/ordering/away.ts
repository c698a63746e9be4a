import type { DataSource } from 'typeorm';
import { Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { given, rows, type Tx } from '../platform/database.ts';

/** Days on which a producer takes no orders, both of them included. */
export interface Away {
  producer: string;
  from: string;
  to: string;
}

/** Who of them is away on that day, and until when. */
export const awayOn = async (
  db: Tx | DataSource,
  producers: readonly string[],
  at: Date,
): Promise<Map<string, Away>> => {
  const found = await rows<Away>(db, on, [producers, vietnamDay(at)]);
  return new Map(found.map((away) => [away.producer, away]));
};

/** When a producer is away next, or now; null when nothing was said. */
export const nextAway = async (db: Tx | DataSource, producer: string, at: Date): Promise<Away | null> => {
  const [found] = await rows<Away>(db, next, [producer, vietnamDay(at)]);
  return found ?? null;
};

/** @throws Problem ordering.producer-away, naming the first of them and her last day away */
export const refuseAway = async (
  db: Tx | DataSource,
  sellers: readonly { id: string; name: string }[],
  at: Date,
): Promise<void> => {
  const away = await awayOn(db, [...new Set(sellers.map(({ id }) => id))], at);
  const seller = sellers.find(({ id }) => away.has(id));
  if (seller) throw new Problem('ordering.producer-away', { producer: seller.name, until: away.get(seller.id)?.to });
};

const columns = `producer, from_day::text as "from", to_day::text as "to"`;
const on = `select distinct on (producer) ${columns} from ordering.away
  where producer = any(${given('$1::uuid[]')}) and from_day <= $2::date and to_day >= $2::date order by producer, to_day desc`;
const next = `select ${columns} from ordering.away where producer = $1 and to_day >= $2::date order by from_day, to_day desc limit 1`;
