import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { testEnv } from '../platform/testing.ts';
import { citizenIndex, ProducerQueries } from './producer.queries.ts';

const { db, url } = await freshDatabase();
const queries = new ProducerQueries();

/** Fifty thousand households in a thousand communes. */
beforeAll(async () => {
  testEnv({ DATABASE_URL: url });
  await rows(
    db,
    `insert into identity.producer (id, kind, name, head, commune, province, hamlet, folded, folded_head, citizen_index, entered_how, created_at)
     select gen_random_uuid(), 'household', 'Hộ số ' || n, 'Chủ ' || n, lpad((n % 1000 + 1000)::text, 5, '0'), '24', 'thon-' || n % 7,
       'ho so ' || n, 'chu ' || n, 'index-' || n, 'imported', '2026-11-01T00:00:00Z'
     from generate_series(1, 50000) n`,
  );
  await rows(
    db,
    `insert into identity.producer_phone (producer, phone, added_at)
     select id, '+849' || lpad(split_part(name, ' ', 3), 8, '0'), created_at from identity.producer`,
  );
  await db.query('vacuum analyze identity.producer');
  await db.query('vacuum analyze identity.producer_phone');
});

/** Blocks of eight kilobytes one question touches: what it costs, whatever else the machine is doing. */
const cost = async (ask: () => Promise<unknown>): Promise<number> => {
  const read = async () => {
    await rows(db, 'select pg_stat_force_next_flush()');
    const [sum] = await rows<{ blocks: string }>(
      db,
      `select coalesce(sum(heap_blks_hit + heap_blks_read), 0)::text as blocks from pg_statio_user_tables
       where schemaname = 'identity'`,
    );
    return Number(sum?.blocks);
  };
  const before = await read();
  await ask();
  return (await read()) - before;
};

test('among fifty thousand households one is found by the index, not by reading them all', async () => {
  const wanted = { communes: ['01042'], words: 'so 42042', page: 1 };
  expect((await queries.find(db, wanted)).items.map(({ name }) => name)).toEqual(['Hộ số 42042']);
  expect(await cost(() => queries.find(db, wanted))).toBeLessThan(500);
  expect(await cost(() => queries.find(db, { communes: ['01042'], words: '0900042042', page: 1 }))).toBeLessThan(500);
});

test('and a list of two hundred newcomers is compared with all of them in one question', async () => {
  const newcomers = Array.from({ length: 200 }, (_, place) => ({
    phones: [`+849${String(place * 7 + 1).padStart(8, '0')}`],
    citizenIndex: place % 2 ? `index-${place * 11 + 1}` : citizenIndex(`02409900${place}`),
    name: `Hộ số ${place * 13 + 1}`,
    commune: String(((place * 13 + 1) % 1000) + 1000).padStart(5, '0'),
    hamlet: null,
  }));
  const found = await queries.twins(db, newcomers);
  expect(found.size).toBe(200);
  expect(
    found
      .get(1)
      ?.map(({ why }) => why)
      .toSorted(),
  ).toEqual(['citizen', 'name', 'phone']);
  expect(await cost(() => queries.twins(db, newcomers))).toBeLessThan(6_000);
});
