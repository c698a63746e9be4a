import type { DataSource } from 'typeorm';
import { env } from '../platform/env.ts';
import { rows, type Tx } from '../platform/database.ts';

export type EngineName = 'postgresql' | 'meilisearch';
type Place = EngineName | `${EngineName}-next`;

/** The indexes there are: PostgreSQL's always, so that it can answer when another engine does not. */
export const engineNames = (): EngineName[] => (env().MEILISEARCH_URL ? ['postgresql', 'meilisearch'] : ['postgresql']);

/** Says of listings that no index holds them as they are now; a listing waits once, however often it changed. */
export const dirty = async (db: DataSource | Tx, offers: readonly string[], engines = engineNames()): Promise<void> => {
  if (offers.length === 0) return;
  await rows(db, marking, [[...new Set(offers)].sort(), engines]);
};

/** An index that is being built anew hears of it as well. */
const marking = `
  insert into search.dirty (engine, offer)
  select engine, offer::uuid from (
    select unnest($2::text[]) as engine union all
    select building || '-next' from search.state, unnest(rebuilding) as building where building = any($2::text[])
  ) engines, unnest($1::text[]) as offer order by engine, offer
  on conflict (engine, offer) do update set mark = nextval('search.dirty_mark')`;

export interface Marked {
  offer: string;
  mark: number;
}

/** Those that waited longest. */
export const waiting = (db: DataSource | Tx, place: Place, limit: number): Promise<Marked[]> =>
  rows(db, 'select offer, mark from search.dirty where engine = $1 order by mark limit $2', [place, limit]);

/** What was marked again in the meantime goes on waiting. */
export const written = async (db: DataSource | Tx, place: Place, marked: readonly Marked[]): Promise<void> => {
  await rows(
    db,
    `delete from search.dirty using unnest($2::uuid[], $3::bigint[]) as done (offer, mark)
     where dirty.engine = $1 and dirty.offer = done.offer and dirty.mark = done.mark`,
    [place, marked.map(({ offer }) => offer), marked.map(({ mark }) => mark)],
  );
};
