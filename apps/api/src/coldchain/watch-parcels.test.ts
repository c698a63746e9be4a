import { randomUUID } from 'node:crypto';
import { TemperatureSummary, TemperatureTrace } from '@chophien/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { system } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Coldchain, DetectDirty, NoticeSilence, RevokeDevice } from './index.ts';
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

const after = (minutes: number) => room.clock.set(new Date(dispatched.getTime() + minutes * minute));
const types = async (about = parcel) => (await room.told(about)).map(({ type }) => type);
const summary = async (about = parcel) => {
  const found = (await room.get(Coldchain).summary([about])).get(about);
  return found && TemperatureSummary.parse(found);
};
/** Warm between two minutes, cold before and after. */
const warm =
  (from: number, until: number, celsius = 9) =>
  (now: number) =>
    now >= from && now < until ? celsius : 3;
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

describe('a chilled parcel on its way', () => {
  test('that stays cold is never spoken of', async () => {
    after(120);
    await room.send(
      logger,
      trace(120, () => 3.5),
    );
    await room.settle();
    expect(await types()).toEqual([]);
    expect(await summary()).toMatchObject({
      device: logger.id,
      minimumCelsius: 3.5,
      maximumCelsius: 3.5,
      limitLow: 0,
      limitHigh: 4,
      insideSeconds: 7_200,
      outsideSeconds: 0,
      unknownSeconds: 0,
      meanKinetic: 3.5,
      from: dispatched.toISOString(),
      until: null,
      excursions: [],
    });
  });

  test('that is too warm for an hour is told once, while it is still warm', async () => {
    after(90);
    await room.send(logger, trace(90, warm(10, 200)));
    await room.settle();
    await room.get(DetectDirty).run();
    const [breach, ...more] = await room.told(parcel);
    expect(more).toEqual([]);
    expect(breach).toMatchObject({
      type: 'coldchain.breached',
      data: {
        shipment,
        device: logger.id,
        commune: '07330',
        side: 'high',
        limit: 5,
        peak: 9,
        from: at(10),
        seconds: 4_800,
      },
    });
    expect((await summary())?.excursions).toMatchObject([{ state: 'open', from: at(10), until: null }]);

    after(110);
    await room.send(logger, trace(110, warm(10, 100)));
    await room.settle();
    expect(await types()).toEqual(['coldchain.breached']); // ten cold minutes do not prove that it is over

    after(140);
    await room.send(logger, trace(140, warm(10, 100)));
    await room.settle();
    const told = await room.told(parcel);
    expect(told.map(({ type }) => type)).toEqual(['coldchain.breached', 'coldchain.revised']);
    expect(told[1]?.data).toMatchObject({ until: at(100), seconds: 5_400, withdrawn: false });
    expect((await summary())?.excursions).toMatchObject([{ state: 'ended', until: at(100), peak: 9, seconds: 5_400 }]);
  });

  test('whose door stood open for a quarter of an hour is not held', async () => {
    after(120);
    await room.send(logger, trace(120, warm(30, 45, 15)));
    await room.settle();
    expect(await types()).toEqual([]);
    expect((await summary())?.outsideSeconds).toBe(900); // but it is counted
  });

  test('whose probe says −127 and 85 is not held, and nobody claims that it was cold', async () => {
    after(240);
    await room.send(
      logger,
      trace(240, (now) => (now < 60 ? 3 : now < 150 ? -127 : 85)),
    );
    await room.settle();
    await room.get(NoticeSilence).run();
    expect(await types()).toEqual([]); // it speaks, so it is not silent either
    expect(await summary()).toMatchObject({
      minimumCelsius: 3,
      maximumCelsius: 3,
      outsideSeconds: 0,
      insideSeconds: 4_050,
    });
    const { readings } = await room.get(Coldchain).trace(parcel);
    expect(readings.filter(({ flagged }) => flagged)).toHaveLength(37);
  });

  test('that freezes is told of on its cold side', async () => {
    after(60);
    await room.send(
      logger,
      trace(60, () => -2),
    );
    await room.settle();
    expect(await room.told(parcel)).toMatchObject([
      { type: 'coldchain.breached', data: { side: 'low', limit: -1, peak: -2 } },
    ]);
  });

  test('at zero degrees is neither too cold nor unmeasured', async () => {
    after(120);
    await room.send(
      logger,
      trace(120, () => 0),
    );
    await room.settle();
    expect(await types()).toEqual([]);
    expect(await summary()).toMatchObject({ minimumCelsius: 0, maximumCelsius: 0, insideSeconds: 7_200 });
  });

  test('whose logger contradicts itself is judged by the worse', async () => {
    after(120);
    await room.send(
      logger,
      trace(120, () => 3),
    );
    await room.send(
      logger,
      trace(120, () => 12),
    );
    await room.settle();
    expect(await types()).toEqual(['coldchain.breached']);
  });

  test('is judged by the probe in the goods, not by the air beside them', async () => {
    after(120);
    await room.send(logger, [...trace(120, () => 14, 'air'), ...trace(120, () => 3, 'product')]);
    await room.settle();
    expect(await types()).toEqual([]);
    expect(await summary()).toMatchObject({ maximumCelsius: 3 });
  });

  test('with two workers judging at the same moment is told of once', async () => {
    after(120);
    await room.send(
      logger,
      trace(120, () => 12),
    );
    await room.heard();
    await Promise.all(Array.from({ length: 4 }, () => room.get(DetectDirty).run()));
    expect(await types()).toEqual(['coldchain.breached']);
  });
});

