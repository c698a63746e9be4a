import type { ProducerKind } from '@chophien/contracts';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { CommunesModule } from '../communes/index.ts';
import { type EventData, type EventType, events } from '../events.ts';
import { type Actor, Authenticator, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { Runner } from '../platform/runner.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { AssessmentModule, CountListing, CountPeople, CountProducer, CountSale } from './index.ts';

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;

export interface Shop {
  producer: string;
  producerName: string;
  producerKind: ProducerKind;
  commune: string;
  province: string;
  subArea: string | null;
}

type Sold = EventData<'parcel.delivered'>;

/** Communes with shops that sell, as assessment hears of it, and officers who look at the numbers. */
export class Counting {
  readonly clock = new TestClock('2026-11-02T02:00:00Z');
  private readonly tokens = new Map<string, Actor>();
  app!: NestFastifyApplication;
  db!: DataSource;

  async open(url: string): Promise<this> {
    testEnv({ DATABASE_URL: url });
    subscribe({
      ...nobody,
      'producer.approved': [CountProducer],
      'producer.suspended': [CountProducer],
      'producer.reinstated': [CountProducer],
      'producer.closed': [CountPeople],
      'training.attended': [CountPeople],
      'skills.signed': [CountPeople],
      'verification.decided': [CountPeople],
      'support.closed': [CountPeople],
      'complaint.decided': [CountPeople],
      'complaint.escalated': [CountPeople],
      'listing.published': [CountListing],
      'listing.withdrawn': [CountListing],
      'parcel.delivered': [CountSale],
      'parcel.returned': [CountSale],
    });
    const authenticate = (token: string) => Promise.resolve(this.tokens.get(token) ?? null);
    this.app = await testWeb({
      imports: [CommunesModule, AssessmentModule],
      providers: [{ provide: Authenticator, useValue: { authenticate } }],
      clock: this.clock,
    });
    this.db = this.app.get(DataSource);
    return this;
  }

  state<T extends EventType>(type: T, subject: string, data: EventData<T>): Promise<void> {
    return inTx(this.db, (tx) => record(tx, system('test'), type, subject, data));
  }

  /** An approved shop with something on sale. */
  async shop(given: Partial<Shop> = {}): Promise<Shop> {
    const producer = randomUUID();
    const shop: Shop = {
      producer,
      producerName: 'Hộ bà Mận',
      producerKind: 'household',
      commune: '07330',
      province: '24',
      subArea: 'thôn Quất Du',
      ...given,
    };
    await this.state('producer.approved', producer, { ...shop, crops: ['lychee'], applicant: randomUUID() });
    await this.state('listing.published', randomUUID(), {
      ...shop,
      name: 'Vải sấy',
      commodity: 'lychee',
      category: 'trai-cay',
      storage: 'ambient',
      unit: 'kg',
      price: 95_000,
      selfProduced: true,
    });
    return shop;
  }

  /** A parcel of a shop that arrived; answers its id and its order's. */
  async sell(
    shop: Shop,
    given: { amounts?: number[]; commodity?: string; order?: string; parcel?: string } & Partial<
      Pick<Sold, 'buyerIsSeller'>
    > = {},
  ): Promise<{ parcel: string; order: string }> {
    const { amounts = [95_000], commodity = 'lychee', order = randomUUID(), parcel = randomUUID() } = given;
    await this.state('parcel.delivered', parcel, {
      ...shop,
      order,
      orderCode: 'AB12CD34',
      code: 'AB12CD34EF',
      channel: 'cho-phien',
      payment: 'cod' as const,
      goods: amounts.reduce((sum, amount) => sum + amount, 0),
      buyerIsSeller: given.buyerIsSeller ?? false,
      lines: amounts.map((amount) => ({
        offer: randomUUID(),
        name: 'Vải sấy',
        commodity,
        quantity: 1_000,
        unit: 'goi',
        amount,
      })),
    });
    return { parcel, order };
  }

  comeBack(shop: Shop, { parcel, order }: { parcel: string; order: string }): Promise<void> {
    const { producer, commune } = shop;
    return this.state('parcel.returned', parcel, {
      order,
      code: 'AB12CD34EF',
      producer,
      commune,
      reason: '',
      refund: 0,
    });
  }

  /** Everybody hears what was stated, in the order they are given. */
  async settle(order: 'asc' | 'desc' = 'asc'): Promise<void> {
    const due = await rows<{ id: number; listener: string }>(
      this.db,
      'select id, listener from platform.outbox order by id',
    );
    for (const { id, listener } of order === 'asc' ? due : due.toReversed())
      await this.app.get(Runner).run(listener, [id]);
  }

  officer(grant: Actor['grants'][number]): Actor {
    const id = randomUUID();
    const actor: Actor = {
      kind: 'official',
      id,
      grants: [grant],
      sessionId: id,
      address: '10.0.0.1',
      requestId: 'test',
    };
    this.tokens.set(id, actor);
    return actor;
  }

  async ask(actor: Actor, path: string, body?: object) {
    const answer = await this.app.inject({
      method: body ? 'POST' : 'GET',
      url: path,
      headers: { authorization: `Bearer ${actor.sessionId}` },
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.json() };
  }

  /** The values of a commune in a month, by indicator. */
  async values(actor: Actor, month: string, commune = '07330'): Promise<Record<string, number | null>> {
    const { body } = await this.ask(actor, `/assessment/communes/${commune}?month=${month}`);
    const told = (body as { indicators: { id: string; value: number | null }[] }).indicators;
    return Object.fromEntries(told.map(({ id, value }) => [id, value]));
  }

  /** All facts, in one order. */
  facts(): Promise<unknown[]> {
    return rows(this.db, 'select * from assessment.fact order by event_id, line');
  }
}
