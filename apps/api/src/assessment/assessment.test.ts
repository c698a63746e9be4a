import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import type { Actor } from '../platform/actor.ts';
import { assessmentCommands } from './index.ts';
import { Counting } from './testing.ts';

const { url, db } = await freshDatabase();
const house = new Counting();
let officer: Actor;

beforeAll(async () => {
  await house.open(url);
  officer = house.officer({ role: 'commune-officer', commune: '07330' });
});
afterAll(() => house.app?.close());
beforeEach(async () => {
  house.clock.set('2026-11-02T02:00:00Z');
  await db.query('truncate assessment.fact, assessment.declaration');
  await db.query('delete from platform.outbox');
  await db.query('alter table platform.event disable trigger all');
  await db.query('delete from platform.event');
  await db.query('alter table platform.event enable trigger all');
});

const declare = (given: object, actor = officer, commune = '07330') =>
  house.ask(actor, `/assessment/communes/${commune}/declarations`, {
    id: randomUUID(),
    document: 'Báo cáo 12/BC-UBND',
    validFrom: '2026-01-01',
    ...given,
  });

describe('the numbers of a commune', () => {
  test('move when a parcel arrives, and say what they are made of', async () => {
    const shop = await house.shop();
    const cooperative = await house.shop({ producerKind: 'cooperative', producerName: 'HTX Lò Nồi' });
    await house.shop(); // sells nothing
    await declare({ kind: 'households', value: 400 });
    await declare({ kind: 'key-products', commodities: ['lychee', 'tea', 'honey'] });
    await house.sell(shop, { amounts: [95_000, 30_000] });
    await house.sell(cooperative, { amounts: [50_000], commodity: 'rice' });
    await house.settle();
    const { status, body } = await house.ask(officer, '/assessment/communes/07330?month=2026-11');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      commune: { code: '07330', fullName: 'Xã Phúc Hòa' },
      computedAt: '2026-11-02T02:00:00.000Z',
      daily: [{ day: '2026-11-02', value: 175_000, orders: 2 }],
      indicators: [
        {
          id: 'households-selling',
          value: 0.3, // 1 of 400
          numerator: 1,
          denominator: 400,
          declared: { value: 400, document: 'Báo cáo 12/BC-UBND' },
          status: 'no-threshold',
          events: 2,
        },
        { id: 'active-shops', value: 2, events: 3 },
        { id: 'sales-value', value: 175_000, previous: 0, events: 3 },
        { id: 'key-products-online', value: 33.3, numerator: 1, denominator: 3, status: 'met', events: 2 },
        { id: 'households-trained', value: 0, numerator: 0, denominator: 1, status: 'not-met', events: 2 },
        { id: 'households-skilled', value: 0, numerator: 0, denominator: 2, status: 'not-met', events: 2 },
        { id: 'sellers-verified', value: 0, numerator: 0, denominator: 2, status: 'not-met', events: 3 },
        { id: 'support-on-time', value: null, numerator: 0, denominator: 0, status: 'no-data', events: 0 },
        { id: 'complaints-on-time', value: null, numerator: 0, denominator: 0, status: 'no-data', events: 0 },
      ],
    });
  });

  test('do not count what someone sold to herself, nor what came back', async () => {
    const shop = await house.shop();
    await house.sell(shop, { buyerIsSeller: true });
    const kept = await house.sell(shop);
    const back = await house.sell(shop, { amounts: [40_000] });
    await house.comeBack(shop, back);
    await house.settle();
    expect(kept.parcel).not.toBe(back.parcel);
    expect(await house.values(officer, '2026-11')).toMatchObject({ 'active-shops': 1, 'sales-value': 95_000 });
    const { body } = await house.ask(officer, '/assessment/communes/07330?month=2026-11');
    expect(body).toMatchObject({ daily: [{ value: 95_000, orders: 1 }] });
  });

  test('are the same when a return is heard before its sale', async () => {
    const shop = await house.shop();
    await house.comeBack(shop, await house.sell(shop));
    await house.settle('desc');
    expect(await house.values(officer, '2026-11')).toMatchObject({ 'active-shops': 0, 'sales-value': 0 });
  });

  test('belong to the month in which the goods arrived in Vietnam', async () => {
    const shop = await house.shop();
    house.clock.set('2026-11-30T16:59:59Z'); // 23:59 there
    await house.sell(shop, { amounts: [10_000] });
    house.clock.set('2026-11-30T17:00:00Z'); // midnight
    await house.sell(shop, { amounts: [20_000] });
    await house.settle();
    expect(await house.values(officer, '2026-11')).toMatchObject({ 'sales-value': 10_000 });
    const { body } = await house.ask(officer, '/assessment/communes/07330?month=2026-12');
    expect(body).toMatchObject({ daily: [{ day: '2026-12-01', value: 20_000 }] });
    expect((body as { indicators: object[] }).indicators[2]).toMatchObject({ value: 20_000, previous: 10_000 });
  });

  test('leave out a shop that is suspended, until it is reinstated', async () => {
    const shop = await house.shop();
    await house.sell(shop);
    house.clock.pass(1_000);
    const { producer, commune } = shop;
    await house.state('producer.suspended', producer, { commune, applicant: randomUUID(), reason: 'Hàng giả' });
    await house.settle();
    house.clock.pass(1_000);
    expect(await house.values(officer, '2026-11')).toMatchObject({ 'active-shops': 0, 'sales-value': 95_000 });
    await house.state('producer.reinstated', producer, { commune, applicant: randomUUID() });
    await house.settle();
    house.clock.pass(1_000);
    expect(await house.values(officer, '2026-11')).toMatchObject({ 'active-shops': 1 });
  });

  test('are counted by the criteria of their month: a stricter rule from December on changes nothing before', async () => {
    const shop = await house.shop();
    await house.sell(shop);
    await house.settle();
    await db.query(
      `insert into assessment.indicator_rule select indicator, variant, '2026-12-01', true, formula, parameters, 5, 'Tỉnh', reference
       from assessment.indicator_rule where variant = 'Taobao-2022' and indicator = 'active-shops'`,
    );
    try {
      expect(await house.values(officer, '2026-11')).toMatchObject({ 'active-shops': 1 });
      house.clock.set('2026-12-05T02:00:00Z');
      await house.sell(shop);
      await house.settle();
      const { body } = await house.ask(officer, '/assessment/communes/07330?month=2026-12');
      expect((body as { indicators: object[] }).indicators[1]).toMatchObject({
        id: 'active-shops',
        value: 0,
        status: 'not-met',
        previous: 1,
        threshold: { value: 5, reference: 'Tỉnh', validFrom: '2026-12-01' },
      });
    } finally {
      await db.query(`delete from assessment.indicator_rule where valid_from = '2026-12-01'`);
    }
  });

  test('open to the events behind them, page by page', async () => {
    const shop = await house.shop();
    for (let sold = 0; sold < 52; sold += 1) {
      house.clock.pass(1_000);
      await house.sell(shop, { amounts: [1_000 + sold] });
    }
    await house.settle();
    const path = '/assessment/communes/07330/indicators/active-shops/facts?month=2026-11';
    const first = await house.ask(officer, path);
    expect(first.body).toMatchObject({ total: 52, page: 1, pages: 2 });
    const items = (first.body as { items: { amount: number; type: string; producer: string }[] }).items;
    expect(items).toHaveLength(50);
    expect(items[0]).toMatchObject({ amount: 1_051, type: 'parcel.delivered', producer: 'Hộ bà Mận', kind: 'sale' });
    const second = await house.ask(officer, `${path}&page=2`);
    expect((second.body as { items: { amount: number }[] }).items.map(({ amount }) => amount)).toEqual([1_001, 1_000]);
  });
});

