import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@chophien/contracts';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, redisUrl } from '../../../../tests/support/database.ts';
import { events } from '../events.ts';
import { system } from './actor.ts';
import { commands } from './commands.ts';
import { inTx, rows, type Tx } from './database.ts';
import { Lanes } from './lanes.ts';
import { type EventOf, type OutsideListener, record, subscribe, type Subscriptions } from './outbox.ts';
import { Relay } from './relay.ts';
import { Runner } from './runner.ts';
import { Schedule } from './schedule.ts';
import { testEnv, testModule } from './testing.ts';
import { startWork } from './work.ts';

type Fact = EventOf<'payment.failed'>;

/** What a poisoned fact does to whoever hears it. */
let poison: (fact: Fact) => Promise<void> | void = () => {};
const batches: number[] = [];

@Injectable()
class CountPayment {
  async handle(facts: Fact[], tx: Tx) {
    batches.push(facts.length);
    for (const fact of facts) await poison(fact);
    await tx.query('insert into counted (subject, event) select * from unnest($1::text[], $2::uuid[])', [
      facts.map((fact) => fact.subject),
      facts.map((fact) => fact.id),
    ]);
  }
}

const told: string[] = [];
@Injectable()
class TellBank implements OutsideListener<'payment.failed'> {
  static readonly lane = 'outside' as const;
  readonly lane = 'outside' as const;
  async handle(facts: Fact[]) {
    for (const fact of facts) {
      await poison(fact);
      told.push(fact.subject);
    }
  }
}

let ticks = 0;
@Injectable()
class Tick {
  async run() {
    ticks++;
  }
}

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;
const refused = { attempt: '0197a000-0000-7000-8000-000000000002', responseCode: '24' };

