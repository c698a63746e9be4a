import { randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { moderator } from '../../../../tests/support/market.ts';
import { AdmitProducer, ApproveListing, CatalogueModule, PublishListing } from '../catalogue/index.ts';
import { CommunesModule } from '../communes/index.ts';
import { events } from '../events.ts';
import { type Actor, Authenticator } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { type EventOf, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { ChannelsModule } from './index.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
const tokens = new Map<string, Actor>();
let app: NestFastifyApplication;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url, STOREFRONT_URL: 'https://cho.example.vn' });
  subscribe(Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions);
  const authenticate = (token: string) => Promise.resolve(tokens.get(token) ?? null);
  app = await testWeb({
    imports: [CommunesModule, CatalogueModule, ChannelsModule],
    providers: [{ provide: Authenticator, useValue: { authenticate } }],
    clock,
  });
});
afterAll(() => app?.close());

/** Someone who sells for an approved household of Phúc Hòa. */
const seller = async (): Promise<Actor & { producer: string }> => {
  const [id, producer] = [randomUUID(), randomUUID()];
  const grants = [{ role: 'producer' as const, producer }];
  const actor: Actor = { kind: 'person', id, grants, sessionId: id, address: '10.0.0.1', requestId: 'test' };
  tokens.set(id, actor);
  const said = { id: randomUUID(), type: 'producer.approved', subject: producer, at: clock.now() };
  const data = {
    producer,
    producerName: 'Hộ bà Mận',
    producerKind: 'household',
    commune: '07330',
    province: '24',
    subArea: null,
    crops: ['lychee'],
    applicant: id,
  };
  await inTx(db, (tx) =>
    app
      .get(AdmitProducer, { strict: false })
      .handle(
        [
          { ...said, data } as EventOf<'producer.approved'>,
          { ...said, id: randomUUID(), type: 'producer.activated' } as EventOf<'producer.activated'>,
        ],
        tx,
      ),
  );
  return { ...actor, producer };
};

const sell = async (actor: Actor & { producer: string }, name: string): Promise<string> => {
  const [id, picture] = [randomUUID(), randomUUID()];
  await rows(
    db,
    `insert into catalogue.picture (id, owner, hash, width, height, colour, widths, state, at)
     values ($1, $2, $3, 640, 480, '#aabbcc', '{320,480}', 'unused', $4)`,
    [picture, actor.id, randomBytes(16).toString('hex'), clock.now()],
  );
  const { version } = await app.get(PublishListing, { strict: false }).run(actor, {
    id,
    producer: actor.producer,
    commodity: 'lychee',
    name,
    description: '',
    unit: 'kg',
    price: 95_000,
    increment: 500,
    minimum: 1_000,
    quantity: 12_500,
    storage: 'ambient',
    origin: 'self_produced',
    pictures: [picture],
  });
  await app.get(ApproveListing, { strict: false }).run(moderator('24'), id, { version });
  clock.pass(1_000);
  return id;
};

const ask = async (path: string, { as, body }: { as?: Actor; body?: object } = {}) => {
  const answer = await app.inject({
    method: body ? 'POST' : 'GET',
    url: path,
    ...(as ? { headers: { authorization: `Bearer ${as.sessionId}` } } : {}),
    ...(body ? { payload: body } : {}),
  });
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
};
const json = ({ text }: { text: string }) => JSON.parse(text);

const files = () => readdir(fileURLToPath(`${env().STORAGE_URL}/channel-exports`)).catch(() => []) as Promise<string[]>;

