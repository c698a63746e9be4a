import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type Grant, type ReadingBatch, type StorageClass, TemperatureSummary } from '@chophien/contracts';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { CatalogueModule } from '../catalogue/index.ts';
import { CommunesModule } from '../communes/index.ts';
import { events, type EventType } from '../events.ts';
import { type Actor, Authenticator, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { Runner } from '../platform/runner.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { AssignDevice, Coldchain, ColdchainModule, DetectDirty, EndMonitoring, RegisterDevice } from './index.ts';

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;

export const minute = 60_000;
/** When every test's parcel leaves. */
export const dispatched = new Date('2026-11-23T02:00:00Z');

export type Readings = ReadingBatch['readings'];

/** One reading every five minutes of `celsius`, from the dispatch on. */
export const trace = (minutes: number, celsius: (minute: number) => number | undefined, channel = 'air'): Readings =>
  Array.from({ length: Math.floor(minutes / 5) + 1 }, (_, index) => index * 5).flatMap((after) => {
    const value = celsius(after);
    return value === undefined ? [] : [{ channel, at: at(after), celsius: value }];
  });
export const at = (after: number): string => new Date(dispatched.getTime() + after * minute).toISOString();

/** Warm between two minutes, cold before and after. */
export const warm =
  (from: number, until: number, celsius = 9) =>
  (now: number): number =>
    now >= from && now < until ? celsius : 3;

export interface Logger {
  id: string;
  key: string;
}

/** The cold chain alone, on a database of its own, with loggers and parcels to put them into. */
export class ColdRoom {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly db: DataSource;
  private readonly tokens: Map<string, Actor>;

  private constructor(app: NestFastifyApplication, clock: TestClock, tokens: Map<string, Actor>) {
    this.app = app;
    this.clock = clock;
    this.tokens = tokens;
    this.db = app.get(DataSource);
  }

  static async open(url: string): Promise<ColdRoom> {
    testEnv({ DATABASE_URL: url });
    const clock = new TestClock(dispatched);
    const tokens = new Map<string, Actor>();
    subscribe({
      ...nobody,
      'shipment.dispatched': [AssignDevice],
      'shipment.delivered': [EndMonitoring],
      'shipment.failed': [EndMonitoring],
    });
    const authenticate = (token: string) => Promise.resolve(tokens.get(token) ?? null);
    const app = await testWeb({
      imports: [CommunesModule, CatalogueModule, ColdchainModule],
      providers: [{ provide: Authenticator, useValue: { authenticate } }],
      clock,
    });
    return new ColdRoom(app, clock, tokens);
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** An official, and the header that shows who asks. */
  official(...grants: Grant[]): { actor: Actor; authorization: string } {
    const actor = { ...system('test'), kind: 'official' as const, id: randomUUID(), grants };
    const token = randomBytes(16).toString('hex');
    this.tokens.set(token, actor);
    return { actor, authorization: `Bearer ${token}` };
  }

  async logger(id = `NK-${randomBytes(4).toString('hex').toUpperCase()}`): Promise<Logger> {
    const { key } = await this.get(RegisterDevice).run(system('test'), {
      deviceId: id,
      model: 'Nhiệt kế tự ghi',
      commune: '07330',
    });
    return { id, key };
  }

  /** Pork, as a rule: 0–4 °C by its profile. */
  async dispatch(
    device: string | null,
    { storage = 'chilled', commodities = ['pork_chilled'] }: { storage?: StorageClass; commodities?: string[] } = {},
  ): Promise<{ parcel: string; shipment: string }> {
    const [parcel, shipment] = [randomUUID(), randomUUID()];
    await this.state('shipment.dispatched', shipment, {
      parcel,
      code: 'ABCDEFGH12',
      producer: randomUUID(),
      commune: '07330',
      toCommune: '30076',
      storage,
      commodities,
      device,
    });
    return { parcel, shipment };
  }

  async deliver({ parcel, shipment }: { parcel: string; shipment: string }): Promise<void> {
    await this.state('shipment.delivered', shipment, { parcel, receivedBy: 'Người nhận', cashCollected: 0 });
  }

  async state<T extends EventType>(type: T, subject: string, data: Parameters<typeof record<T>>[4]): Promise<void> {
    await inTx(this.db, (tx) => record(tx, system('test'), type, subject, data));
  }

  /** Everything that was stated is heard; `first` before the others. */
  async heard(first?: string): Promise<void> {
    const due = await rows<{ id: number; listener: string }>(
      this.db,
      'select id, listener from platform.outbox order by listener <> $1, id',
      [first ?? ''],
    );
    for (const { id, listener } of due) await this.get(Runner).run(listener, [id]);
  }

  /** Everything is heard and judged. */
  async settle(): Promise<void> {
    await this.heard();
    await this.get(DetectDirty).run();
  }

  /** Sends a batch as a logger does; what is given replaces what an honest one would send. */
  async send(
    { id, key }: Logger,
    readings: Readings,
    given: { batchKey?: string; headers?: Record<string, string | undefined>; device?: string; sentAt?: string } = {},
  ) {
    const { batchKey = randomUUID(), sentAt = this.clock.now().toISOString() } = given;
    const body = JSON.stringify({ deviceId: given.device ?? id, batchKey, sentAt, readings });
    const headers = { ...this.signed({ id, key }, body), ...given.headers };
    return this.post(body, headers);
  }

  /** Without the headers that are undefined. */
  async post(body: string, given: Record<string, string | undefined>) {
    const headers = Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const answer = await this.app.inject({
      method: 'POST',
      url: '/telemetry/batches',
      headers: { 'content-type': 'application/json', ...headers },
      payload: body,
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  }

  signed({ id, key }: Logger, body: string): Record<string, string> {
    const timestamp = String(Math.floor(this.clock.now().getTime() / 1_000));
    const nonce = randomBytes(18).toString('base64url');
    const hash = createHash('sha256').update(body).digest('hex');
    const lines = ['POST', '/telemetry/batches', id, timestamp, nonce, hash].join('\n');
    return {
      'x-device': id,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': createHmac('sha256', key).update(lines).digest('hex'),
    };
  }

  /** What was said about a parcel, in order. */
  told(parcel: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
    return rows(this.db, 'select type, data from platform.event where subject = $1 order by at, id', [parcel]);
  }

  async types(about: string): Promise<string[]> {
    return (await this.told(about)).map(({ type }) => type);
  }

  /** As it would be sent. */
  async summary(parcel: string): Promise<TemperatureSummary | undefined> {
    const found = (await this.get(Coldchain).summary([parcel])).get(parcel);
    return found && TemperatureSummary.parse(found);
  }

  /** It is so many minutes after the dispatch. */
  after(minutes: number): void {
    this.clock.set(new Date(dispatched.getTime() + minutes * minute));
  }
}
