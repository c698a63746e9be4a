import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { inRoot } from '../../infra/local/paths.ts';
import { startSystem, type System } from '../../infra/local/system.ts';
import { ask } from './bench-system.ts';
import { bulkId, fill } from './catalogue/fill.ts';
import { coreProducts, queries } from './catalogue/core.ts';
import { load } from './load.ts';
import { percentile, round } from './measure.ts';

const run = promisify(execFile);
const [small, large] = [10_000, 100_000] as const;

/** A whole system with so many offers, their index built; its data stay for the next time. */
export const catalogueSystem = async (size: number): Promise<System> => {
  const system = await startSystem({ dataDir: `.data/bench-${size}`, ports: 'free', demo: true, sites: false });
  try {
    if (await fill(system.databaseUrl, size)) await rebuild(system);
    return system;
  } catch (error) {
    await system.stop();
    throw error;
  }
};

const rebuild = (system: System) =>
  run(process.execPath, ['dist/src/operate.js', 'search', 'rebuild'], {
    cwd: inRoot('apps/api'),
    env: { ...process.env, ...system.env, NODE_ENV: 'production' },
    timeout: 600_000,
  });

/** Lists, facets and searches at 10,000 and 100,000 offers; how late the index is; a rebuild that nobody notices. */
export const catalogue = async (): Promise<boolean> => {
  const few = await withSystem(small, (system) => reading(system, small));
  return withSystem(large, async (system) => {
    const many = await reading(system, large);
    const met = [
      limit('list', many.list, { p95: 60 }),
      limit('list with six facets', many.facets, { p95: 150 }),
      limit('search', many.search, { p95: 80 }),
      flat('list', { few: few.list, many: many.list, most: 1.3 }),
      flat('list with six facets', { few: few.facets, many: many.facets, most: 2 }),
      await lag(system),
      await rebuilding(system),
    ];
    return met.every(Boolean);
  });
};

const withSystem = async <T>(size: number, work: (system: System) => Promise<T>): Promise<T> => {
  const system = await catalogueSystem(size);
  try {
    return await work(system);
  } finally {
    await system.stop();
  }
};

interface Times {
  p50: number;
  p95: number;
  errors: number;
  perSecond: number;
}

/** Counted for: group, commune, province, stars, price, in season, and what else the answer carries. */
const reading = async (system: System, size: number): Promise<Record<'list' | 'facets' | 'search', Times>> => {
  const api = system.urls.api!;
  const groups = (
    await ask<{ id: string }>(system.databaseUrl, 'select distinct category as id from catalogue.offer where visible')
  ).map(({ id }) => id);
  const provinces = (
    await ask<{ id: string }>(system.databaseUrl, 'select distinct province as id from catalogue.offer where visible')
  ).map(({ id }) => id);
  const lists = [
    '/listings',
    '/listings?sort=price',
    ...groups.map((group) => `/listings?category=${group}`),
    ...provinces.map((province) => `/listings?province=${province}&sort=price`),
    ...groups.map((group, at) => `/listings?category=${group}&page=${1 + (at % 4)}`),
  ];
  const faceted = [
    '/search?facets=true',
    '/search?facets=true&sort=price',
    ...groups.map((group) => `/search?facets=true&category=${group}`),
    ...provinces.map((province) => `/search?facets=true&province=${province}&inSeason=true`),
    ...groups.map(
      (group, at) =>
        `/search?facets=true&category=${group}&storage=cool,chilled&deliverTo=${provinces[at % provinces.length]}`,
    ),
    ...provinces.map(
      (province) => `/search?facets=true&stars=3,4&priceFrom=100000&priceTo=499999&deliverTo=${province}`,
    ),
  ];
  const words = queries.map(({ typed }) => `/search?q=${encodeURIComponent(typed)}`);
  const measure = async (what: string, paths: string[], connections: number): Promise<Times> => {
    await load(api, paths, { connections, seconds: 3 });
    const { times, errors, seconds } = await load(api, paths, { connections, seconds: 10 });
    const found = {
      p50: round(percentile(times, 0.5)),
      p95: round(percentile(times, 0.95)),
      errors,
      perSecond: Math.round(times.length / seconds),
    };
    console.log(JSON.stringify({ bench: `catalogue ${what}`, offers: size, connections, ...found }));
    return found;
  };
  return {
    list: await measure('list', lists, 16),
    facets: await measure('list with six facets', faceted, 8),
    search: await measure('search', words, 8),
  };
};

const limit = (what: string, { p95, errors }: Times, mark: { p95: number }): boolean => {
  const met = errors === 0 && p95 <= mark.p95;
  console.log(JSON.stringify({ bench: `catalogue ${what}`, offers: large, p95, errors, mark, met }));
  return met;
};

const flat = (what: string, { few, many, most }: { few: Times; many: Times; most: number }): boolean => {
  const ratio = Math.round((many.p50 / few.p50) * 100) / 100;
  const met = ratio <= most;
  console.log(
    JSON.stringify({
      bench: `catalogue ${what}: ${large} to ${small}`,
      ratioOfMedians: ratio,
      ratioOfP95: Math.round((many.p95 / few.p95) * 100) / 100,
      mark: { ratio: most },
      met,
    }),
  );
  return met;
};

const changes = { perSecond: 200, seconds: 20 };

/** Names are changed as the catalogue states it, and asked for until they are found by. */
const lag = async (system: System): Promise<boolean> => {
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
          bulkId((index++ * 37) % (large - coreProducts.length)),
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
const rebuilding = async (system: System): Promise<boolean> => {
  const paths = queries.slice(0, 20).map(({ typed }) => `/search?q=${encodeURIComponent(typed)}&facets=true`);
  const look = async (path: string): Promise<{ first: string; total: number }> => {
    const answer = await fetch(`${system.urls.api}${path}`);
    const found = (await answer.json()) as { items: { id: string }[]; total: { count: number } };
    return { first: found.items[0]?.id ?? '', total: found.total.count };
  };
  const before = await Promise.all(paths.map(look));
  let looks = 0;
  let wrong = 0;
  let over = false;
  const watching = (async () => {
    for (let at = 0; !over; at = (at + 1) % paths.length) {
      const now = await look(paths[at] as string);
      looks += 1;
      if (now.first !== before[at]?.first || now.total !== before[at]?.total) wrong += 1;
    }
  })();
  const began = performance.now();
  await rebuild(system);
  const seconds = round((performance.now() - began) / 1_000);
  over = true;
  await watching;
  const met = wrong === 0 && looks > 0 && seconds <= 120;
  console.log(
    JSON.stringify({
      bench: 'catalogue rebuild',
      offers: large,
      seconds,
      looksMeanwhile: looks,
      emptyOrPartial: wrong,
      mark: { seconds: 120 },
      met,
    }),
  );
  return met;
};
