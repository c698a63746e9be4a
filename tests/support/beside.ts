import { randomUUID } from 'node:crypto';
import type { Grant } from '@chophien/contracts';
import { CommunesModule } from '../../apps/api/src/communes/index.ts';
import { events } from '../../apps/api/src/events.ts';
import { EnterProducer, IdentityModule, RegisterPerson } from '../../apps/api/src/identity/index.ts';
import { type Actor, type Authenticated, Authenticator, system } from '../../apps/api/src/platform/actor.ts';
import { dataSource, inTx, rows } from '../../apps/api/src/platform/database.ts';
import { subscribe, type Subscriptions } from '../../apps/api/src/platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../../apps/api/src/platform/testing.ts';

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;

type Class<T> = abstract new (...args: never[]) => T;
type Db = ReturnType<typeof dataSource>;

/** Households, and the people who stand beside them, in a house of a few contexts on a database of its own. */
export class Beside {
  readonly clock: TestClock;
  readonly app: Awaited<ReturnType<typeof testWeb>>;
  readonly db: Db;
  private readonly tokens: Map<string, Actor>;
  private phones = 0;

  private constructor(app: Beside['app'], clock: TestClock, tokens: Map<string, Actor>, db: Db) {
    this.app = app;
    this.clock = clock;
    this.tokens = tokens;
    this.db = db;
  }

  static async open(
    url: string,
    { imports = [], heard = {} }: { imports?: Class<unknown>[]; heard?: Partial<Subscriptions> } = {},
  ): Promise<Beside> {
    testEnv({ DATABASE_URL: url });
    const clock = new TestClock('2026-11-23T02:00:00Z');
    const tokens = new Map<string, Actor>();
    subscribe({ ...nobody, ...heard });
    const app = await testWeb({ imports: [CommunesModule, IdentityModule, ...(imports as never[])], clock });
    // How sessions are opened is identity's to test: here a token stands for whoever was given it, who proved herself just now.
    const authenticator = app.get(Authenticator, { strict: false });
    authenticator.authenticate = async (token) => {
      const who = tokens.get(token) as Authenticated | undefined;
      return who ? { ...who, provedAt: clock.now() } : null;
    };
    const DataSource = dataSource(url).constructor as Class<Db>;
    return new Beside(app, clock, tokens, app.get(DataSource));
  }

  get<T>(type: Class<T>): T {
    return this.app.get(type, { strict: false });
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Someone known by a number of her own, who asks with a token of her own. */
  async person(
    grants: readonly Grant[] = [],
    kind: 'person' | 'official' = 'person',
    name = 'Chị Mẫu',
  ): Promise<Actor> {
    const phone = `+8496${String(++this.phones).padStart(7, '0')}`;
    const { id } = await inTx(this.db, (tx) => this.get(RegisterPerson).run(tx, system('test'), { phone, name }));
    return this.holder(id, grants, kind);
  }

  /** The same person with other grants: another token. */
  holder(id: string, grants: readonly Grant[], kind: Actor['kind'] = 'person'): Actor {
    const sessionId = randomUUID();
    const actor: Actor = { kind, id, grants, sessionId, address: '127.0.0.1', requestId: 'test' };
    this.tokens.set(sessionId, actor);
    return actor;
  }

  /** A household that was entered, and its owner. */
  async household(name: string, commune = '07330'): Promise<{ id: string; owner: Actor }> {
    const id = randomUUID();
    const { id: person } = await this.person([], 'person', name);
    await inTx(this.db, (tx) =>
      this.get(EnterProducer).run(tx, system('test'), {
        id,
        kind: 'household',
        name,
        commune,
        how: 'self',
        owner: person,
      }),
    );
    return { id, owner: this.holder(person as string, [{ role: 'producer', producer: id }]) };
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

  /** What was stated, in order. */
  stated(type: string): Promise<{ subject: string; data: Record<string, unknown> }[]> {
    return rows(this.db, 'select subject, data from platform.event where type = $1 order by at, id', [type]);
  }
}