describe('the numbers about people', () => {
  const attended = (producer: string, day = '2026-11-02') =>
    house.state('training.attended', randomUUID(), {
      producer,
      commune: '07330',
      course: 'ban-hang',
      person: null,
      day,
    });
  const signed = (producer: string, complete: boolean, day = '2026-11-02') =>
    house.state('skills.signed', producer, { producer, commune: '07330', complete, by: randomUUID(), day });
  const checked = (producer: string, result: 'verified' | 'refused', kind = 'identity') =>
    house.state('verification.decided', producer, { producer, commune: '07330', kind, result, method: 'manual' });
  const helped = (onTime: boolean) =>
    house.state('support.closed', randomUUID(), {
      number: 'HT-1',
      commune: '07330',
      asker: null,
      done: 'Đã chỉ',
      onTime,
    });
  const shown = async (month = '2026-11') => {
    const { body } = await house.ask(officer, `/assessment/communes/07330?month=${month}`);
    return Object.fromEntries((body as { indicators: { id: string }[] }).indicators.map((one) => [one.id, one]));
  };

  test('say how many selling households went to a course, and how many sellers were verified', async () => {
    const [taught, untaught, idle] = [await house.shop(), await house.shop(), await house.shop()];
    const cooperative = await house.shop({ producerKind: 'cooperative', producerName: 'HTX Lò Nồi' });
    for (const shop of [taught, untaught, cooperative]) await house.sell(shop);
    await attended(taught.producer, '2026-10-20'); // written down in November
    await attended(taught.producer);
    await attended(idle.producer);
    await checked(taught.producer, 'verified');
    await checked(untaught.producer, 'verified', 'food-safety');
    await checked(cooperative.producer, 'verified');
    house.clock.pass(1_000);
    await checked(cooperative.producer, 'refused');
    await house.settle();
    expect(await shown()).toMatchObject({
      'households-trained': { value: 50, numerator: 1, denominator: 2, status: 'not-met', threshold: { value: 100 } },
      'sellers-verified': { value: 33.3, numerator: 1, denominator: 3, status: 'not-met', threshold: { value: 100 } },
    });
    const { body } = await house.ask(
      officer,
      '/assessment/communes/07330/indicators/households-trained/facts?month=2026-11',
    );
    const { items } = body as { items: { kind: string; producer: string; day: string }[] };
    expect(items.map(({ kind }) => kind).sort()).toEqual(['course.attended', 'course.attended', 'sale', 'sale']);
    expect(items.map(({ producer }) => producer)).toEqual(Array(4).fill('Hộ bà Mận'));
    expect(items.map(({ day }) => day)).toContain('2026-10-20');
  });

  test('say how many households can do everything by themselves, by the last who signed; a closed stall is none', async () => {
    const [able, again, never, closed] = [
      await house.shop(),
      await house.shop(),
      await house.shop(),
      await house.shop(),
    ];
    await house.shop({ producerKind: 'cooperative' });
    await signed(able.producer, false, '2026-11-01');
    await signed(able.producer, true);
    await signed(again.producer, true, '2026-11-01');
    await signed(again.producer, false);
    await signed(closed.producer, true);
    await house.state('producer.closed', closed.producer, { commune: '07330', applicant: null, reason: 'Thôi bán' });
    await house.settle();
    expect(never.producer).not.toBe(able.producer);
    expect(await shown()).toMatchObject({
      'households-skilled': { value: 33.3, numerator: 1, denominator: 3, status: 'not-met', threshold: { value: 50 } },
    });
  });

  test('say how many requests for help were closed in time in this month, and open to each of them', async () => {
    for (const onTime of [true, true, true, false]) await helped(onTime);
    await house.settle();
    expect(await shown()).toMatchObject({
      'support-on-time': { value: 75, numerator: 3, denominator: 4, status: 'no-threshold', events: 4 },
    });
    expect(await shown('2026-12')).toMatchObject({ 'support-on-time': { value: null, previous: 75 } });
    const { body } = await house.ask(
      officer,
      '/assessment/communes/07330/indicators/support-on-time/facts?month=2026-11',
    );
    expect(body).toMatchObject({
      total: 4,
      items: Array.from({ length: 4 }, () => ({ type: 'support.closed', producer: null })),
    });
  });

  test('say how many complaints were decided before their time ran out; one that ran out stands against the commune', async () => {
    const complaint = { number: 'KN-2611-0001', commune: '07330', province: '24', producer: randomUUID() };
    const about = { ...complaint, order: null, orderCode: null, person: randomUUID() };
    const decided = (onTime: boolean) =>
      house.state('complaint.decided', randomUUID(), {
        ...about,
        outcome: 'settled',
        reason: 'Hai bên đã đổi hàng.',
        authority: null,
        onTime,
      });
    for (const onTime of [true, true, true, false]) await decided(onTime);
    await house.state('complaint.escalated', randomUUID(), about);
    await house.settle();
    expect(await shown()).toMatchObject({
      'complaints-on-time': { value: 75, numerator: 3, denominator: 4, status: 'no-threshold', events: 4 },
    });
  });
});

