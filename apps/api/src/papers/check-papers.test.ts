import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { photograph } from './sheets.fixture.ts';
import { Desk, type Someone } from './testing.ts';

const fresh = await freshDatabase();
let desk: Desk;
let officer: Someone;
beforeAll(async () => {
  desk = await Desk.open(fresh);
  officer = desk.someone('official', [{ role: 'commune-officer', commune: '07330' }]);
});
afterAll(() => desk?.close());

const own = async (who: Someone, producer: string) =>
  (await desk.ask(who, 'GET', `/producers/${producer}/papers`)).body.items as { id: string; state: string }[];
const stateOf = async (who: Someone, producer: string, id: string) =>
  (await own(who, producer)).find((paper) => paper.id === id)?.state;

describe('checking a paper', () => {
  test('says it is right, with its dates as they stand on it', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    await desk.ask(head, 'PUT', `/producers/${producer}/papers/${id}/facts`, {
      number: '12/ATP',
      expiresOn: '2027-01-01',
    });
    const facts = { number: '12/ATTP', expiresOn: '2027-11-23' };
    const decided = await desk.ask(officer, 'POST', `/papers/${id}/decision`, { result: 'verified', facts });
    expect(decided.body).toMatchObject({
      state: 'verified',
      number: '12/ATTP',
      expiresOn: '2027-11-23',
      daysLeft: 365,
    });
    expect(await desk.stated(id)).toMatchObject([
      { type: 'paper.added' },
      {
        type: 'paper.verified',
        data: { producer, commune: '07330', kind: 'food-safety-certificate', expiresOn: '2027-11-23' },
      },
    ]);
  });

  test('says it is not, with a reason that the household reads; without one it is not said', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const silent = await desk.ask(officer, 'POST', `/papers/${id}/decision`, { result: 'refused' });
    expect([silent.status, silent.body.errors[0].field]).toEqual([422, 'reason']);
    const reason = 'Ảnh mờ, không đọc được số';
    await desk.ask(officer, 'POST', `/papers/${id}/decision`, { result: 'refused', reason });
    expect(await own(head, producer)).toMatchObject([{ id, state: 'refused', reason }]);
    expect((await desk.stated(id)).at(-1)).toMatchObject({ type: 'paper.refused', data: { reason } });
  });

  test('is done once: of two officers at the same moment the second is told', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const both = await Promise.all([desk.decide(officer, id), desk.decide(officer, id)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await desk.stated(id)).filter(({ type }) => type === 'paper.verified')).toHaveLength(1);
    const late = await desk.put(head, producer, await photograph({ shade: 3 }), { id });
    expect(late.body.code).toBe('papers.illegal-step');
    const back = await desk.ask(head, 'DELETE', `/producers/${producer}/papers/${id}`);
    expect([back.status, back.body.code]).toEqual([409, 'papers.illegal-step']);
  });

  test('does not find right what has already expired, and finds right what expires today', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const past = await desk.decide(officer, id, '2026-11-22');
    expect([past.status, past.body.errors[0].field]).toEqual([422, 'facts.expiresOn']);
    expect((await desk.decide(officer, id, '2026-11-23')).body).toMatchObject({ state: 'verified', daysLeft: 0 });
  });

  test('an officer of another commune finds nothing to decide; a household not a right to', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const elsewhere = desk.someone('official', [{ role: 'commune-officer', commune: '07333' }]);
    expect([(await desk.decide(elsewhere, id)).status, (await desk.decide(head, id)).status]).toEqual([404, 403]);
    expect(await stateOf(head, producer, id)).toBe('waiting');
  });

  test('a citizen card is not decided here, and is not in the queue', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer, 'citizen-card-front');
    expect((await desk.decide(officer, id)).body.code).toBe('papers.illegal-step');
    const { body } = await desk.ask(officer, 'GET', '/papers');
    expect(body.items.some((paper: { id: string }) => paper.id === id)).toBe(false);
  });
});

