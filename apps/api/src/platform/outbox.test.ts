import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { events, type EventType } from '../events.ts';
import { system } from './actor.ts';
import { bindClock, inTx, rows } from './database.ts';
import { type ListenerClass, record, subscribe, type Subscriptions } from './outbox.ts';
import { TestClock } from './testing.ts';

const { db } = await freshDatabase();
const actor = system('test');

class Count {
  async handle() {}
}
class Tell {
  static readonly lane = 'outside' as const;
  readonly lane = 'outside' as const;
  async handle() {}
}

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;
const heard = (more: Partial<Record<EventType, ListenerClass<never>[]>>) => subscribe({ ...nobody, ...more });

beforeEach(() => heard({ 'payment.failed': [Count, Tell] }));
afterEach(async () => void (await rows(db, 'delete from platform.outbox')));

const stated = (subject: string) => rows(db, 'select * from platform.event where subject = $1', [subject]);
const waiting = (subject: string) =>
  rows(db, 'select listener, lane from platform.outbox where subject = $1 order by listener', [subject]);

const refused = { attempt: '0197a000-0000-7000-8000-000000000002', responseCode: '24' };

describe('a fact', () => {
  test('is stated with one line for each who must hear it', async () => {
    const clock = new TestClock('2026-03-01T02:03:04Z');
    bindClock(db, clock);
    await inTx(db, (tx) => record(tx, actor, 'payment.failed', 'order-1', refused));
    expect(await stated('order-1')).toMatchObject([
      { type: 'payment.failed', v: 1, actor_kind: 'system', actor_id: 'test', at: clock.now() },
    ]);
    expect(await waiting('order-1')).toEqual([
      { listener: 'Count', lane: 'inside' },
      { listener: 'Tell', lane: 'outside' },
    ]);
  });

  test('of a change that did not happen was never stated', async () => {
    await inTx(db, async (tx) => {
      await record(tx, actor, 'payment.failed', 'order-2', refused);
      throw new Error('changed my mind');
    }).catch(() => undefined);
    expect(await stated('order-2')).toEqual([]);
    expect(await waiting('order-2')).toEqual([]);
  });

  test('with the wrong shape is refused before anything is written', async () => {
    const wrong = inTx(db, (tx) => record(tx, actor, 'payment.failed', 'order-3', { nothing: 1 } as never));
    await expect(wrong).rejects.toThrow('responseCode');
    expect(await stated('order-3')).toEqual([]);
  });

  test('cannot be changed or taken back', async () => {
    await inTx(db, (tx) => record(tx, actor, 'payment.failed', 'order-4', refused));
    await expect(rows(db, `update platform.event set subject = 'x' where subject = 'order-4'`)).rejects.toThrow(
      'append-only',
    );
    await expect(rows(db, `delete from platform.event where subject = 'order-4'`)).rejects.toThrow('append-only');
    await expect(db.query('truncate platform.event')).rejects.toThrow('append-only');
  });

  test('is kept in its month, and months are made ahead', async () => {
    bindClock(db, new TestClock('2026-12-31T23:59:59Z'));
    await inTx(db, (tx) => record(tx, actor, 'payment.failed', 'order-5', refused));
    const [row] = await rows(
      db,
      `select tableoid::regclass::text as part from platform.event where subject = 'order-5'`,
    );
    expect(row).toEqual({ part: 'platform.event_2026_12' });
    await rows(db, `select platform.ensure_event_partitions('2028-01-15', 2)`);
    await rows(db, `select platform.ensure_event_partitions('2028-01-15', 2)`);
    bindClock(db, new TestClock('2028-02-29T12:00:00Z'));
    await inTx(db, (tx) => record(tx, actor, 'payment.failed', 'order-6', refused));
    expect(await stated('order-6')).toHaveLength(1);
  });
});

describe('who hears what', () => {
  test('two listeners of one name are refused, and one that hears a fact twice', () => {
    const Other = {
      Count: class Count {
        async handle() {}
      },
    }.Count;
    expect(() => heard({ 'payment.failed': [Count], 'stock.low': [Other] })).toThrow('two listeners are named Count');
    expect(() => heard({ 'payment.failed': [Count, Count] })).toThrow('twice');
  });
});
