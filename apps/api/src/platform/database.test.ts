import { Problem } from '@chophien/contracts';
import { DataSource } from 'typeorm';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { dataSource, inTx, onCommit, refuse, refusalOf, rows, type Tx } from './database.ts';

const { db, url } = await freshDatabase({ pool: 4 });

beforeAll(async () => {
  await db.query(`create table purse (id int primary key, coins bigint constraint purse_not_empty check (coins >= 0))`);
  refuse({ purse_not_empty: 'stock.too-little' });
});

const fail = (tx: Tx, code: string) => tx.query(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`);

describe('a transaction', () => {
  test.each(['40001', '40P01'])('is tried three times more when it lost a race (%s), then succeeds', async (code) => {
    let tries = 0;
    const seen = await inTx(db, async (tx) => {
      tries++;
      const [{ id }] = (await tx.query('select pg_current_xact_id()::text as id')) as [{ id: string }];
      if (tries < 4) await fail(tx, code);
      return id;
    });
    expect(tries).toBe(4);
    expect(seen).toMatch(/^\d+$/);
  });

  test('gives up after the fourth lost race, and says it was one', async () => {
    let tries = 0;
    const result = inTx(db, async (tx) => {
      tries++;
      await fail(tx, '40001');
    });
    await expect(result).rejects.toMatchObject({ driverError: { code: '40001' } });
    expect(tries).toBe(4);
  });

  test('is not tried again for anything else', async () => {
    let tries = 0;
    const result = inTx(db, async (tx) => {
      tries++;
      await fail(tx, '22012');
    });
    await expect(result).rejects.toMatchObject({ driverError: { code: '22012' } });
    expect(tries).toBe(1);
  });

  test('two that wait for each other both end well', async () => {
    await db.query('delete from purse');
    await db.query('insert into purse values (1, 100), (2, 100)');
    const move = (from: number, to: number) =>
      inTx(db, async (tx) => {
        await tx.query('update purse set coins = coins - 1 where id = $1', [from]);
        await new Promise((resume) => setTimeout(resume, 100));
        await tx.query('update purse set coins = coins + 1 where id = $1', [to]);
      });
    await Promise.all([move(1, 2), move(2, 1)]);
    expect(await rows(db, 'select coins from purse order by id')).toEqual([{ coins: 100 }, { coins: 100 }]);
  });

  test('asks the database on its own connection, so that many at once do not wait for each other for ever', async () => {
    const crowd = Array.from({ length: 12 }, () =>
      inTx(db, async (tx) => {
        const [{ xid: mine }] = (await tx.query('select pg_current_xact_id()::text as xid')) as [{ xid: string }];
        const [asked] = await rows<{ xid: string }>(db, 'select pg_current_xact_id_if_assigned()::text as xid');
        return asked?.xid === mine;
      }),
    );
    expect(await Promise.all(crowd)).toEqual(Array.from({ length: 12 }, () => true));
  });

  test('that is over is not asked any more', async () => {
    const later = await inTx(db, async () => {
      const wait = Promise.withResolvers<void>();
      const after = wait.promise.then(() =>
        rows<{ xid: string | null }>(db, 'select pg_current_xact_id_if_assigned()::text as xid'),
      );
      return { go: wait.resolve, after };
    });
    later.go();
    expect(await later.after).toEqual([{ xid: null }]);
  });

  test('a broken constraint is the refusal it was registered as, and nothing is kept', async () => {
    await db.query('delete from purse');
    const result = inTx(db, async (tx) => {
      await tx.query('insert into purse values (7, 5)');
      await tx.query('insert into purse values (8, -1)');
    });
    await expect(result).rejects.toMatchObject({ name: 'Problem', code: 'stock.too-little' });
    expect(await rows(db, 'select * from purse')).toEqual([]);
  });

  test('a constraint cannot mean two things', () => {
    expect(() => refuse({ purse_not_empty: 'payments.already-recorded' })).toThrow('already means');
  });

  test('what waits for the commit happens once, and not at all when there was none', async () => {
    const done: string[] = [];
    const kept = () => void done.push('kept');
    const lost = () => void done.push('lost');
    await inTx(db, async (tx) => {
      onCommit(tx, kept);
      onCommit(tx, kept);
    });
    await inTx(db, async (tx) => {
      onCommit(tx, lost);
      throw new Problem('platform.failed');
    }).catch(() => undefined);
    expect(done).toEqual(['kept']);
  });
});

describe('what comes back', () => {
  test('money is a number, an exact fraction is text, a day is a day, an instant is an instant', async () => {
    const [row] = await rows(
      db,
      `select 9007199254740991::bigint as dong, 1.10::numeric as fraction, '2026-11-23'::date as day,
              '2026-11-23T00:00:00Z'::timestamptz as at, sum(3)::bigint as total,
              array[1, null, 3]::bigint[] as some, '{}'::bigint[] as none`,
    );
    expect(row).toEqual({
      dong: 9_007_199_254_740_991,
      fraction: '1.10',
      day: '2026-11-23',
      at: new Date('2026-11-23T00:00:00Z'),
      total: 3,
      some: [1, null, 3],
      none: [],
    });
  });

  test('a number too large to be exact is an error, not a wrong sum', async () => {
    await expect(rows(db, 'select 9007199254740993::bigint as dong')).rejects.toThrow('safe range');
    await expect(db.query('select 9007199254740993::bigint as dong')).rejects.toThrow('safe range');
  });

  test('returning gives rows, whether it was an update, a delete or an insert, inside a transaction and outside', async () => {
    await db.query('delete from purse');
    expect(await rows(db, 'insert into purse values (1, 1) returning id')).toEqual([{ id: 1 }]);
    await inTx(db, async (tx) => {
      expect(await rows(tx, 'update purse set coins = $1 returning coins', [2])).toEqual([{ coins: 2 }]);
      expect(await rows(tx, 'delete from purse returning id')).toEqual([{ id: 1 }]);
    });
  });
});

describe('a database that cannot answer', () => {
  test('a free connection is waited for two seconds, then the caller hears "busy"', async () => {
    const small = await dataSource(url, { pool: 1 }).initialize();
    try {
      const began = Date.now();
      const holding = inTx(small, (tx) => tx.query('select pg_sleep(3)'));
      await new Promise((resume) => setTimeout(resume, 100));
      await expect(inTx(small, (tx) => tx.query('select 1'))).rejects.toMatchObject({ code: 'platform.busy' });
      expect(Date.now() - began).toBeLessThan(2_900);
      await holding;
    } finally {
      await small.destroy();
    }
  });

  test('a statement that takes too long is ended', async () => {
    const hasty = await dataSource(url, { pool: 1, statementTimeout: 200 }).initialize();
    try {
      await expect(inTx(hasty, (tx) => tx.query('select pg_sleep(5)'))).rejects.toMatchObject({
        code: 'platform.busy',
      });
    } finally {
      await hasty.destroy();
    }
  });

  test('nobody there is "busy" too, and everything else stays what it is', async () => {
    const error = await new DataSource({ type: 'postgres', url: 'postgres://x@127.0.0.1:9/x' })
      .initialize()
      .catch((e) => e);
    expect(refusalOf(error)?.code).toBe('platform.busy');
    expect(refusalOf(new TypeError('x is not a function'))).toBeNull();
  });
});
