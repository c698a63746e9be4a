import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { type EventData, type EventType, events } from '../events.ts';
import { type Actor, type Authenticated, Authenticator, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { Runner } from '../platform/runner.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { NotificationsModule, SendMessages, TellApplicant, TellBuyer, TellHousehold, TellProducer } from './index.ts';

type Answer = { status?: number; headers?: Record<string, string>; body?: object } | 'no answer';

export interface Received {
  headers: IncomingMessage['headers'];
  body: Record<string, never> & {
    phone: string;
    Phone: string;
    Content: string;
    RequestId: string;
    tracking_id: string;
  };
}

/** Another company: keeps what it was sent, and answers as it is told to, message by message; else that all is well. */
export class Company {
  readonly received: Received[] = [];
  readonly answers: Answer[] = [];
  private readonly well: object;
  private readonly server = createServer((request, response) => void this.take(request, response));

  constructor(well: object) {
    this.well = well;
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const part of request) text += part;
    this.received.push({ headers: request.headers, body: JSON.parse(text) });
    const answer = this.answers.shift() ?? {};
    if (answer === 'no answer') return void request.socket.destroy();
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body ?? this.well));
  }
}

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;

/** People who are told things, and the two companies that carry them. */
export class Telling {
  readonly clock = new TestClock('2026-11-23T02:00:00Z');
  readonly zalo = new Company({ error: 0, message: 'Success' });
  readonly sms = new Company({ CodeResult: '100' });
  private readonly tokens = new Map<string, Authenticated>();
  private phones = 0;
  app!: NestFastifyApplication;
  db!: DataSource;

  async open(url: string): Promise<void> {
    testEnv({
      DATABASE_URL: url,
      STOREFRONT_URL: 'https://cho.example.vn',
      ZALO_URL: await this.zalo.open(),
      ESMS_URL: await this.sms.open(),
    });
    subscribe({
      ...nobody,
      'application.returned': [TellApplicant],
      'producer.approved': [TellApplicant],
      'producer.activated': [TellApplicant],
      'suspension.announced': [TellApplicant],
      'suspension.dropped': [TellApplicant],
      'producer.closed': [TellApplicant],
      'payout.changed': [TellApplicant],
      'producer.suspended': [TellApplicant],
      'order.placed': [TellProducer, TellBuyer],
      'order.cancelled': [TellProducer],
      'parcel.held': [TellProducer],
      'listing.approved': [TellProducer],
      'listing.returned': [TellProducer],
      'parcel.cancelled': [TellBuyer],
      'shipment.dispatched': [TellBuyer],
      'delegation.given': [TellHousehold],
      'delegation.ended': [TellHousehold],
      'delegate.acted': [TellHousehold],
      'member.joined': [TellHousehold],
      'member.left': [TellHousehold],
      'producer.taken-over': [TellHousehold],
      'claim.refused': [TellHousehold],
      'supply.received': [TellHousehold],
      'supply.undone': [TellHousehold],
    });
    this.app = await testWeb({ imports: [NotificationsModule], clock: this.clock });
    // Identity's own way in is another's test: here a token is a person's id.
    this.app.get(Authenticator, { strict: false }).authenticate = async (token) => this.tokens.get(token) ?? null;
    this.db = this.app.get(DataSource);
  }

  async close(): Promise<void> {
    this.zalo.close();
    this.sms.close();
    await this.app?.close();
  }

  /** Somebody who sells for these producers. */
  async person(...producers: string[]): Promise<Actor & { id: string; phone: string }> {
    const id = randomUUID();
    this.phones += 1;
    const phone = `+8491${String(this.phones).padStart(7, '0')}`;
    const actor = {
      kind: 'person' as const,
      id,
      grants: [],
      sessionId: id,
      address: '10.0.0.1',
      requestId: 'test',
      phone,
    };
    this.tokens.set(id, actor);
    await rows(
      this.db,
      `insert into identity.person (id, kind, phone, name, created_at) values ($1, 'person', $2, 'Bà Mận', $3)`,
      [id, phone, this.clock.now()],
    );
    await rows(
      this.db,
      `insert into identity.access_grant (id, person, role, producer, valid_from)
       select gen_random_uuid(), $1, 'producer', producer, $3 from unnest($2::uuid[]) as given (producer)`,
      [id, producers, this.clock.now()],
    );
    return actor;
  }