describe('a logger that says nothing', () => {
  test('is told of once for each silence, and what nobody knows is not called good', async () => {
    const notice = room.get(NoticeSilence);
    after(60);
    await room.send(
      logger,
      trace(60, () => 3),
    );
    await room.settle();
    after(89);
    await notice.run();
    expect(await types()).toEqual([]);
    after(91);
    await notice.run();
    await notice.run();
    expect(await room.told(parcel)).toMatchObject([
      { type: 'device.silent', data: { device: logger.id, shipment, commune: '07330', since: at(60) } },
    ]);
    expect(await summary()).toMatchObject({ insideSeconds: 3_600, unknownSeconds: 1_860 });

    await room.settle(); // by now its last reading has held for as long as one may
    expect(await summary()).toMatchObject({ insideSeconds: 4_350, unknownSeconds: 1_110 });

    after(120);
    await room.send(
      logger,
      trace(120, (now) => (now < 100 ? undefined : 3)),
    );
    await room.settle();
    after(151);
    await notice.run();
    expect(await types()).toEqual(['device.silent', 'device.silent']);
    expect((await room.get(Coldchain).trace(parcel)).gaps[0]).toEqual({
      from: new Date(dispatched.getTime() + 72.5 * minute).toISOString(),
      until: at(100),
    });
  });

  test('does not end what was too warm', async () => {
    after(300);
    await room.send(
      logger,
      trace(300, (now) => (now > 90 && now < 280 ? undefined : now <= 90 ? 9 : 3)),
    );
    await room.settle();
    expect((await summary())?.excursions).toMatchObject([{ until: at(280), seconds: 90 * 60 + 750 }]);
  });
});

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