describe.each(['postgresql', 'redis'] as const)('the machinery, its queue on %s', (backend) => {
  let db: DataSource;
  let drop: () => Promise<void>;
  let houses: INestApplicationContext[] = [];
  const works: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    const fresh = await freshDatabase();
    ({ db, drop } = fresh);
    await db.query('create table counted (subject text, event uuid)');
    testEnv({ DATABASE_URL: fresh.url, ...(backend === 'redis' ? { REDIS_URL: redisUrl() } : {}) });
    subscribe({ ...nobody, 'payment.failed': [CountPayment, TellBank] });
    const house = () =>
      NestFactory.createApplicationContext(testModule({ providers: [CountPayment, TellBank, Tick] }), {
        logger: false,
      });
    houses = [await house(), await house()];
  });
  afterAll(async () => {
    await Promise.all(houses.map((house) => house.close()));
    await drop();
  });
  beforeEach(() => {
    poison = () => {};
    batches.length = told.length = 0;
  });
  afterEach(async () => {
    await Promise.all(works.splice(0).map((work) => work.stop()));
    for (const lane of ['inside', 'outside', 'clock'] as const) {
      await houses[0]?.get(Lanes).queue(lane).obliterate({ force: true });
    }
    await houses[0]?.get(Lanes).stop();
    await db.query('truncate counted');
    await db.query('delete from platform.outbox');
  });

  const start = (count: number) => {
    for (const house of houses.slice(0, count)) works.push(startWork(house, []));
  };
  const state = (subject: string) => inTx(db, (tx) => record(tx, system('test'), 'payment.failed', subject, refused));
  const counted = () =>
    rows<{ subject: string; times: number }>(
      db,
      'select subject, count(*) as times from counted group by 1 order by 1',
    );
  const left = async () => (await rows(db, 'select id from platform.outbox where dead_at is null')).length;
  const until = async (condition: () => Promise<boolean> | boolean, longest = 15_000) => {
    for (const end = Date.now() + longest; !(await condition()); await sleep(50)) {
      if (Date.now() > end) throw new Error('it did not come to pass');
    }
  };
  const hurry = () => db.query('update platform.outbox set due_at = now() where dead_at is null and attempts > 0');

  test('two relays and two workers at once: each fact is counted once and told once', async () => {
    start(2);
    const subjects = Array.from({ length: 300 }, (_, index) => `order-${String(index).padStart(3, '0')}`);
    await Promise.all(subjects.map(state));
    await until(async () => (await left()) === 0);
    expect(await counted()).toEqual(subjects.map((subject) => ({ subject, times: 1 })));
    expect(told.toSorted()).toEqual(subjects);
    expect(batches.length).toBeLessThan(150); // real batches, not one by one
  });

  test('a fact offered twice at the same moment is still counted once', async () => {
    await state('order-1');
    const [row] = await rows<{ id: number }>(db, `select id from platform.outbox where listener = 'CountPayment'`);
    const ids = [row?.id ?? 0];
    await Promise.all(houses.flatMap((house) => [1, 2, 3].map(() => house.get(Runner).run('CountPayment', ids))));
    expect(await counted()).toEqual([{ subject: 'order-1', times: 1 }]);
  });

  test('one poisoned fact does not hold the others; after eight tries it is given up, listed, and can be replayed', async () => {
    poison = (fact) => {
      if (fact.subject === 'bad') throw new Error('no such orchard');
    };
    await Promise.all(['good-1', 'bad', 'good-2'].map(state));
    start(1);
    await until(async () => (await counted()).length === 2);
    await until(async () => {
      await hurry();
      return (await left()) === 0;
    });
    const dead = await rows(db, 'select listener, attempts, last_error from platform.outbox order by listener');
    expect(dead).toEqual([
      { listener: 'CountPayment', attempts: 8, last_error: 'Error: no such orchard' },
      { listener: 'TellBank', attempts: 8, last_error: 'Error: no such orchard' },
    ]);
    const operate = (name: string, options = {}) =>
      commands
        .find((command) => command.name === name)
        ?.run(houses[0] as INestApplicationContext, { words: [], options });
    expect(await operate('dead list')).toContain('no such orchard');

    poison = () => {};
    expect(await operate('dead replay', { listener: 'CountPayment' })).toBe('1 to be tried again');
    await until(async () => (await counted()).length === 3);
    expect(await counted()).toContainEqual({ subject: 'bad', times: 1 });
    expect(await operate('dead list')).not.toContain('CountPayment');
  });

  test('a refusal is a decision: it is given up at once', async () => {
    poison = () => {
      throw new Problem('ordering.illegal-step');
    };
    await state('order-1');
    start(1);
    await until(async () => (await left()) === 0);
    expect(await rows(db, 'select attempts from platform.outbox')).toEqual([{ attempts: 1 }, { attempts: 1 }]);
  });

  test('a company that cannot be reached is a fault, and is tried again', async () => {
    poison = () => {
      throw new Problem('platform.outside-failed');
    };
    await state('order-1');
    start(1);
    await until(async () => (await rows(db, 'select 1 from platform.outbox where attempts > 0')).length === 2);
    expect(await left()).toBe(2);
    poison = () => {};
    await until(async () => {
      await hurry();
      return (await left()) === 0;
    });
    expect(told).toEqual(['order-1']);
  });

  test('what a failed listener wrote is not there', async () => {
    poison = () => {
      throw new Error('late');
    };
    await state('order-1');
    start(1);
    await until(async () => (await rows(db, 'select 1 from platform.outbox where attempts > 0')).length === 2);
    expect(await counted()).toEqual([]);
  });

  test('a connection that breaks in the middle leaves nothing half done, and does not count against the listener', async () => {
    let breaks = 1;
    await state('order-1');
    poison = async (fact) => {
      if (fact.subject !== 'order-1' || breaks-- <= 0) return;
      await db.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`);
    };
    await db.query(`delete from platform.outbox where listener = 'TellBank'`);
    start(1);
    await until(async () => (await left()) === 0);
    expect(breaks).toBeLessThan(1);
    expect(await counted()).toEqual([{ subject: 'order-1', times: 1 }]);
  });

  test('a wiped queue loses nothing: the sweep fills it again', async () => {
    const relay = houses[0]?.get(Relay) as Relay;
    const lanes = houses[0]?.get(Lanes) as Lanes;
    await state('order-1');
    expect(await relay.sweep()).toBe(2);
    expect(await relay.sweep()).toBe(0); // offered: let alone for a while
    for (const lane of ['inside', 'outside'] as const) await lanes.queue(lane).obliterate({ force: true });
    await db.query('update platform.outbox set due_at = now()'); // the while is over
    start(1);
    await until(async () => (await left()) === 0);
    expect(await counted()).toEqual([{ subject: 'order-1', times: 1 }]);
  });

  test('a fact whose worker dies each time is run alone, and given up after eight deaths', async () => {
    await state('killer');
    await db.query(`delete from platform.outbox where listener = 'TellBank'`);
    await db.query('update platform.outbox set offers = 4, attempts = 8');
    const [row] = await rows<{ id: number }>(db, 'select id from platform.outbox');
    await houses[0]?.get(Runner).run('CountPayment', [row?.id ?? 0]);
    expect(await counted()).toEqual([]);
    expect(await rows(db, 'select dead_at is not null as dead, last_error from platform.outbox')).toEqual([
      { dead: true, last_error: 'its worker ended without an answer' },
    ]);
  });

  test('while a slow company is being told, nobody else tells it the same', async () => {
    let calls = 0;
    poison = async () => {
      calls++;
      await sleep(400);
    };
    await state('order-1');
    const [row] = await rows<{ id: number }>(db, `select id from platform.outbox where listener = 'TellBank'`);
    await Promise.all(houses.map((house) => house.get(Runner).run('TellBank', [row?.id ?? 0])));
    expect(calls).toBe(1);
    expect(told).toEqual(['order-1']);
  });

  test('the clock begins its tasks, and begins them again after the queue was wiped', async () => {
    const house = houses[0] as INestApplicationContext;
    ticks = 0;
    works.push(startWork(house, [{ name: 'tick', every: 1, run: Tick }]));
    await until(() => ticks >= 1);
    await house.get(Lanes).queue('clock').obliterate({ force: true });
    await house.get(Schedule).write();
    const before = ticks;
    await until(() => ticks > before);
    works.push(startWork(houses[1] as INestApplicationContext, []));
    await until(async () => (await house.get(Lanes).queue('clock').getJobSchedulersCount()) === 0);
  });

  test('a listener no module provides stops the start, by its name', async () => {
    class Forgotten {
      async handle() {}
    }
    subscribe({ ...nobody, 'payment.failed': [CountPayment, Forgotten] });
    expect(() => houses[0]?.get(Runner).check()).toThrow('Forgotten');
    subscribe({ ...nobody, 'payment.failed': [CountPayment, TellBank] });
  });
});
