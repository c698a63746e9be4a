import { randomUUID } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import type { EventData } from '../events.ts';
import { type Actor, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import type { EventOf } from '../platform/outbox.ts';
import { TestClock, testEnv, testModule } from '../platform/testing.ts';
import { GrantProducer, Identity, IdentityModule, RegisterPerson } from './index.ts';
import { PersonQueries } from './person.queries.ts';
import { heardOnly } from './testing.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
const officer: Actor = { ...system('x'), kind: 'official', id: randomUUID() };
let app: INestApplicationContext;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url });
  heardOnly({});
  app = await NestFactory.createApplicationContext(testModule({ imports: [IdentityModule], clock }), { logger: false });
});
afterAll(() => app?.close());

let last = 966_000_000;
const farmer = () =>
  inTx(db, (tx) =>
    app
      .get(RegisterPerson, { strict: false })
      .run(tx, system('test'), { phone: `+84${++last}`, name: 'Chị Hạnh', demo: true }),
  );
const approved = (
  applicant: string,
  given: Partial<EventData<'producer.approved'>> = {},
): EventOf<'producer.approved'> => {
  const producer = randomUUID();
  return {
    id: randomUUID(),
    type: 'producer.approved',
    version: 1,
    subject: producer,
    actor: { kind: officer.kind, id: officer.id },
    at: clock.now(),
    data: {
      producer,
      producerName: 'Hộ chị Hạnh',
      producerKind: 'household',
      commune: '07330',
      province: '24',
      subArea: 'Phúc Hòa cũ',
      crops: ['lychee'],
      applicant,
      ...given,
    },
  };
};
const hear = (...events: EventOf<'producer.approved'>[]) =>
  inTx(db, (tx) => app.get(GrantProducer, { strict: false }).handle(events, tx));

describe('when a producer is approved', () => {
  test('the household is entered, and its applicant may sell for it', async () => {
    const { id } = await farmer();
    const event = approved(id);
    await hear(event);
    expect(
      await rows(db, 'select id, name, commune, province, sub_area from identity.household where id = $1', [
        event.subject,
      ]),
    ).toEqual([{ id: event.subject, name: 'Hộ chị Hạnh', commune: '07330', province: '24', sub_area: 'Phúc Hòa cũ' }]);
    expect((await app.get(PersonQueries, { strict: false }).me(id)).grants).toEqual([
      { role: 'producer', producer: event.subject, commune: null, province: null },
    ]);
    expect(await app.get(Identity, { strict: false }).ownersOf(event.subject)).toEqual([
      { person: id, name: 'Chị Hạnh', phone: `+84${last}` },
    ]);
    const [stated] = await rows(
      db,
      `select actor_kind, actor_id, data from platform.event where type = 'grant.given' and subject = $1`,
      [id],
    );
    expect(stated).toMatchObject({
      actor_kind: 'official',
      actor_id: officer.id,
      data: { role: 'producer', producer: event.subject },
    });
  });

  test('heard twice, or by two workers at once, it is one grant and one fact', async () => {
    const { id } = await farmer();
    const event = approved(id);
    await hear(event, event);
    await Promise.all([hear(event), hear(event)]);
    expect(await rows(db, 'select role from identity.access_grant where person = $1', [id])).toEqual([
      { role: 'producer' },
    ]);
    expect(await rows(db, 'select person from identity.membership where producer = $1', [event.subject])).toHaveLength(
      1,
    );
    const stated = await rows(db, `select 1 from platform.event where type = 'grant.given' and subject = $1`, [id]);
    expect(stated).toHaveLength(1);
  });

  test('a cooperative is entered among the cooperatives; one person may sell for two', async () => {
    const { id } = await farmer();
    const [home, together] = [
      approved(id),
      approved(id, { producerKind: 'cooperative', producerName: 'HTX Phúc Hòa' }),
    ];
    await hear(home, together);
    expect(await rows(db, 'select name from identity.cooperative where id = $1', [together.data.producer])).toEqual([
      { name: 'HTX Phúc Hòa' },
    ]);
    const { grants } = await app.get(PersonQueries, { strict: false }).me(id);
    expect(new Set(grants.map((grant) => grant.producer))).toEqual(new Set([home.subject, together.subject]));
  });

  test('for someone nobody knows nothing is kept', async () => {
    const event = approved(randomUUID());
    await expect(hear(event)).rejects.toMatchObject({ driverError: { constraint: 'membership_person' } });
    expect(await rows(db, 'select 1 from identity.household where id = $1', [event.subject])).toEqual([]);
  });
});

describe('what the others ask', () => {
  test('how to reach people, by id', async () => {
    const identity = app.get(Identity, { strict: false });
    const { id } = await farmer();
    expect(await identity.contact(db, id)).toEqual({ name: 'Chị Hạnh', phone: `+84${last}` });
    expect(await inTx(db, (tx) => identity.contact(tx, randomUUID()))).toBeUndefined();
    expect([...(await identity.contacts([id, randomUUID()])).keys()]).toEqual([id]);
  });

  test('registering a phone again finds the same person and fills in only a missing name', async () => {
    const register = app.get(RegisterPerson, { strict: false });
    const phone = `+84${++last}`;
    const run = (name?: string) =>
      inTx(db, (tx) => register.run(tx, system('test'), { phone, ...(name ? { name } : {}) }));
    const { id } = await run();
    expect((await run('Anh Bình')).id).toBe(id);
    expect((await run('Someone Else')).id).toBe(id);
    expect(await rows(db, 'select name from identity.person where id = $1', [id])).toEqual([{ name: 'Anh Bình' }]);
  });
});
