import { belongsTo } from '@chophien/contracts';
import { events, type EventData, type EventType } from '../events.ts';
import type { Actor } from './actor.ts';
import { clockOf, onCommit, rows, type Tx } from './database.ts';
import { wake } from './wake.ts';

/** A fact as a listener hears it. With several types, `type` tells which `data` it is. */
export type EventOf<T extends EventType = EventType> = {
  [K in T]: {
    id: string;
    type: K;
    version: number;
    /** The id of what the fact is about. */
    subject: string;
    /** `onBehalfOf`: the producer for whom somebody acted who does not belong to it. */
    actor: { kind: string; id: string | null; onBehalfOf?: string | null };
    at: Date;
    data: EventData<K>;
  };
}[T];

/**
 * Hears facts in the `inside` lane: its effect and the end of the outbox rows are one transaction, which the runner opens.
 * It may hear a fact late, out of order, and again after a failure; so it re-reads.
 */
export interface Listener<T extends EventType = EventType> {
  handle(events: EventOf<T>[], tx: Tx): Promise<void>;
}

/** Hears facts in the `outside` lane: no transaction is open, and what it does at another company must bear repeating. */
export interface OutsideListener<T extends EventType = EventType> {
  readonly lane: 'outside';
  handle(events: EventOf<T>[]): Promise<void>;
}

/** A class that listens; `static readonly lane = 'outside'` puts it in the outside lane. */
export type ListenerClass<T extends EventType = EventType> = (abstract new (
  ...args: never[]
) => Listener<T> | OutsideListener<T>) & { readonly lane?: 'inside' | 'outside' };

/** Who hears what: a missing event, or a listener for another one, does not compile. */
export type Subscriptions = { readonly [T in EventType]: readonly ListenerClass<T>[] };

export interface Subscription {
  name: string;
  lane: 'inside' | 'outside';
  types: EventType[];
  listener: ListenerClass<never>;
}

let heard: Map<EventType, { listeners: string[]; lanes: string[] }> | undefined;
const byName = new Map<string, Subscription>();

/** Says who hears what in this process. Called once, where the application is put together. */
export function subscribe(map: Subscriptions): void {
  byName.clear();
  heard = new Map();
  for (const [type, classes] of Object.entries(map) as [EventType, readonly ListenerClass<never>[]][]) {
    for (const listener of classes) {
      const known = byName.get(listener.name);
      if (known && known.listener !== listener) throw new Error(`two listeners are named ${listener.name}`);
      if (known?.types.includes(type)) throw new Error(`${listener.name} hears ${type} twice`);
      if (known) known.types.push(type);
      else byName.set(listener.name, { name: listener.name, lane: listener.lane ?? 'inside', types: [type], listener });
    }
    heard.set(type, {
      listeners: classes.map((listener) => listener.name),
      lanes: classes.map((listener) => listener.lane ?? 'inside'),
    });
  }
}

export const subscriptionsNow = (): ReadonlyMap<string, Subscription> => byName;

/**
 * States a fact in the caller's transaction, with one row for each listener that must hear it: both are there if, and
 * only if, the transaction commits. The worker is woken after the commit; if that is lost, its sweep finds the rows.
 */
export async function record<T extends EventType>(
  tx: Tx,
  actor: Actor,
  type: T,
  subject: string,
  data: EventData<T>,
): Promise<void> {
  const hearers = heard?.get(type);
  if (!hearers) throw new Error(`nobody said who hears ${type}: subscribe() was not called`);
  const { v, data: shape } = events[type];
  const onBehalfOf = behalf(actor, 'producer' in data && typeof data.producer === 'string' ? data.producer : subject);
  await rows(tx, statement, [
    type,
    v,
    subject,
    actor.kind,
    actor.id,
    JSON.stringify(shape.parse(data)),
    clockOf(tx.dataSource).now(),
    hearers.listeners,
    hearers.lanes,
    onBehalfOf,
  ]);
  if (hearers.listeners.length > 0) onCommit(tx, wake);
  if (onBehalfOf && actor.id && type !== 'delegate.acted') {
    await record(tx, actor, 'delegate.acted', onBehalfOf, {
      producer: onBehalfOf,
      person: actor.id,
      what: type,
      of: subject,
    });
  }
}

/** The producer for whom somebody acts who does not belong to it; null for who acts for herself. */
const behalf = (actor: Actor, producer: string): string | null =>
  actor.grants.some((grant) => grant.producer === producer) && !belongsTo(actor, producer) ? producer : null;

/** One round trip. What is due is the machinery's time, the database's own; only `at` is the time of the business. */
const statement = `
with stated as (
  insert into platform.event (type, v, subject, actor_kind, actor_id, data, at, on_behalf_of)
  values ($1, $2, $3, $4, $5, $6, $7, $10)
  returning id, at
)
insert into platform.outbox (event_id, event_at, listener, lane, subject)
select stated.id, stated.at, told.listener, told.lane, $3
from stated, unnest($8::text[], $9::text[]) as told (listener, lane)`;