describe('an officer', () => {
  test("sees her commune and not another's; a province sees all of its own", async () => {
    const [mine, theirs] = [await house.shop(), await house.shop({ commune: '30076', province: '82' })];
    await house.sell(mine);
    await house.sell(theirs);
    await house.settle();
    for (const path of ['', '/indicators/sales-value/facts']) {
      const { status, body } = await house.ask(officer, `/assessment/communes/30076${path}?month=2026-11`);
      expect({ status, code: (body as { code: string }).code }).toEqual({ status: 404, code: 'assessment.not-found' });
    }
    expect((await house.ask(officer, '/assessment/communes?month=2026-11')).body).toEqual({
      month: '2026-11',
      items: [{ code: '07330', fullName: 'Xã Phúc Hòa', shops: 1, households: 1, sales: 95_000 }],
    });
    const province = house.officer({ role: 'province-officer', province: '82' });
    const { body } = await house.ask(province, '/assessment/communes?month=2026-11');
    const { items } = body as { items: { code: string; sales: number }[] };
    expect(items.length).toBeGreaterThan(90);
    expect(items[0]).toMatchObject({ code: '30076', sales: 95_000 });
    expect(items.map(({ code }) => code)).not.toContain('07330');
  });

  test('declares for her commune alone, once for each id, with the document that says so', async () => {
    const id = randomUUID();
    const stated = { id, kind: 'households', value: 3_120 };
    const first = await declare(stated);
    expect(first.body).toMatchObject({
      id,
      kind: 'households',
      document: 'Báo cáo 12/BC-UBND',
      validFrom: '2026-01-01',
    });
    expect(await declare({ ...stated, value: 9 })).toEqual(first);
    expect(await db.query(`select type, data from platform.event where subject = $1`, [id])).toEqual([
      {
        type: 'commune.declared',
        data: { commune: '07330', kind: 'households', document: 'Báo cáo 12/BC-UBND' },
      },
    ]);
    expect((await declare(stated, officer, '30076')).status).toBe(404);
    const other = house.officer({ role: 'commune-officer', commune: '30076' });
    expect((await declare(stated, other, '30076')).status).toBe(404); // the id is another commune's
    const province = house.officer({ role: 'province-officer', province: '24' });
    expect((await declare(stated, province)).status).toBe(403);
    const wrong = await declare({ kind: 'households', value: 0 });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).toContain('value');
  });

  test('is told by the newest declaration that was in force in the month', async () => {
    const shop = await house.shop();
    await house.sell(shop);
    await house.settle();
    await declare({ kind: 'households', value: 100, validFrom: '2026-01-01' });
    await declare({ kind: 'households', value: 50, validFrom: '2026-11-15' });
    await declare({ kind: 'households', value: 10, validFrom: '2026-12-01' });
    expect(await house.values(officer, '2026-11')).toMatchObject({ 'households-selling': 2 });
    expect(await house.values(officer, '2025-12')).toMatchObject({ 'households-selling': null });
  });
});

