import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { keyCommands } from '../platform/keys.commands.ts';
import { testEnv } from '../platform/testing.ts';
import { env } from '../platform/env.ts';
import { DestroyPapers, ErasePapers, Papers, SettleCards } from './index.ts';
import { Desk, type Someone } from './testing.ts';

const fresh = await freshDatabase();
let desk: Desk;
let officer: Someone;
beforeAll(async () => {
  desk = await Desk.open(fresh);
  officer = desk.someone('official', [{ role: 'commune-officer', commune: '07330' }]);
});
afterAll(() => desk?.close());

const page = async (who: Someone, producer: string, id: string) =>
  (await desk.ask(who, 'GET', `/producers/${producer}/papers/${id}/pages/1`)).status;
const get = <T>(door: new (...args: never[]) => T): T => desk.app.get(door, { strict: false });

describe('destroying', () => {
  test('takes the key with the transaction, and the row stays to say that there was a paper', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    await desk.decide(officer, id);
    await inTx(desk.db, (tx) => get(Papers).destroy(tx, system('test'), [id]));
    expect(await page(head, producer, id)).toBe(404);
    expect(await get(Papers).of(desk.db, producer)).toMatchObject([{ id, state: 'verified', pages: 1, sheets: [] }]);
  });

  test('that is rolled back has destroyed nothing', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const fails = inTx(desk.db, async (tx) => {
      await get(Papers).destroy(tx, system('test'), [id]);
      throw new Error('changed her mind');
    });
    await expect(fails).rejects.toThrow('changed her mind');
    await get(DestroyPapers).run();
    expect(await page(head, producer, id)).toBe(200);
  });

  test('a destroyed paper that waited is no longer to be checked', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    await inTx(desk.db, (tx) => get(Papers).destroy(tx, system('test'), [id]));
    const { body } = await desk.ask(officer, 'GET', '/papers');
    expect(body.items.map((paper: { id: string }) => paper.id)).not.toContain(id);
    expect((await desk.decide(officer, id)).status).toBe(409);
  });
});

test('when an officer has checked who she is, the photographs of her card are gone; one handed in later waits', async () => {
  const { producer, head } = await desk.household();
  const card = await desk.paper(head, producer, 'citizen-card-front');
  desk.clock.pass(1_000);
  const decided = { producer, commune: '07330', kind: 'identity', result: 'verified', method: 'manual' } as const;
  await desk.hear(get(SettleCards), 'verification.decided', producer, decided);
  expect(await page(head, producer, card)).toBe(404);
  expect(await get(Papers).of(desk.db, producer)).toMatchObject([{ id: card, state: 'verified', sheets: [] }]);

  desk.clock.pass(1_000);
  const later = await desk.paper(head, producer, 'citizen-card-front');
  const other = await desk.paper(head, producer);
  desk.clock.pass(-1_500);
  await desk.hear(get(SettleCards), 'verification.decided', producer, { ...decided, result: 'refused' });
  await desk.hear(get(SettleCards), 'verification.decided', producer, { ...decided, kind: 'food-safety' });
  expect([await page(head, producer, later), await page(head, producer, other)]).toEqual([200, 200]);
  desk.clock.pass(1_500);
});

test("a person's erasure destroys what no decision rests on, and leaves what the law keeps", async () => {
  const { producer, head } = await desk.household();
  const neighbour = await desk.household();
  const kept = await desk.paper(head, producer);
  await desk.decide(officer, kept, '2028-01-01');
  const waiting = await desk.paper(head, producer, 'ocop');
  const refused = await desk.paper(head, producer, 'vietgap');
  await desk.ask(officer, 'POST', `/papers/${refused}/decision`, { result: 'refused', reason: 'không đúng' });
  const card = await desk.paper(head, producer, 'citizen-card-back');
  const theirs = await desk.paper(neighbour.head, neighbour.producer);
  await desk.hear(get(ErasePapers), 'erasure.granted', head.id, { person: head.id, producers: [producer] });
  const left = [];
  for (const id of [kept, waiting, refused, card]) left.push(await page(head, producer, id));
  expect(left).toEqual([200, 404, 404, 404]);
  expect(await page(neighbour.head, neighbour.producer, theirs)).toBe(200);
});

test("the operator's rotation locks every key anew, can be cut short and repeated, and names a key that is missing", async () => {
  const { producer, head } = await desk.household();
  const id = await desk.paper(head, producer);
  const columns = [{ table: 'papers.page', id: ['paper', 'page'], column: 'key' }];
  const rotate = async () => {
    const command = keyCommands(columns).find(({ name }) => name === 'keys rotate');
    return command?.run(desk.app, { words: [], options: {} });
  };
  const { SECRET, STORAGE_URL, SITE_KEY } = env();
  const was = { DATABASE_URL: fresh.url, SECRET, STORAGE_URL, SITE_KEY };
  const keys = (kek: string) =>
    rows<{ n: number }>(desk.db, `select count(*)::int as n from papers.page where key like 'v1.' || $1 || '.%'`, [
      kek,
    ]);

  testEnv({ ...was, SEALING_KEYS: `2027:${'3d'.repeat(32)}` });
  const [{ n: all } = { n: 0 }] = await rows<{ n: number }>(
    desk.db,
    'select count(*)::int as n from papers.page where key is not null',
  );
  // As if an earlier run had been cut short: one is done already.
  expect(await rotate()).toBe(`papers.page.key: ${all} locked anew`);
  expect((await keys('2027'))[0]?.n).toBe(all);
  expect(await rotate()).toBe('papers.page.key: 0 locked anew');
  expect(await page(head, producer, id)).toBe(200);

  testEnv({ ...was, SEALING_KEYS: `2028:${'4e'.repeat(32)}` });
  expect(await rotate()).toContain('left as they are, their keys are not known here: 2027');
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
  expect(await page(head, producer, id)).toBe(500);
  testEnv({ ...was, SEALING_KEYS: `2028:${'4e'.repeat(32)},2027:${'3d'.repeat(32)}` });
  await rotate();
  expect((await keys('2028'))[0]?.n).toBe(all);
  expect(await page(head, producer, id)).toBe(200);
});
