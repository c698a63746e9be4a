import { randomUUID } from 'node:crypto';
import type { Grant, PaperKind } from '@chophien/contracts';
import { events, type EventType } from '../events.ts';
import { type Actor, type Authenticated, Authenticator } from '../platform/actor.ts';
import { dataSource, inTx, rows } from '../platform/database.ts';
import { type EventOf, type Listener, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { OnboardingModule } from './onboarding.module.ts';

type Class<T> = abstract new (...args: never[]) => T;
type Db = ReturnType<typeof dataSource>;

/** A household's head, who acts with what she was granted. */
export interface Who {
  id: string;
  phone: string;
  grants: Grant[];
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
// biome-ignore lint/suspicious/noExplicitAny: what is asserted says what it is
type Body = any;

let numbers = 100_000_000;
let heard = 0;

/** Onboarding on a database of its own, with people and officers who ask over HTTP. */
export const openOnboarding = async (url: string, db: Db, at = '2026-11-23T03:00:00Z') => {
  testEnv({ DATABASE_URL: url });
  subscribe(Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions);
  const clock = new TestClock(at);
  const people = new Map<string, Who & { kind: Actor['kind']; proved: boolean }>();
  const authenticate = (token: string): Promise<Authenticated | null> => {
    const who = people.get(token);
    return Promise.resolve(
      who
        ? { id: who.id, kind: who.kind, sessionId: null, grants: who.grants, provedAt: who.proved ? clock.now() : null }
        : null,
    );
  };
  const app = await testWeb({
    imports: [OnboardingModule],
    clock,
    providers: [],
  });
  // Identity binds the authenticator of the house; here people come with their grants.
  Object.assign(app.get(Authenticator, { strict: false }), { authenticate });

  // Nest knows the connection by its class; facts stated through it are of the test's clock.
  const own = app.get<Db>(db.constructor);

  const person = async (kind: 'person' | 'official', grants: Grant[] = [], phone = `+84${++numbers}`): Promise<Who> => {
    const id = randomUUID();
    await db.query(
      'insert into identity.person (id, kind, phone, name, is_demo, created_at) values ($1, $2, $3, $4, false, $5)',
      [id, kind, phone, 'Nguyễn Thị Mẫu', clock.now()],
    );
    const who = { id, kind, phone, grants, proved: true };
    people.set(`token-${id}`, who);
    return who;
  };
  const unproved = (who: Who): void => void (people.get(`token-${who.id}`)!.proved = false);

  const call = async (
    who: Who,
    method: Method,
    address: string,
    payload?: object,
  ): Promise<{ status: number; body: Body }> => {
    const headers = { authorization: `Bearer token-${who.id}` };
    const answer = await app.inject({ method, url: address, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const ok = async (who: Who, method: Method, address: string, payload?: object): Promise<Body> => {
    const { status, body } = await call(who, method, address, payload);
    if (status !== 200) throw new Error(`${method} ${address}: ${status} ${JSON.stringify(body)}`);
    return body;
  };

  /** A household begun by its head, who holds it from her next request on. */
  const household = async (
    given: { commune?: string; kind?: string; name?: string } = {},
  ): Promise<{ head: Who; id: string }> => {
    const head = await person('person');
    const id = randomUUID();
    const { commune = '07330', kind = 'household', name = 'Vườn vải bà Tư' } = given;
    await ok(head, 'POST', '/producers', { id, kind, name, head: 'Nguyễn Thị Tư', commune });
    head.grants.push({ role: kind === 'household' ? 'producer' : 'cooperative-manager', producer: id });
    return { head, id };
  };
  /** An answer given a second after what was done before it, or at another moment. */
  const answer = (who: Who, id: string, item: string, value: string | string[] | null, moment?: Date) => {
    clock.pass(1_000);
    const at = (moment ?? clock.now()).toISOString();
    return call(who, 'PUT', `/producers/${id}/answers`, { answers: [{ item, value, at }] });
  };
  const agree = async (head: Who, id: string): Promise<void> => {
    for (const purpose of ['trading-rules', 'selling']) {
      await ok(head, 'POST', `/producers/${id}/consents`, { purpose, version: '2026-07', agreed: true });
    }
  };
  let citizens = 1_000_000;
  const proof = (number = `02419${++citizens}`) => ({
    fullName: 'Nguyễn Thị Tư',
    citizenNumber: number,
    birthDate: '1968-04-30',
  });
  /** Everything but handing in. */
  const filled = async (head: Who, id: string, crops = ['lychee']): Promise<void> => {
    await answer(head, id, 'crops', crops);
    await answer(head, id, 'sub-area', 'Thôn Quất Du');
    await ok(head, 'PUT', `/producers/${id}/identity-proof`, proof());
    await agree(head, id);
  };
  const cashOnly = (head: Who, id: string) =>
    ok(head, 'PUT', `/producers/${id}/requirements/bank-account`, { basis: 'attested' });
  /** A household that may sell; and the officer who approved it. */
  const active = async (crops = ['flower_cut'], commune = '07330') => {
    const officer = await person('official', [{ role: 'commune-officer', commune }]);
    const { head, id } = await household({ commune });
    await filled(head, id, crops);
    await cashOnly(head, id);
    await ok(head, 'POST', `/producers/${id}/submission`);
    await ok(officer, 'POST', `/applications/${id}/verifications/identity`, { result: 'verified' });
    await ok(officer, 'POST', `/applications/${id}/approval`);
    return { officer, head, id };
  };

  /** A paper as papers would keep it. */
  const paper = async (
    producer: string,
    kind: PaperKind,
    state: string,
    expiresOn: string | null = null,
  ): Promise<string> => {
    const id = randomUUID();
    await db.query(
      `insert into papers.paper (id, producer, commune, province, kind, state, expires_on, handed_in_at, decided_at, reason)
       values ($1, $2, '07330', '24', $3, $4, $5, $6, case when $4 = 'waiting' then null else $6::timestamptz end,
         case when $4 = 'refused' then 'mờ' end)`,
      [id, producer, kind, state, expiresOn, clock.now()],
    );
    return id;
  };

  /** A listener hears a fact as the worker would bring it. */
  const hears = <T extends EventType>(
    listener: Class<Listener<T>>,
    type: T,
    subject: string,
    data: EventOf<T>['data'],
  ) => {
    const id = `00000000-0000-7000-8000-${String(++heard).padStart(12, '0')}`;
    const event = { id, type, version: 1, subject, actor: { kind: 'system', id: 'test' }, at: clock.now(), data };
    return inTx(own, (tx) => app.get<Listener<T>>(listener, { strict: false }).handle([event as EventOf<T>], tx));
  };
  const stated = (id: string) =>
    rows<{ type: EventType; data: Body; behalf: string | null }>(
      db,
      'select type, data, on_behalf_of as behalf from platform.event where subject = $1 order by at, id',
      [id],
    );
  const types = async (id: string) => (await stated(id)).map(({ type }) => type);
  const get = <T>(type: Class<T>): T => app.get<T>(type, { strict: false });

  return {
    clock,
    app,
    db,
    person,
    unproved,
    call,
    ok,
    household,
    answer,
    agree,
    proof,
    filled,
    cashOnly,
    active,
    paper,
    hears,
    stated,
    types,
    get,
  };
};