describe('one logger and two parcels', () => {
  test('one after the other: each has the readings of its own time', async () => {
    after(60);
    await room.deliver({ parcel, shipment });
    after(90);
    const second = await room.dispatch(logger.id);
    after(180);
    await room.send(
      logger,
      trace(180, (now) => (now <= 60 ? 3 : now < 90 ? 20 : 2)),
    );
    await room.settle();
    expect(await summary()).toMatchObject({ minimumCelsius: 3, maximumCelsius: 3, until: at(60) });
    // Its logger was switched on before it left, and after the first parcel had it no more.
    expect(await summary(second.parcel)).toMatchObject({ from: at(65), minimumCelsius: 2, maximumCelsius: 20 });
  });

  test('the second is heard of before the first has arrived: it has the logger as soon as it is free', async () => {
    after(60);
    await room.deliver({ parcel, shipment });
    after(90);
    const second = await room.dispatch(logger.id);
    await room.heard('AssignDevice');
    after(120);
    await room.send(
      logger,
      trace(120, (now) => (now <= 60 ? 3 : 2)),
    );
    await room.settle();
    expect(await summary()).toMatchObject({ maximumCelsius: 3, until: at(60) });
    expect(await summary(second.parcel)).toMatchObject({ maximumCelsius: 2 });
    expect(await rows(room.db, 'select 1 from coldchain.unwatched where parcel = $1', [second.parcel])).toEqual([]);
  });

  test('at the same time: the logger stays with the first, and the second is known to have none', async () => {
    after(30);
    const second = await room.dispatch(logger.id);
    after(120);
    await room.send(
      logger,
      trace(120, () => 12),
    );
    await room.settle();
    expect(await types(second.parcel)).toEqual([]);
    expect(await summary(second.parcel)).toBeUndefined();
    expect(await types()).toEqual(['coldchain.breached']);
  });

  test('a delivery that is heard before its own dispatch ends it all the same', async () => {
    const other = await room.logger();
    const sent = await room.dispatch(other.id);
    after(60);
    await room.deliver(sent);
    await room.heard('EndMonitoring');
    expect(await summary(sent.parcel)).toMatchObject({ until: at(60) });
  });
});

describe('a parcel without a logger to be believed', () => {
  test.each([
    ['unknown', () => Promise.resolve('NK-NEVER-SEEN')],
    [
      'revoked',
      async () => {
        const { id } = await room.logger();
        await room.get(RevokeDevice).run(system('test'), id, 'Mất máy');
        return id;
      },
    ],
  ])('is noted as such: %s', async (reason, device) => {
    const id = await device();
    const { parcel: about } = await room.dispatch(id);
    await room.settle();
    expect(await rows(room.db, 'select device, reason from coldchain.unwatched where parcel = $1', [about])).toEqual([
      { device: id, reason },
    ]);
    expect(await summary(about)).toBeUndefined();
    expect(TemperatureTrace.parse(await room.get(Coldchain).trace(about))).toMatchObject({
      device: null,
      readings: [],
    });
  });

  test('that left with none is not spoken of', async () => {
    const { parcel: about } = await room.dispatch(null, { storage: 'ambient' });
    await room.settle();
    expect(await summary(about)).toBeUndefined();
    expect(await room.get(Coldchain).summary([])).toEqual(new Map());
    expect((await room.get(Coldchain).trace(randomUUID())).device).toBeNull();
  });
});

describe('what is asked of the temperature', () => {
  test('is the goods’ own profile on the day of dispatch', async () => {
    const asked = async (storage: 'chilled' | 'cool' | 'frozen' | 'ambient', commodities: string[]) => {
      const { parcel: about } = await room.dispatch((await room.logger()).id, { storage, commodities });
      await room.settle();
      const [found] = await rows(
        room.db,
        `select limit_low as low, limit_high as high, alarm_low as "alarmLow", alarm_high as "alarmHigh"
         from coldchain.assignment where parcel = $1`,
        [about],
      );
      return found;
    };
    expect(await asked('chilled', ['lychee'])).toEqual({ low: 2, high: 5, alarmLow: 1, alarmHigh: 6 });
    expect(await asked('chilled', ['lychee', 'milk_raw'])).toEqual({ low: 2, high: 5, alarmLow: 1, alarmHigh: 6 });
    expect(await asked('chilled', ['spinach'])).toEqual({ low: 0, high: 2, alarmLow: -0.5, alarmHigh: 6 });
    expect(await asked('cool', ['mango'])).toEqual({ low: 10, high: 13, alarmLow: 10, alarmHigh: 18 });
    expect(await asked('frozen', ['meat_frozen'])).toEqual({ low: null, high: -18, alarmLow: null, alarmHigh: -15 });
    expect(await asked('ambient', ['water_spinach'])).toEqual({
      low: null,
      high: null,
      alarmLow: null,
      alarmHigh: null,
    });
  });
});
