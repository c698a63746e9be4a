import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { ForgetNonces, RevokeDevice } from './index.ts';
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
const flip = (signature: string) => `${signature.slice(0, -1)}${signature.endsWith('0') ? '1' : '0'}`;

describe('who may say how warm a box was', () => {
  test('a registered logger that signs is believed', async () => {
    expect(
      await room.send(
        logger,
        trace(20, () => 3),
        { batchKey: 'first-batch' },
      ),
    ).toEqual({
      status: 202,
      body: { batchKey: 'first-batch', readings: 5, added: 5 },
    });
    expect(await kept(logger.id)).toBe(5);
  });

  const seconds = (shift: number) => String(Math.floor(dispatched.getTime() / 1_000) + shift);
  const forged: [string, (honest: Record<string, string>) => Record<string, string | undefined>][] = [
    ['no signature', () => ({ 'x-signature': undefined })],
    ['an empty signature', () => ({ 'x-signature': '' })],
    ['the signature twice', (honest) => ({ 'x-signature': `${honest['x-signature']}, ${honest['x-signature']}` })],
    ['the signature in capitals', (honest) => ({ 'x-signature': honest['x-signature']?.toUpperCase() })],
    ['a shortened signature', (honest) => ({ 'x-signature': honest['x-signature']?.slice(0, 32) })],
    ['a lengthened signature', (honest) => ({ 'x-signature': `${honest['x-signature']}00` })],
    ['one wrong letter in the signature', (honest) => ({ 'x-signature': flip(honest['x-signature'] ?? '') })],
    ['no device', () => ({ 'x-device': undefined })],
    ['a device that nobody knows', () => ({ 'x-device': 'NK-NOBODY' })],
    ['a device name in small letters', (honest) => ({ 'x-device': honest['x-device']?.toLowerCase() })],
    ['no time', () => ({ 'x-timestamp': undefined })],
    ['another time than was signed', () => ({ 'x-timestamp': seconds(1) })],
    ['a time that is no number', () => ({ 'x-timestamp': '1e9' })],
    ['no number used once', () => ({ 'x-nonce': undefined })],
    ['a number used once that is too short', () => ({ 'x-nonce': 'short' })],
    ['another number than was signed', () => ({ 'x-nonce': 'A'.repeat(24) })],
  ];
  test.each(forged)('with %s it is not', async (_, change) => {
    const readings = trace(20, () => 3);
    const body = JSON.stringify({ deviceId: logger.id, batchKey: randomUUID(), sentAt: at(0), readings });
    const honest = room.signed(logger, body);
    const answer = await room.post(body, { ...honest, ...change(honest) });
    expect(answer).toMatchObject({ status: 401, body: { code: 'coldchain.device-refused' } });
    expect(answer.body).not.toHaveProperty('details');
    expect(await kept(logger.id)).toBe(0);
  });

  test.each([
    ['eleven minutes old', -11],
    ['eleven minutes ahead', 11],
  ])('a request %s is refused, however well signed', async (_, shift) => {
    const body = JSON.stringify({
      deviceId: logger.id,
      batchKey: randomUUID(),
      sentAt: at(0),
      readings: trace(5, () => 3),
    });
    room.clock.set(new Date(dispatched.getTime() + shift * minute));
    const headers = room.signed(logger, body);
    room.clock.set(dispatched);
    expect((await room.post(body, headers)).status).toBe(401);
    room.clock.set(new Date(dispatched.getTime() + shift * 0.9 * minute));
    expect((await room.post(body, headers)).status).toBe(202);
  });

  test('a request that was overheard cannot be sent again', async () => {
    const body = JSON.stringify({
      deviceId: logger.id,
      batchKey: randomUUID(),
      sentAt: at(0),
      readings: trace(5, () => 3),
    });
    const headers = room.signed(logger, body);
    const both = await Promise.all([room.post(body, headers), room.post(body, headers)]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 401]);
    room.clock.pass(9 * minute);
    await room.get(ForgetNonces).run();
    expect((await room.post(body, headers)).status).toBe(401);
    room.clock.pass(3 * minute);
    await room.get(ForgetNonces).run();
    expect(await rows(room.db, 'select 1 from coldchain.nonce where device = $1', [logger.id])).toEqual([]);
    expect((await room.post(body, headers)).status).toBe(401); // too old by now
  });

  test('a changed body is refused', async () => {
    const body = JSON.stringify({
      deviceId: logger.id,
      batchKey: randomUUID(),
      sentAt: at(0),
      readings: trace(5, () => 9),
    });
    expect((await room.post(body.replaceAll('9}', '3}'), room.signed(logger, body))).status).toBe(401);
  });

  test('a logger does not speak for another', async () => {
    const other = await room.logger();
    expect(
      (
        await room.send(
          logger,
          trace(5, () => 3),
          { device: other.id },
        )
      ).status,
    ).toBe(401);
    expect(await kept(other.id)).toBe(0);
  });

  test('a revoked logger is answered like one that nobody knows', async () => {
    await room.get(RevokeDevice).run(room.official({ role: 'operator' }).actor, logger.id, 'Mất máy');
    const revoked = await room.send(
      logger,
      trace(5, () => 3),
    );
    const unknown = await room.send(
      { id: 'NK-NOBODY', key: 'x' },
      trace(5, () => 3),
    );
    const bare = ({ status, body: { requestId, ...body } }: typeof revoked) => ({ status, body });
    expect(bare(revoked)).toEqual(bare(unknown));
    expect(revoked.status).toBe(401);
  });

  test.each([
    ['an unknown field', { more: 1 }],
    ['no readings', { readings: [] }],
    ['a temperature as text', { readings: [{ channel: 'air', at: at(0), celsius: '3' }] }],
    ['a time without a zone', { readings: [{ channel: 'air', at: '2026-11-23T02:00:00', celsius: 3 }] }],
    ['more readings than a batch may have', { readings: Array.from({ length: 5_001 }, () => trace(0, () => 3)[0]) }],
  ])('a batch with %s is refused by its field', async (_, change) => {
    const honest = { deviceId: logger.id, batchKey: randomUUID(), sentAt: at(0), readings: trace(0, () => 3) };
    const body = JSON.stringify({ ...honest, ...change });
    const answer = await room.post(body, room.signed(logger, body));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body.errors)).toContain(Object.keys(change)[0]);
  });
});

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