describe('a newer paper', () => {
  test('takes the place of the former one when it is verified, and not before', async () => {
    const { producer, head } = await desk.household();
    const former = await desk.paper(head, producer);
    await desk.decide(officer, former, '2027-01-01');
    desk.clock.pass(1_000);
    const newer = await desk.paper(head, producer);
    expect(await stateOf(head, producer, former)).toBe('verified');
    const seen = await desk.ask(officer, 'GET', `/papers/${newer}`);
    expect(seen.body.before).toMatchObject({ id: former, expiresOn: '2027-01-01' });
    await desk.decide(officer, newer, '2029-01-01');
    expect([await stateOf(head, producer, former), await stateOf(head, producer, newer)]).toEqual([
      'replaced',
      'verified',
    ]);
  });

  test('of a kind of which there are several ends only the one it was handed in for', async () => {
    const { producer, head } = await desk.household();
    const [honey, rice] = [await desk.paper(head, producer, 'ocop'), await desk.paper(head, producer, 'ocop')];
    await desk.decide(officer, honey);
    await desk.decide(officer, rice);
    desk.clock.pass(1_000);
    const newer = await desk.paper(head, producer, 'ocop', rice);
    await desk.decide(officer, newer);
    expect([await stateOf(head, producer, honey), await stateOf(head, producer, rice)]).toEqual([
      'verified',
      'replaced',
    ]);
  });

  test('does not end a paper of another household', async () => {
    const [mine, other] = [await desk.household(), await desk.household()];
    const theirs = await desk.paper(other.head, other.producer, 'ocop');
    await desk.decide(officer, theirs);
    const newer = await desk.paper(mine.head, mine.producer, 'ocop', theirs);
    await desk.decide(officer, newer);
    expect(await stateOf(other.head, other.producer, theirs)).toBe('verified');
  });
});

describe("an officer's queue", () => {
  test('has the longest waiting first, names whose it is, counts what is soon, and notes the look', async () => {
    const there = desk.someone('official', [{ role: 'commune-officer', commune: '07333' }]);
    const { producer, head } = await desk.household('07333');
    const first = await desk.paper(head, producer, 'ocop');
    desk.clock.pass(60_000);
    const second = await desk.paper(head, producer, 'vietgap');
    desk.clock.pass(60_000);
    const soon = await desk.paper(head, producer);
    await desk.decide(there, soon, '2026-12-20');

    const { body } = await desk.ask(there, 'GET', '/papers');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([first, second]);
    expect(body).toMatchObject({ total: 2, page: 1, pages: 1, counts: { waiting: 2, expiring: 1, expired: 0 } });
    expect(body.items[0]).toMatchObject({ producerName: 'Hộ bà Tư', commune: { code: '07333' } });
    const near = await desk.ask(there, 'GET', '/papers?show=expiring');
    expect(near.body.items).toMatchObject([{ id: soon, daysLeft: 27 }]);
    const narrowed = await desk.ask(there, 'GET', '/papers?kind=vietgap&commune=07333');
    expect(narrowed.body.items.map(({ id }: { id: string }) => id)).toEqual([second]);
    expect((await desk.ask(there, 'GET', '/papers?commune=07330')).body.items).toEqual([]);
    expect((await desk.looks(there))[0]).toEqual({ subject: producer, purpose: 'paper.queue' });

    expect((await desk.ask(there, 'GET', `/papers/${first}`)).body).toMatchObject({
      id: first,
      next: second,
      before: null,
    });
    expect((await desk.ask(there, 'GET', `/papers/${second}`)).body.next).toBe(first);
    const inspector = desk.someone('official', [{ role: 'inspector', province: '24' }]);
    expect((await desk.ask(inspector, 'GET', '/papers?commune=07333')).body.total).toBe(2);
    expect((await desk.ask(there, 'GET', `/papers/${randomUUID()}`)).status).toBe(404);
  });
});
