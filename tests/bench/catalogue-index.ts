import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { System } from '../../infra/local/system.ts';
import { coreProducts, queries } from './catalogue/core.ts';
import { bulkId } from './catalogue/fill.ts';
import { percentile, round } from './measure.ts';

const changes = { perSecond: 200, seconds: 20 };

/** Names are changed as the catalogue states it, and asked for until they are found by. */
export const lag = async (system: System, offers: number): Promise<boolean> => {
  const client = new pg.Client({ connectionString: system.databaseUrl });
  await client.connect();
  const lags: number[] = [];
  let unfound = 0;
  try {
    const mark = `m${Date.now().toString(36)}`;
    const waiting: Promise<void>[] = [];
    let index = 0;
    for (let second = 0; second < changes.seconds; second++) {
      const began = performance.now();
      for (let tenth = 0; tenth < 10; tenth++) {
        const ids = Array.from({ length: changes.perSecond / 10 }, () =>
          bulkId((index++ * 37) % (offers - coreProducts.length)),
        );
        const word = `${mark}x${second}x${tenth}`.replace(/[^a-z0-9]/g, '');
        await change(client, ids, word);
        waiting.push(
          untilFound(system, word).then((milliseconds) => {
            if (milliseconds === undefined) unfound += 1;
            else lags.push(milliseconds);
          }),
        );
        await sleep(Math.max(0, (tenth + 1) * 100 - (performance.now() - began)));
      }
    }
    await Promise.all(waiting);
  } finally {
    await client.end();
  }
  lags.sort((a, b) => a - b);
  const p95 = round(percentile(lags, 0.95));
  const met = unfound === 0 && p95 < 2_000;
  console.log(
    JSON.stringify({
      bench: 'catalogue index lag',
      changesPerSecond: changes.perSecond,
      seconds: changes.seconds,
      p50: round(percentile(lags, 0.5)),
      p95,
      unfound,
      mark: { p95: 2_000 },
      met,
    }),
  );
  return met;
};

/** The change and its fact in one transaction, with the row for whoever must hear it, as an act writes them. */
const change = async (client: pg.Client, ids: string[], word: string): Promise<void> => {
  await client.query('begin');
  await client.query(
    'update catalogue.offer set name = split_part(name, $2, 1) || $2 || $3 where id = any($1::uuid[])',
    [ids, ' · ', word],
  );
  await client.query(
    `with stated as (
       insert into platform.event (type, v, subject, actor_kind, actor_id, data, at)
       select 'listing.changed', 1, offer.id::text, 'system', 'bench', jsonb_build_object('producer', producer, 'commune', commune,
         'price', price, 'changed', jsonb_build_array('name')), now()
       from catalogue.offer where id = any($1::uuid[]) returning id, at, subject)
     insert into platform.outbox (event_id, event_at, listener, lane, subject)
     select id, at, 'IndexListing', 'inside', subject from stated`,
    [ids],
  );
  await client.query('commit');
  await client.query('select pg_notify($1, $2)', ['chophien_outbox', '']);
};

const untilFound = async (system: System, word: string): Promise<number | undefined> => {
  const began = performance.now();
  while (performance.now() - began < 15_000) {
    await sleep(100);
    const answer = await fetch(`${system.urls.api}/search?q=${word}`);
    const { items } = (await answer.json()) as { items: { name: string }[] };
    if (items.some(({ name }) => name.endsWith(word))) return performance.now() - began;
  }
  return undefined;
};

/** While the index is built anew, searches go on; each must find what it found before. */
export const rebuilding = async (system: System, rebuild: () => Promise<unknown>, offers: number): Promise<boolean> => {
  const paths = queries.slice(0, 20).map(({ typed }) => `/search?q=${encodeURIComponent(typed)}&facets=true`);
  const look = async (path: string): Promise<{ first: string; total: number }> => {
    const answer = await fetch(`${system.urls.api}${path}`);
    const found = (await answer.json()) as { items: { id: string }[]; total: { count: number } };
    return { first: found.items[0]?.id ?? '', total: found.total.count };
  };
  const before = await Promise.all(paths.map(look));
  let looks = 0;
  let wrong = 0;
  const end = new AbortController();
  const watching = (async () => {
    for (let at = 0; !end.signal.aborted; at = (at + 1) % paths.length) {
      const now = await look(paths[at] as string);
      looks += 1;
      if (now.first !== before[at]?.first || now.total !== before[at]?.total) wrong += 1;
    }
  })();
  const began = performance.now();
  await rebuild();
  const seconds = round((performance.now() - began) / 1_000);
  end.abort();
  await watching;
  const met = wrong === 0 && looks > 0 && seconds <= 120;
  console.log(
    JSON.stringify({
      bench: 'catalogue rebuild',
      offers,
      seconds,
      looksMeanwhile: looks,
      emptyOrPartial: wrong,
      mark: { seconds: 120 },
      met,
    }),
  );
  return met;
};
