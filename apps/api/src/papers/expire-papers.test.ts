import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { ExpirePapers } from './index.ts';
import { Desk, type Someone } from './testing.ts';

const fresh = await freshDatabase();
let desk: Desk;
let officer: Someone;
beforeAll(async () => {
  desk = await Desk.open(fresh);
  officer = desk.someone('official', [{ role: 'commune-officer', commune: '07330' }]);
});
afterAll(() => desk?.close());
beforeEach(() => desk.clock.set('2026-11-23T02:00:00Z'));

const tick = (at?: string) => {
  if (at) desk.clock.set(`${at}T02:00:00Z`);
  return desk.app.get(ExpirePapers, { strict: false }).run();
};
/** A verified certificate whose last day is 1 March 2027. */
const certificate = async (expiresOn = '2027-03-01') => {
  const { producer, head } = await desk.household();
  const id = await desk.paper(head, producer);
  await desk.decide(officer, id, expiresOn);
  return { id, producer, head };
};
const told = async (id: string) =>
  (await desk.stated(id))
    .filter(({ type }) => type === 'paper.expiring' || type === 'paper.expired')
    .map(({ type, data }) => (type === 'paper.expired' ? 'expired' : data.days));

test('a household is reminded 60, 30 and 7 days before, each once, and told when it has ended', async () => {
  const { id, producer } = await certificate();
  for (const day of [
    '2026-12-30',
    '2026-12-31',
    '2026-12-31',
    '2027-01-15',
    '2027-01-30',
    '2027-02-22',
    '2027-02-23',
  ]) {
    await tick(day);
    await tick();
  }
  expect(await told(id)).toEqual([60, 30, 7]);
  await tick('2027-03-01');
  expect(await told(id)).toEqual([60, 30, 7]);
  await tick('2027-03-02');
  await tick();
  expect(await told(id)).toEqual([60, 30, 7, 'expired']);
  expect((await desk.stated(id)).at(-1)?.data).toEqual({
    producer,
    commune: '07330',
    kind: 'food-safety-certificate',
    expiresOn: '2027-03-01',
  });
});

test('the last day ends at midnight in Vietnam, not in London', async () => {
  const { id } = await certificate('2026-11-30');
  desk.clock.set('2026-11-30T16:59:59Z');
  await tick();
  expect(await told(id)).not.toContain('expired');
  desk.clock.set('2026-11-30T17:00:00Z');
  await tick();
  expect(await told(id)).toContain('expired');
});

test('after three months in which the clock stood still, nothing is forgotten and nothing said three times', async () => {
  const { id } = await certificate();
  await tick('2027-02-25');
  expect(await told(id)).toEqual([4]);
  desk.clock.set('2026-11-23T02:00:00Z');
  const gone = await certificate('2026-12-01');
  await tick('2027-05-01');
  expect(await told(gone.id)).toEqual(['expired']);
});

test('two clocks at the same moment say it once', async () => {
  const { id } = await certificate();
  desk.clock.set('2027-01-01T02:00:00Z');
  await Promise.all([tick(), tick(), tick()]);
  expect(await told(id)).toEqual([59]);
});

test('a renewed paper ends the reminders of the former, before and after it expired', async () => {
  const { id, producer, head } = await certificate();
  await tick('2026-12-31');
  const renewed = await desk.paper(head, producer);
  await desk.decide(officer, renewed, '2030-01-01');
  await tick('2027-02-22');
  await tick('2027-03-05');
  expect([await told(id), await told(renewed)]).toEqual([[60], []]);

  desk.clock.set('2026-11-23T02:00:00Z');
  const late = await certificate('2026-12-01');
  await tick('2026-12-02');
  const { body } = await desk.ask(officer, 'GET', '/papers?show=expired');
  expect(body.items.map((paper: { id: string }) => paper.id)).toContain(late.id);
  const again = await desk.paper(late.head, late.producer);
  await desk.decide(officer, again, '2030-01-01');
  const after = await desk.ask(officer, 'GET', '/papers?show=expired');
  expect(after.body.items.map((paper: { id: string }) => paper.id)).not.toContain(late.id);
});

test('when the house reminds is a row: from its day on, others hold', async () => {
  await rows(desk.db, `insert into papers.reminder (valid_from, days, source) values ('2026-12-01', 14, 'thử')`);
  const { id } = await certificate();
  await tick('2027-02-10');
  expect(await told(id)).toEqual([]);
  await tick('2027-02-15');
  expect(await told(id)).toEqual([14]);
  await rows(desk.db, `delete from papers.reminder where valid_from = '2026-12-01'`);
});
