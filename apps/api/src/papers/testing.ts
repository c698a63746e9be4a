import { randomUUID } from 'node:crypto';
import type { Grant, PaperKind } from '@chophien/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { vi } from 'vitest';
import { type EventData, type EventType, events } from '../events.ts';
import { type Authenticated, Authenticator, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { PapersModule } from './papers.module.ts';
import { photograph } from './sheets.fixture.ts';

export { photograph } from './sheets.fixture.ts';

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;

interface Sending {
  id?: string;
  kind?: PaperKind;
  page?: number;
  replaces?: string;
}

export interface Someone {
  id: string;
  token: string;
}

/** Households with papers, and the officials who check them. */
export class Desk {
  readonly clock = new TestClock('2026-11-23T02:00:00Z');
  app!: NestFastifyApplication;
  readonly db: DataSource;
  private readonly known = new Map<string, Authenticated>();

  constructor(db: DataSource) {
    this.db = db;
  }

  static async open({ db, url }: { db: DataSource; url: string }, env: Record<string, string> = {}): Promise<Desk> {
    testEnv({ DATABASE_URL: url, ...env });
    subscribe(nobody);
    const desk = new Desk(db);
    desk.app = await testWeb({ imports: [PapersModule], clock: desk.clock });
    vi.spyOn(desk.app.get(Authenticator, { strict: false }), 'authenticate').mockImplementation(
      async (token) => desk.known.get(token) ?? null,
    );
    return desk;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  someone(kind: 'person' | 'official', grants: Grant[]): Someone {
    const id = randomUUID();
    const token = `token-${id}`;
    this.known.set(token, { kind, id, grants, sessionId: null });
    return { id, token };
  }

  /** A household of a commune (07330: Phúc Hòa in Bắc Ninh, 24), and who heads it. */
  async household(commune = '07330', province = '24'): Promise<{ producer: string; head: Someone }> {
    const producer = randomUUID();
    await rows(
      this.db,
      `insert into identity.producer (id, kind, name, commune, province, folded, entered_how, created_at)
       values ($1, 'household', 'Hộ bà Tư', $2, $3, 'ho ba tu', 'self', $4)`,
      [producer, commune, province, this.clock.now()],
    );
    return { producer, head: this.someone('person', [{ role: 'producer', producer }]) };
  }

  async ask(
    who: Someone | undefined,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object | Buffer,
    type?: string,
  ) {
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        ...(who ? { authorization: `Bearer ${who.token}` } : {}),
        ...(type ? { 'content-type': type } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    const json = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      bytes: answer.rawPayload,
      body: json ? answer.json() : undefined,
    };
  }

  put(
    who: Someone,
    producer: string,
    bytes: Buffer,
    { id = randomUUID(), kind = 'food-safety-certificate', page = 1, replaces = '' }: Sending = {},
  ) {
    const address = `/producers/${producer}/papers/${id}?kind=${kind}&page=${page}${replaces && `&replaces=${replaces}`}`;
    return this.ask(who, 'PUT', address, bytes, 'image/jpeg');
  }

  /** A paper that was handed in, and what it is called. */
  async paper(
    who: Someone,
    producer: string,
    kind: PaperKind = 'food-safety-certificate',
    replaces = '',
  ): Promise<string> {
    const { status, body } = await this.put(
      who,
      producer,
      await photograph({ shade: Math.floor(Math.random() * 200) }),
      {
        kind,
        replaces,
      },
    );
    if (status !== 200) throw new Error(`not taken: ${JSON.stringify(body)}`);
    return body.id as string;
  }

  decide(who: Someone, id: string, expiresOn?: string) {
    const facts = expiresOn ? { expiresOn } : {};
    return this.ask(who, 'POST', `/papers/${id}/decision`, { result: 'verified', facts });
  }

  /** A fact that another context stated, heard by one listener. */
  async hear<T extends EventType>(
    listener: { handle(events: never[], tx: never): Promise<void> },
    type: T,
    subject: string,
    data: EventData<T>,
  ): Promise<void> {
    await inTx(this.db, async (tx) => {
      await record(tx, system('test'), type, subject, data);
      const event = {
        id: randomUUID(),
        type,
        version: 1,
        subject,
        actor: { kind: 'system', id: null },
        at: this.clock.now(),
        data,
      };
      await listener.handle([event] as never[], tx as never);
    });
  }

  stated(subject: string) {
    return rows<{ type: string; data: Record<string, unknown> }>(
      this.db,
      'select type, data from platform.event where subject = $1 order by id',
      [subject],
    );
  }

  looks(who: Someone) {
    return rows<{ subject: string; purpose: string }>(
      this.db,
      'select subject, purpose from platform.looked where actor_id = $1 order by at, subject',
      [who.id],
    );
  }
}
