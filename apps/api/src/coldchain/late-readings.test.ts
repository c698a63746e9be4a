import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { at, ColdRoom, dispatched, type Logger, minute, type Readings, trace } from './testing.ts';

const { url } = await freshDatabase();
let room: ColdRoom;
let logger: Logger;
let parcel: string;
let shipment: string;
beforeAll(async () => {
  room = await ColdRoom.open(url);
});
beforeEach(async () => {
  room.clock.set(dispatched);
  logger = await room.logger();
  ({ parcel, shipment } = await room.dispatch(logger.id));
  await room.settle();
});
afterAll(() => room?.close());

const after = (minutes: number) => room.after(minutes);
const types = (about = parcel) => room.types(about);
const summary = (about = parcel) => room.summary(about);

/** A parcel with a logger that says all this, judged at once at the end. */
const played = async (batches: Readings[], minutes: number): Promise<string> => {
  room.clock.set(dispatched);
  const other = await room.logger();
  const { parcel: about } = await room.dispatch(other.id);
  await room.settle();
  after(minutes);
  for (const batch of batches) expect((await room.send(other, batch)).status).toBe(202);
  await room.settle();
  return about;
};

describe('readings that come late', () => {
  test('in any order, any batches and twice come to the same', async () => {
    const readings = trace(300, (now) => (now > 60 && now < 170 ? 9 : now > 200 && now < 230 ? undefined : 3));
    const verdict = async (about: string) => {
      const { excursions, device: _, ...rest } = (await summary(about)) ?? expect.fail('no summary');
      return { ...rest, excursions: excursions.map(({ id: __, ...one }) => one) };
    };
    const honest = await verdict(await played([readings], 300));
    expect(honest.excursions).toHaveLength(1);
    const mixed = fc
      .tuple(
        fc.shuffledSubarray(readings, { minLength: readings.length }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 9 }),
      )
      .map(([shuffled, sizes]) => {
        const batches: Readings[] = [];
        let left = [...shuffled];
        for (const size of sizes) {
          batches.push(left.slice(0, size), left.slice(0, Math.ceil(size / 2)));
          left = left.slice(size);
        }
        return [...batches, left].filter((batch) => batch.length > 0);
      });
    await fc.assert(
      fc.asyncProperty(mixed, async (batches) => {
        expect(await verdict(await played(batches, 300))).toEqual(honest);
      }),
      { numRuns: 4 },
    );
  });

  test('after delivery still count, and what was warm then is told then', async () => {
    after(200);
    await room.deliver({ parcel, shipment });
    await room.settle();
    after(4_000);
    await room.send(logger, [...trace(180, () => 9), { channel: 'air', at: at(230), celsius: 25 }]);
    await room.settle();
    expect(await types()).toEqual(['coldchain.breached', 'coldchain.revised']);
    const told = await summary();
    expect(told).toMatchObject({ until: at(200), maximumCelsius: 9 }); // what came after the hand-over is not the parcel's
    expect(told?.excursions).toMatchObject([{ state: 'ended', until: at(200) }]);
  });

  test('that show it was cold after all withdraw what was said, and nothing is said twice', async () => {
    after(90);
    // Three readings, 12 minutes apart, hold the warmth between them until more is known.
    const sparse = trace(90, () => 9).filter((_, index) => index % 2 === 0);
    await room.send(logger, sparse);
    await room.settle();
    expect(await types()).toEqual(['coldchain.breached']);
    const between = sparse.map((one) => ({
      ...one,
      at: new Date(Date.parse(one.at) + minute).toISOString(),
      celsius: 2,
    }));
    await room.send(logger, between);
    await room.settle();
    const told = await room.told(parcel);
    expect(told.map(({ type }) => type)).toEqual(['coldchain.breached', 'coldchain.revised']);
    expect(told[1]?.data).toMatchObject({ withdrawn: true, excursion: told[0]?.data.excursion });
    expect((await summary())?.excursions).toEqual([]);
  });

  test('from shortly before the dispatch are the parcel’s, older ones are not', async () => {
    after(60);
    const hours = (count: number) => new Date(dispatched.getTime() - count * 60 * minute).toISOString();
    await room.send(logger, [
      { channel: 'air', at: hours(7), celsius: 30 },
      { channel: 'air', at: hours(2), celsius: 2 },
      ...trace(60, () => 3),
    ]);
    await room.settle();
    expect(await summary()).toMatchObject({ from: hours(2), minimumCelsius: 2, maximumCelsius: 3 });
  });
});
