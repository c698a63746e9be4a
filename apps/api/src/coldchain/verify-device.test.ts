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
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([202, 401]));
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
    const bare = ({ status, body }: typeof revoked) => ({ status, body: { ...body, requestId: 'its own' } });
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
