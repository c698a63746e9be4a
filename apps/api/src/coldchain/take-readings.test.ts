import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { at, ColdRoom, dispatched, type Logger, minute, trace } from './testing.ts';

const { url } = await freshDatabase();
let room: ColdRoom;
let logger: Logger;
beforeAll(async () => {
  room = await ColdRoom.open(url);
});
beforeEach(async () => {
  room.clock.set(dispatched);
  logger = await room.logger();
});
afterAll(() => room?.close());

const kept = async (device: string): Promise<number> => {
  const [row] = await rows<{ n: number }>(
    room.db,
    'select count(*)::int as n from coldchain.reading where device = $1',
    [device],
  );
  return row?.n ?? 0;
};

describe('what is kept', () => {
  test('the same batch again is answered as the first time and added once', async () => {
    const readings = trace(60, () => 3);
    const first = await room.send(logger, readings, { batchKey: 'batch-one' });
    room.clock.pass(minute);
    const again = await room.send(logger, readings, { batchKey: 'batch-one', sentAt: dispatched.toISOString() });
    expect(again).toEqual(first);
    expect(await kept(logger.id)).toBe(13);
  });

  test('the same batch from two lines at once is one', async () => {
    const readings = trace(60, () => 3);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => room.send(logger, readings, { batchKey: 'batch-two' })),
    );
    for (const answer of answers)
      expect(answer).toEqual({ status: 202, body: { batchKey: 'batch-two', readings: 13, added: 13 } });
    expect(await kept(logger.id)).toBe(13);
  });

  test('another body under a used key is refused and changes nothing', async () => {
    await room.send(
      logger,
      trace(60, () => 3),
      { batchKey: 'batch-three' },
    );
    const other = await room.send(
      logger,
      trace(90, () => 3),
      { batchKey: 'batch-three' },
    );
    expect(other).toMatchObject({ status: 409, body: { code: 'coldchain.batch-conflict' } });
    expect(await kept(logger.id)).toBe(13);
  });

  test('readings that overlap are kept once, and one that says otherwise stands beside', async () => {
    await room.send(
      logger,
      trace(60, () => 3),
    );
    expect(
      (
        await room.send(
          logger,
          trace(90, () => 3),
        )
      ).body.added,
    ).toBe(6);
    expect(
      (
        await room.send(
          logger,
          trace(0, () => 12),
        )
      ).body.added,
    ).toBe(0);
    expect(await rows(room.db, 'select value from coldchain.reading_conflict where device = $1', [logger.id])).toEqual([
      { value: 12 },
    ]);
  });

  test('impossible times are put aside, old ones are kept, and neither is an error', async () => {
    const times = ['2000-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '2024-03-05T00:00:00Z'];
    const readings = times.map((time) => ({ channel: 'air', at: time, celsius: 3 }));
    expect(await room.send(logger, readings)).toMatchObject({ status: 202, body: { readings: 4, added: 1 } });
    const aside = await rows(room.db, 'select device_time from coldchain.reading_quarantine where device = $1', [
      logger.id,
    ]);
    expect(aside).toHaveLength(3);
  });

  test('what a broken probe says is kept with a mark', async () => {
    const said = [85, -127, 127.94, 0, -0, 1e-60, 4.1234567];
    const readings = said.map((celsius, index) => ({ channel: 'air', at: at(index), celsius }));
    expect((await room.send(logger, readings)).status).toBe(202);
    const found = await rows(
      room.db,
      'select value, flags from coldchain.reading where device = $1 order by device_time',
      [logger.id],
    );
    expect(found).toEqual([
      { value: 85, flags: 1 },
      { value: -127, flags: 1 },
      { value: 127.94, flags: 1 },
      ...[0, 0, 0].map((value) => ({ value, flags: 0 })),
      { value: 4.123, flags: 0 },
    ]);
  });

  test('a reading is never changed', async () => {
    await room.send(
      logger,
      trace(0, () => 12),
    );
    await expect(
      rows(room.db, 'update coldchain.reading set value = 3 where device = $1', [logger.id]),
    ).rejects.toThrow('append-only');
    await expect(rows(room.db, 'delete from coldchain.reading where device = $1', [logger.id])).rejects.toThrow(
      'append-only',
    );
  });

  test('five hundred readings are taken in 30 ms, or on a busy machine in little more than one', async () => {
    let second = 0;
    /** The fastest of eight, because other tests run on the same machine at the same time. */
    const fastest = async (size: number): Promise<number> => {
      const took: number[] = [];
      for (let batch = 0; batch < 8; batch++) {
        const readings = Array.from({ length: size }, () => ({
          channel: 'air',
          at: new Date(dispatched.getTime() - second++ * 1_000).toISOString(),
          celsius: 3 + Math.sin(second),
        }));
        const began = performance.now();
        expect((await room.send(logger, readings)).body.added).toBe(size);
        took.push(performance.now() - began);
      }
      return Math.min(...took);
    };
    expect(await fastest(500)).toBeLessThan(Math.max(30, 6 * (await fastest(1))));
  });
});
