import { randomBytes, randomUUID } from 'node:crypto';
import type { OrderView, PlaceOrder as PlaceOrderInput, StorageClass } from '@chophien/contracts';
import { AdmitProducer, ApproveListing, CatalogueModule, PublishListing } from '../../apps/api/src/catalogue/index.ts';
import { CommunesModule } from '../../apps/api/src/communes/index.ts';
import { type EventType, events } from '../../apps/api/src/events.ts';
import {
  CancelShipment,
  CreateShipment,
  HoldShipment,
  LogisticsModule,
  ReadyShipment,
  ReleaseShipment,
} from '../../apps/api/src/logistics/index.ts';
import { type Actor, type Authenticated, Authenticator } from '../../apps/api/src/platform/actor.ts';
import { dataSource, inTx, rows } from '../../apps/api/src/platform/database.ts';
import { type EventOf, type Listener, subscribe, type Subscriptions } from '../../apps/api/src/platform/outbox.ts';
import { Runner } from '../../apps/api/src/platform/runner.ts';
import { TestClock, testEnv, testWeb } from '../../apps/api/src/platform/testing.ts';
import { StockModule } from '../../apps/api/src/stock/index.ts';
import { fact, moderator } from './market.ts';
import {
  FinaliseOrder,
  HoldParcel,
  MarkDelivered,
  MarkReturned,
  MarkShipped,
  OrderingModule,
  PlaceOrder,
  PriceOrder,
} from '../../apps/api/src/ordering/index.ts';

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;
const heard: Subscriptions = {
  ...nobody,
  'payment.settled': [FinaliseOrder],
  'parcel.confirmed': [CreateShipment],
  'parcel.packed': [ReadyShipment],
  'parcel.held': [HoldShipment],
  'parcel.released': [ReleaseShipment],
  'parcel.cancelled': [CancelShipment],
  'order.cancelled': [CancelShipment],
  'shipment.dispatched': [MarkShipped],
  'shipment.delivered': [MarkDelivered],
  'shipment.failed': [MarkReturned],
  'coldchain.breached': [HoldParcel],
};

type Class<T> = abstract new (...args: never[]) => T;
type Db = ReturnType<typeof dataSource>;
type App = Awaited<ReturnType<typeof testWeb>>;

export interface Given {
  quantity?: number;
  price?: number;
  storage?: StorageClass;
  producer?: Actor;
}

/** A small trade on a database of its own: producers, listings and buyers for the tests of ordering, stock and logistics. */
export class Trade {
  readonly clock: TestClock;
  readonly app: App;
  readonly db: Db;
  private readonly tokens: Map<string, Actor>;

  private constructor(app: App, { clock, tokens, db }: { clock: TestClock; tokens: Map<string, Actor>; db: Db }) {
    this.clock = clock;
    this.app = app;
    this.tokens = tokens;
    this.db = db;
  }

  static async open(
    url: string,
    more: { imports?: Class<unknown>[]; heard?: Partial<Subscriptions>; env?: Record<string, string> } = {},
  ): Promise<Trade> {
    testEnv({ DATABASE_URL: url, DATABASE_POOL: '20', ...more.env });
    const clock = new TestClock('2026-11-23T02:00:00Z');
    const tokens = new Map<string, Actor>();
    subscribe({ ...heard, ...more.heard });
    const app = await testWeb({
      imports: [
        CommunesModule,
        CatalogueModule,
        StockModule,
        LogisticsModule,
        OrderingModule,
        ...((more.imports ?? []) as never[]),
      ],
      providers: [
        {
          provide: Authenticator,
          useValue: { authenticate: (token: string) => Promise.resolve(tokens.get(token) ?? null) },
        },
      ],
      clock,
    });
    // A house with identity in it has its own way to know who asks.
    app.get(Authenticator, { strict: false }).authenticate = async (token: string) =>
      (tokens.get(token) as Authenticated | undefined) ?? null;
    // Nest knows the connection by its class, which only the API's own packages can import.
    const DataSource = dataSource(url).constructor as Class<Db>;
    return new Trade(app, { clock, tokens, db: app.get(DataSource) });
  }