describe('counting everything anew', () => {
  const rebuild = () => assessmentCommands[0]?.run(house.app, { words: [], options: {} });

  test('gives the same numbers from the events alone, also after facts were lost or forged', async () => {
    const [shop, other] = [await house.shop(), await house.shop({ commune: '30076', province: '82' })];
    for (const amounts of [[10_000, 20_000], [30_000]]) await house.sell(shop, { amounts });
    await house.comeBack(other, await house.sell(other));
    await house.sell(shop, { buyerIsSeller: true });
    await house.settle();
    const before = await house.facts();
    expect(before).toHaveLength(10);
    expect(await rebuild()).toBe('9 events, 10 facts, 0 taken out, 0 put in');
    await db.query(`delete from assessment.fact where amount = 20000`);
    await db.query(`update assessment.fact set amount = 99000000 where amount = 30000`);
    expect(await rebuild()).toBe('9 events, 10 facts, 1 taken out, 2 put in');
    expect(await house.facts()).toEqual(before);
  });

  test('gives the same numbers about people, too', async () => {
    const { producer } = await house.shop();
    const commune = '07330';
    const day = '2026-11-02';
    await house.state('training.attended', randomUUID(), { producer, commune, course: 'ban-hang', person: null, day });
    await house.state('skills.signed', producer, { producer, commune, complete: true, by: randomUUID(), day });
    await house.state('verification.decided', producer, {
      producer,
      commune,
      kind: 'identity',
      result: 'verified',
      method: 'manual',
    });
    await house.state('support.closed', randomUUID(), {
      number: 'HT-1',
      commune,
      asker: null,
      done: 'x',
      onTime: false,
    });
    await house.settle();
    const before = await house.facts();
    expect(await rebuild()).toBe('6 events, 6 facts, 0 taken out, 0 put in');
    await db.query(`update assessment.fact set kind = 'support.on-time' where kind = 'support.late'`);
    await db.query(`delete from assessment.fact where kind in ('course.attended', 'identity.verified')`);
    expect(await rebuild()).toBe('6 events, 6 facts, 1 taken out, 3 put in');
    expect(await house.facts()).toEqual(before);
  });

  test('and what is heard afterwards is not counted twice', async () => {
    const shop = await house.shop();
    await house.sell(shop);
    await rebuild(); // before any listener has heard of it
    await house.settle();
    expect(await house.values(officer, '2026-11')).toMatchObject({ 'sales-value': 95_000, 'active-shops': 1 });
  });
});