  /** An order as ordering keeps it and tells it; answers its id and its parcels'. */
  async order(producers: string[], phone = '+84987654321') {
    const [order, code] = [
      randomUUID(),
      randomUUID()
        .slice(0, 8)
        .toUpperCase()
        .replace(/[ILOU]/g, '0'),
    ];
    const parcels = producers.map((producer, index) => ({ producer, parcel: randomUUID(), code: `${code}0${index}` }));
    await rows(this.db, orderRow, [order, code, this.clock.now()]);
    await rows(this.db, addressRow, [order, phone]);
    for (const [index, { parcel, producer, code: name }] of parcels.entries()) {
      await rows(this.db, parcelRow, [parcel, order, name, index, producer, this.clock.now()]);
    }
    const seller = { producerName: 'Hộ bà Mận', producerKind: 'household', commune: '07330', province: '24' } as const;
    const line = { offer: randomUUID(), name: 'Vải thiều', commodity: 'lychee', quantity: 3_000, unit: 'kg' };
    await this.state('order.placed', order, {
      code,
      payment: 'cod',
      channel: 'cho-phien',
      toCommune: '07330',
      goods: 105_000,
      shipping: 20_000,
      parcels: parcels.map((parcel) => ({
        ...seller,
        ...parcel,
        subArea: null,
        storage: 'ambient' as const,
        goods: 105_000,
        lines: [{ ...line, amount: 105_000 }],
      })),
    });
    return { order, code, parcels };
  }

  state<T extends EventType>(type: T, subject: string, data: EventData<T>): Promise<void> {
    return inTx(this.db, (tx) => record(tx, system('test'), type, subject, data));
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  /** Whoever has to hear hears. */
  async hear(): Promise<void> {
    const due = await rows<{ listener: string; ids: number[] }>(
      this.db,
      'select listener, array_agg(id::int order by id) as ids from platform.outbox group by listener',
    );
    for (const { listener, ids } of due) await this.app.get(Runner).run(listener, ids);
  }

  /** Whoever has to hear hears; what must go out goes out. */
  async settle(): Promise<void> {
    await this.hear();
    await this.send();
  }

  send(): Promise<void> {
    return this.get(SendMessages).run();
  }

  async messages(
    actor: Actor,
  ): Promise<{ items: { kind: string; text: string; sent: string; link: string }[]; unread: number }> {
    const headers = { authorization: `Bearer ${actor.sessionId}` };
    return (await this.app.inject({ method: 'GET', url: '/me/messages', headers })).json();
  }

  async readAll(actor: Actor): Promise<unknown> {
    const headers = { authorization: `Bearer ${actor.sessionId}` };
    return (await this.app.inject({ method: 'POST', url: '/me/messages/read', headers })).json();
  }

  /** How each message stands at the companies. */
  deliveries(): Promise<{ state: string; provider: string; attempts: number }[]> {
    return rows(this.db, 'select state, provider, attempts from platform.delivery order by at, id');
  }
}

const orderRow = `insert into ordering."order" (id, code, body_hash, phone_hash, buyer_producers, payment, channel, to_commune,
    goods, shipping, total, placed_at, finalised_at)
  values ($1, $2, 'x', 'x', '{}', 'cod', 'cho-phien', '07330', 105000, 20000, 125000, $3, $3)`;
const addressRow = `insert into ordering.delivery_address (order_id, name, phone, commune, commune_name, address)
  values ($1, 'Nguyễn Thị Mẫu', $2, '07330', 'Xã Phúc Hòa', 'Số 1')`;
const parcelRow = `insert into ordering.parcel (id, order_id, code, position, state, producer, producer_name, producer_kind,
    commune, province, storage, goods, shipping, placed_at)
  values ($1, $2, $3, $4, 'waiting', $5, 'Hộ bà Mận', 'household', '07330', '24', 'ambient', 105000, 20000, $6)`;

/** The address of an order, with what opens it. */
export const keyPattern = (code: string): RegExp =>
  new RegExp(`https://cho\\.example\\.vn/don-hang/${code}\\?khoa=[A-Za-z0-9_-]{43}$`);
