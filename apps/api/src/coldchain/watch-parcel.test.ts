import { randomUUID } from 'node:crypto';
import { TemperatureTrace } from '@chophien/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { system } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Coldchain, RevokeDevice } from './index.ts';
import { at, ColdRoom, dispatched, type Logger, trace } from './testing.ts';

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
