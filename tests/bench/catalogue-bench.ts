import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRoot } from '../../infra/local/paths.ts';
import { startSystem, type System } from '../../infra/local/system.ts';
import { ask } from './bench-system.ts';
import { queries } from './catalogue/core.ts';
import { fill } from './catalogue/fill.ts';
import { lag, rebuilding } from './catalogue-index.ts';
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
      limit('search, nothing asked before', many.searchAnew, { p95: 80 }),
      limit('search', many.search, { p95: 80 }),
      flat('list', { few: few.list, many: many.list, most: 1.3 }),
      flat('list with six facets', { few: few.facets, many: many.facets, most: 2 }),
      await lag(system, large),
      await rebuilding(system, () => rebuild(system), large),
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
const reading = async (
  system: System,
  size: number,
): Promise<Record<'list' | 'facets' | 'searchAnew' | 'search', Times>> => {
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
  const anew = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((page) =>
    queries.map(({ typed }) => `/search?q=${encodeURIComponent(typed)}&page=${page}`),
  );
  const words = queries.map(({ typed }) => `/search?q=${encodeURIComponent(typed)}`);
  const measure = async (
    what: string,
    paths: string[],
    { connections, warm = 3, seconds: length = 10 }: { connections: number; warm?: number; seconds?: number },
  ): Promise<Times> => {
    await load(api, paths, { connections, seconds: warm });
    const { times, errors, seconds } = await load(api, paths, { connections, seconds: length });
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
    list: await measure('list', lists, { connections: 16 }),
    facets: await measure('list with six facets', faceted, { connections: 8 }),
    // What was asked a moment ago is known; so each question is asked page by page, and none twice.
    searchAnew: await measure('search, nothing asked before', anew, { connections: 8, warm: 0, seconds: 4 }),
    search: await measure('search', words, { connections: 8 }),
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
