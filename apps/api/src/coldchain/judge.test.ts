import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Coldchain, DetectDirty, NoticeSilence } from './index.ts';
import { at, ColdRoom, dispatched, type Logger, minute, trace, warm } from './testing.ts';

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