  get<T>(type: Class<T>): T {
    return this.app.get(type, { strict: false });
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Someone who asks over HTTP with a token of her own. */
  person(grants: Actor['grants'] = [], kind: Actor['kind'] = 'person'): Actor {
    const actor: Actor = {
      kind,
      id: randomUUID(),
      grants,
      sessionId: randomBytes(16).toString('hex'),
      address: '127.0.0.1',
      requestId: 'test',
    };
    this.tokens.set(actor.sessionId as string, actor);
    return actor;
  }

  /** An approved household of Phúc Hòa, or of another commune. */
  async producer(commune = '07330', province = '24'): Promise<Actor> {
    const id = randomUUID();
    const actor = this.person([{ role: 'producer', producer: id }]);
    await this.hears(AdmitProducer, 'producer.approved', id, {
      producer: id,
      producerName: 'Hộ chị Lành',
      producerKind: 'household',
      commune,
      province,
      subArea: 'Thôn Lân Thịnh',
      crops: ['vai'],
      applicant: randomUUID(),
    });
    await this.hears(AdmitProducer, 'producer.activated', id, { commune, applicant: randomUUID() });
    return actor;
  }

  /** Something on sale; answers the offer. */
  async listing({ quantity = 10_000, price = 30_000, storage = 'ambient', producer }: Given = {}): Promise<string> {
    const seller = producer ?? (await this.producer());
    const id = randomUUID();
    const picture = randomUUID();
    await rows(
      this.db,
      `insert into catalogue.picture (id, owner, hash, width, height, colour, widths, state, at)
       values ($1, $2, $3, 640, 480, '#aabbcc', '{320,480}', 'unused', $4)`,
      [picture, seller.id, randomBytes(16).toString('hex'), this.clock.now()],
    );
    const { version } = await this.get(PublishListing).run(seller, {
      id,
      producer: seller.grants[0]?.producer as string,
      commodity: await this.commodity(),
      name: 'Vải thiều sấy',
      description: 'Sấy lò củi.',
      unit: 'kg',
      price,
      increment: 500,
      minimum: 500,
      quantity,
      storage,
      origin: 'self_produced',
      pictures: [picture],
    });
    const [offer] = await rows<{ province: string }>(this.db, 'select province from catalogue.offer where id = $1', [
      id,
    ]);
    await this.get(ApproveListing).run(moderator(offer?.province as string), id, { version });
    return id;
  }

  private async commodity(): Promise<string> {
    const [first] = await rows<{ id: string }>(
      this.db,
      'select commodity as id from catalogue.commodity_profile limit 1',
    );
    return first?.id as string;
  }

  /** An order as a buyer would send it, at today's total. */
  async order(
    lines: PlaceOrderInput['lines'],
    { payment = 'cod', phone = newPhone() }: { payment?: 'cod' | 'vnpay' | 'vietqr'; phone?: string } = {},
  ): Promise<PlaceOrderInput> {
    const { total } = await this.get(PriceOrder).run({ lines, commune: '07330' });
    const deliverTo = { name: 'Nguyễn Thị Mẫu', phone, commune: '07330', address: 'Số 1, ngõ 2' };
    return { id: randomUUID(), lines, deliverTo, payment, total };
  }

  async placed(lines: PlaceOrderInput['lines'], how?: { payment?: 'cod' | 'vnpay' | 'vietqr' }): Promise<OrderView> {
    return this.get(PlaceOrder).run(guest, await this.order(lines, how));
  }

  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    { as, body }: { as?: Actor; body?: object } = {},
  ): Promise<{ status: number; body: never }> {
    const answer = await this.app.inject({
      method,
      url: path,
      ...(as ? { headers: { authorization: `Bearer ${as.sessionId}` } } : {}),
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.json<never>() };
  }

  /** A listener hears a fact as the worker would bring it. */
  async hears<T extends EventType>(
    listener: Class<Listener<T>>,
    type: T,
    subject: string,
    data: EventOf<T>['data'],
  ): Promise<void> {
    const event = fact(type, subject, { data, at: this.clock.now() });
    await inTx(this.db, (tx) => this.get(listener).handle([event], tx));
  }

  /** Lets every fact that was stated have its effects, and theirs. */
  async settle(): Promise<void> {
    for (;;) {
      const due = await rows<{ listener: string; ids: number[] }>(
        this.db,
        'select listener, array_agg(id::int order by id) as ids from platform.outbox where dead_at is null group by listener',
      );
      if (due.length === 0) return;
      for (const { listener, ids } of due) await this.get(Runner).run(listener, ids);
    }
  }

  /** What was stated about a subject, in order. */
  async stated(subject: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
    return rows(this.db, 'select type, data from platform.event where subject = $1 order by at, id', [subject]);
  }

  async types(subject: string): Promise<string[]> {
    return (await this.stated(subject)).map(({ type }) => type);
  }

  async level(offer: string): Promise<{ onHand: number; held: number; moved: number; active: number }> {
    const [level] = await rows<{ onHand: number; held: number; moved: number; active: number }>(
      this.db,
      `select on_hand as "onHand", held,
         (select coalesce(sum(quantity), 0)::bigint from stock.movement where offer = $1) as moved,
         (select coalesce(sum(quantity), 0)::bigint from stock.hold where offer = $1 and state = 'active') as active
       from stock.level where offer = $1`,
      [offer],
    );
    if (!level) throw new Error('no level');
    return level;
  }
}

/** Somebody without a session. */
export const guest: Actor = {
  kind: 'guest',
  id: null,
  grants: [],
  sessionId: null,
  address: '127.0.0.1',
  requestId: 'test',
};

let phones = 0;
export const newPhone = (): string => `+849${String(10_000_000 + phones++)}`;