describe('the register of platforms', () => {
  test('says of each whether it is reputable and whether it is Vietnamese, apart, with day and source', async () => {
    const { items } = json(await ask('/channels'));
    const of = (id: string) => items.find((channel: { id: string }) => channel.id === id);
    expect(items).toHaveLength(9);
    expect(of('shopee')).toMatchObject({
      state: 'operating',
      connector: 'none',
      vietnamese: { value: false, since: '2026-11-01' },
      reputable: { value: null, since: '2026-11-01', source: expect.stringContaining('Chưa ai quyết định') },
    });
    expect(of('sendo')).toMatchObject({ state: 'closed', connector: 'none' });
    expect(of('cho-phien')).toMatchObject({ connector: 'own' });
    expect(of('tiki').vietnamese.value).toBeNull();
  });

  test('follows what is decided from the day it is decided', async () => {
    await rows(
      db,
      `insert into channels.statement values ('voso', 'reputable', '2026-11-24', 'yes', 'Quyết định thử của tỉnh')`,
    );
    const reputable = async () =>
      json(await ask('/channels')).items.find((channel: { id: string }) => channel.id === 'voso').reputable;
    expect((await reputable()).value).toBeNull();
    clock.set('2026-11-23T17:00:00Z'); // midnight in Vietnam
    expect(await reputable()).toEqual({ value: true, since: '2026-11-24', source: 'Quyết định thử của tỉnh' });
  });
});

describe('a file of listings', () => {
  test('holds what is on sale, is made once for an id, and is told', async () => {
    const actor = await seller();
    await sell(actor, 'Vải sấy');
    await sell(actor, '=Mật ong, loại 1');
    const body = { id: randomUUID(), producer: actor.producer };
    const [first, second] = await Promise.all([1, 2].map(() => ask('/channels/voso/exports', { as: actor, body })));
    expect(json(first!)).toMatchObject({ id: body.id, channel: 'voso', producer: actor.producer, listings: 2 });
    expect(second!.text).toBe(first!.text);
    await sell(actor, 'Chè xanh');
    expect((await ask('/channels/voso/exports', { as: actor, body })).text).toBe(first!.text);
    expect((await files()).filter((name) => name.startsWith(body.id))).toHaveLength(1);
    expect(await rows(db, 'select type, data from platform.event where subject = $1', [body.id])).toEqual([
      {
        type: 'channel.exported',
        data: { channel: 'voso', producer: actor.producer, commune: '07330', listings: 2 },
      },
    ]);
    expect(json(await ask('/me/channel-exports', { as: actor })).items).toHaveLength(1);

    const file = await ask(`/channel-exports/${body.id}/file`, { as: actor });
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe('attachment; filename="san-pham-voso-2026-11-24.csv"');
    const [, honey, lychee] = file.text.split('\r\n');
    expect(honey).toContain(`"'=Mật ong, loại 1",95000,kg,12.5,1,0.5,`);
    expect(lychee).toContain('Vải sấy,95000,kg,12.5,1,0.5,Nhiệt độ thường,Hộ bà Mận,Phúc Hòa,');
    expect(lychee).toMatch(
      /https:\/\/cho\.example\.vn\/anh\/[0-9a-f]{32}-480\.jpg,https:\/\/cho\.example\.vn\/san-pham\/vai-say-/,
    );
  });

  test("is nobody else's: neither to make, nor to list, nor to take", async () => {
    const [actor, other] = [await seller(), await seller()];
    await sell(actor, 'Vải sấy');
    await sell(other, 'Nhãn');
    const body = { id: randomUUID(), producer: actor.producer };
    await ask('/channels/voso/exports', { as: actor, body });
    const refused = [
      await ask('/channels/voso/exports', { as: other, body: { ...body, id: randomUUID() } }),
      await ask('/channels/voso/exports', { as: other, body: { ...body, producer: other.producer } }),
      await ask(`/channel-exports/${body.id}/file`, { as: other }),
    ];
    expect(refused.map((answer) => [answer.status, json(answer).code])).toEqual(
      refused.map(() => [404, 'channels.not-found']),
    );
    expect((await files()).filter((name) => name.startsWith(body.id))).toHaveLength(1);
    expect(json(await ask('/me/channel-exports', { as: other })).items).toEqual([]);
    expect((await ask(`/channel-exports/${body.id}/file`)).status).toBe(401);
  });

  test('is not made for a platform that takes none, nor of nothing', async () => {
    const actor = await seller();
    const make = (channel: string) =>
      ask(`/channels/${channel}/exports`, { as: actor, body: { id: randomUUID(), producer: actor.producer } });
    for (const channel of ['shopee', 'sendo', 'cho-phien', 'khong-co']) {
      expect(json(await make(channel)).code).toBe('channels.not-found');
    }
    expect(json(await make('voso'))).toMatchObject({ status: 422, code: 'channels.nothing-to-export' });
  });
});
