import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { events, type EventType } from '../events.ts';
import { inTx, rows } from '../platform/database.ts';
import { type EventOf, type Listener, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { KeepLot, Lots, lotsEntities, TraceParcel } from './index.ts';

const { db } = await freshDatabase({ entities: lotsEntities });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions);
const lots = new Lots(db);
const [keep, trace] = [new KeepLot(), new TraceParcel()];

const seller = () => ({
  producer: randomUUID(),
  producerName: 'Hộ chị Lành',
  producerKind: 'household' as const,
  commune: '07330',
  province: '24',
  subArea: null,
});
let producer: ReturnType<typeof seller>;
let hour: number;
beforeEach(() => {
  producer = seller();
  hour = 0;
});

/** A fact as the worker brings it, each an hour after the one before. */
const event = <T extends EventType>(type: T, subject: string, data: EventOf<T>['data']) =>
  ({
    id: randomUUID(),
    type,
    version: 1,
    subject,
    actor: { kind: 'system', id: 'test' },
    at: new Date(Date.UTC(2026, 10, 23, 2 + hour++)),
    data,
  }) as unknown as EventOf<T>;
const hear = <T extends EventType>(listener: Listener<T>, ...heard: EventOf<T>[]) =>
  inTx(db, (tx) => listener.handle(heard, tx));

interface Box {
  parcel: string;
  code: string;
}
const box = (): Box => ({
  parcel: randomUUID(),
  code: randomUUID()
    .replaceAll(/[^0-9a-f]/g, '')
    .slice(0, 10)
    .toUpperCase(),
});
const packed = ({ parcel, code }: Box, commodities = ['lychee'], harvestedOn = '2026-11-22') =>
  event('parcel.packed', parcel, {
    order: randomUUID(),
    code,
    ...producer,
    storage: 'chilled',
    harvestedOn,
    lines: commodities.map((commodity) => ({
      offer: randomUUID(),
      name: `${commodity} ngon`,
      commodity,
      quantity: 1_500,
      unit: 'kg',
      amount: 45_000,
    })),
  });
const held = ({ parcel, code }: Box) => ({
  order: randomUUID(),
  code,
  producer: producer.producer,
  commune: '07330',
  parcel,
});
const harvests = () =>
  rows<{ subject: string }>(
    db,
    `select subject from platform.event where type = 'lot.harvested'
  and data->>'producer' = $1`,
    [producer.producer],
  );

describe('where the goods in a parcel come from', () => {
  test('two boxes of one harvest are one lot, told of once', async () => {
    const [one, two] = [box(), box()];
    await Promise.all([hear(keep, packed(one, ['lychee', 'longan'])), hear(keep, packed(two, ['longan', 'lychee']))]);
    const [first, second] = [await lots.journey(one.code), await lots.journey(two.code)];
    expect(first?.goods.map(({ commodity }) => commodity)).toEqual(['longan', 'lychee']);
    expect(second?.goods.map(({ lot }) => lot)).toEqual(first?.goods.map(({ lot }) => lot));
    expect(first?.goods[0]?.lot).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(await harvests()).toHaveLength(2);
  });

  test('another day, another kind or another producer is another lot', async () => {
    const lotOf = async (work: Promise<Box>) => (await lots.journey((await work).code))?.goods[0]?.lot;
    const pack = async (...how: [string[]?, string?]) => {
      const one = box();
      await hear(keep, packed(one, ...how));
      return one;
    };
    const found = [await lotOf(pack()), await lotOf(pack(['longan'])), await lotOf(pack(['lychee'], '2026-11-21'))];
    producer = seller();
    expect(new Set([...found, await lotOf(pack())]).size).toBe(4);
  });

  test('the same news again changes nothing', async () => {
    const one = box();
    const news = packed(one);
    await hear(keep, news);
    const before = await lots.journey(one.code);
    await hear(keep, news);
    expect(await lots.journey(one.code)).toEqual(before);
    expect(await harvests()).toHaveLength(1);
  });
});

describe('the journey of a parcel', () => {
  test('is told in order of time, in whatever order it was heard', async () => {
    const one = box();
    const about = held(one);
    const first = packed(one);
    const [order, orderCode] = [randomUUID(), 'ABCD2345'];
    const rest = [
      event('shipment.dispatched', randomUUID(), {
        parcel: one.parcel,
        code: one.code,
        producer: producer.producer,
        commune: '07330',
        toCommune: '30076',
        storage: 'chilled' as const,
        commodities: ['lychee'],
        device: null,
      }),
      event('parcel.held', one.parcel, { ...about, reason: 'Nóng quá', excursion: randomUUID() }),
      event('parcel.released', one.parcel, { ...about, finding: 'Hàng còn tốt' }),
      event('parcel.delivered', one.parcel, {
        order,
        orderCode,
        code: one.code,
        ...producer,
        channel: 'cho-phien',
        payment: 'cod' as const,
        goods: 45_000,
        buyerIsSeller: false,
        lines: first.data.lines,
      }),
    ];
    await hear(trace, ...rest.toReversed());
    await hear(trace, ...rest);
    expect(await lots.journey(one.code)).toBeUndefined(); // nobody has packed anything yet, as far as we know
    await hear(keep, first);

    const journey = await lots.journey(one.code);
    expect(journey).toMatchObject({
      parcel: one.parcel,
      code: one.code,
      producer: producer.producer,
      commune: '07330',
    });
    expect(journey?.steps.map(({ step }) => step)).toEqual([
      'harvested',
      'packed',
      'dispatched',
      'held',
      'released',
      'delivered',
    ]);
    expect(journey?.steps[0]?.at.toISOString()).toBe('2026-11-21T17:00:00.000Z'); // the day begins in Vietnam
    expect(journey?.steps.map(({ commune }) => commune)).toEqual(['07330', '07330', '07330', null, null, null]);
    expect(JSON.stringify(journey)).not.toContain('30076'); // where the buyer lives is nobody's affair
  });

  test('of a parcel that came back ends at its producer', async () => {
    const one = box();
    await hear(keep, packed(one));
    await hear(trace, event('parcel.returned', one.parcel, { ...held(one), reason: 'Không ai nhận', refund: 0 }));
    expect((await lots.journey(one.code))?.steps.at(-1)).toMatchObject({ step: 'returned', commune: '07330' });
  });

  test('of a code that nobody printed is not known', async () => {
    expect(await lots.journey('0000000000')).toBeUndefined();
  });

  test('is never rewritten', async () => {
    await hear(keep, packed(box()));
    await expect(rows(db, `update lots.trace_event set at = at`)).rejects.toThrow('append-only');
    await expect(rows(db, `delete from lots.trace_event`)).rejects.toThrow('append-only');
  });
});
