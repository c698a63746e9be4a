import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { given, inTx, refusalOf, rows, type Tx } from './database.ts';
import { inLog, log } from './log.ts';
import { listenerDuration } from './metrics.ts';
import { vanished } from './relay.ts';
import { type EventOf, type Listener, type OutsideListener, type Subscription, subscriptionsNow } from './outbox.ts';

/** After this many failures a row is dead: an operator reads why, and replays it. */
export const mostAttempts = 8;

interface Row {
  id: number;
  offers: number;
  attempts: number;
  event_id: string;
  event_at: Date;
}

/**
 * Runs one job: gives a listener its events, and ends their outbox rows in the same transaction. When a batch fails, each
 * row is tried alone, so that one bad row cannot hold the others.
 */
@Injectable()
export class Runner {
  private readonly instances = new Map<string, Listener<never> | OutsideListener<never>>();

  constructor(
    private readonly db: DataSource,
    private readonly modules: ModuleRef,
  ) {}

  async run(listener: string, ids: number[]): Promise<void> {
    const subscription = subscriptionsNow().get(listener);
    if (!subscription) return log.warn({ listener }, 'unknown here: left for a worker that knows it');
    if (ids.length === 1) await rows(this.db, counting, [ids[0], mostAttempts]);
    const end = listenerDuration.startTimer({ listener });
    await inLog({ listener }, () =>
      subscription.lane === 'inside' ? this.inside(subscription, ids) : this.outside(subscription, ids),
    );
    end();
  }

  /** Every listener must be one provider, no more, no less; else the worker does not start. */
  check(): void {
    for (const { name } of subscriptionsNow().values()) this.instance(name);
  }

  private instance(name: string): Listener<never> | OutsideListener<never> {
    const known = this.instances.get(name);
    if (known) return known;
    const { listener } = subscriptionsNow().get(name) as Subscription;
    let found: Set<unknown>;
    try {
      found = new Set(this.modules.get<unknown>(listener, { strict: false, each: true }));
    } catch {
      throw new Error(`the listener ${name} is subscribed but no module provides it`);
    }
    if (found.size > 1) throw new Error(`the listener ${name} is provided by ${found.size} modules`);
    const [only] = found as Set<Listener<never>>;
    this.instances.set(name, only as Listener<never>);
    return only as Listener<never>;
  }

  private async inside(subscription: Subscription, ids: number[]): Promise<void> {
    const listener = this.instance(subscription.name) as Listener;
    const attempt = (some: number[]) =>
      inTx(this.db, async (tx) => {
        const taken = await rows<Row>(tx, taking, [some]);
        if (taken.length === 0) return;
        await listener.handle(await load(tx, taken), tx);
        await tx.query('delete from platform.outbox where id = any($1::bigint[])', [taken.map((row) => row.id)]);
      });
    await this.each(subscription, ids, attempt);
  }

  private async outside(subscription: Subscription, ids: number[]): Promise<void> {
    const listener = this.instance(subscription.name) as OutsideListener;
    const attempt = async (some: number[]) => {
      const taken = await rows<Row>(this.db, leasing, [some]);
      if (taken.length === 0) return;
      const mine = taken.map((row) => row.id);
      const renew = setInterval(() => {
        rows(this.db, renewing, [mine]).catch((error: unknown) => log.warn({ err: error }, 'lease not renewed'));
      }, 40_000);
      try {
        await listener.handle(await load(this.db, taken));
      } finally {
        clearInterval(renew);
      }
      await rows(this.db, 'delete from platform.outbox where id = any($1::bigint[])', [mine]);
    };
    await this.each(subscription, ids, attempt);
  }

  private async each(
    subscription: Subscription,
    ids: number[],
    attempt: (some: number[]) => Promise<void>,
  ): Promise<void> {
    try {
      return await attempt(ids);
    } catch (error) {
      if (isOurs(error)) throw error;
      if (ids.length === 1) return this.failed(ids[0] as number, subscription, error);
    }
    if (subscription.lane === 'outside') await rows(this.db, releasing, [ids]);
    for (const id of ids) {
      try {
        await attempt([id]);
      } catch (error) {
        if (isOurs(error)) throw error;
        await this.failed(id, subscription, error);
      }
    }
  }

  /** A refusal is a decision, not a fault: it is not tried again. A fault is, later and later. */
  private async failed(id: number, subscription: Subscription, error: unknown): Promise<void> {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : 'not an error';
    const [row] = await rows<{ attempts: number; dead: boolean }>(this.db, failing, [
      id,
      text.slice(0, 500),
      isDecision(error),
      mostAttempts,
    ]);
    log[row?.dead ? 'error' : 'warn'](
      { err: error, listener: subscription.name, row: id, attempts: row?.attempts, dead: row?.dead },
      'a listener failed',
    );
  }
}

/** A refusal, and not one that says that somebody could not be reached. */
const isDecision = (error: unknown): boolean => error instanceof Problem && error.status < 500;

/** The database is away, or the lane is being stopped: says nothing about the listener. */
const isOurs = (error: unknown): boolean => refusalOf(error)?.code === 'platform.busy';

/** The events of these rows, in the order they were stated, read from the months they happened in. */
const load = async (tx: Tx | DataSource, taken: Row[]): Promise<EventOf[]> => {
  const times = taken.map((row) => row.event_at.getTime());
  const found = await rows<StoredEvent>(tx, events, [
    taken.map((row) => row.event_id),
    new Date(Math.min(...times)),
    new Date(Math.max(...times) + 1),
  ]);
  if (found.length !== new Set(taken.map((row) => row.event_id)).size) throw new Error('an event is missing');
  return found.map(
    ({ v, actor_kind, actor_id, on_behalf_of, ...event }) =>
      ({ ...event, version: v, actor: { kind: actor_kind, id: actor_id, onBehalfOf: on_behalf_of } }) as EventOf,
  );
};

interface StoredEvent {
  id: string;
  type: string;
  v: number;
  subject: string;
  actor_kind: string;
  actor_id: string | null;
  on_behalf_of: string | null;
  data: unknown;
  at: Date;
}

const columns = 'id, offers, attempts, event_id, event_at';
const taking = `select ${columns} from platform.outbox
  where id = any($1::bigint[]) and dead_at is null order by id for update skip locked`;
/** A row another runner holds is due in more than 40 s, one that was only offered in less. */
const leasing = `with mine as materialized (
    select id from platform.outbox
    where id = any($1::bigint[]) and dead_at is null and due_at < now() + interval '40 seconds'
    order by id for update skip locked
  )
  update platform.outbox row set due_at = now() + interval '120 seconds' from mine where row.id = mine.id
  returning ${columns.replaceAll(/\w+/g, 'row.$&')}`;
const renewing = `update platform.outbox set due_at = now() + interval '120 seconds' where id = any($1::bigint[])`;
const releasing = `update platform.outbox set due_at = now() + interval '30 seconds' where id = any($1::bigint[])`;
/** A row that was offered again and again and never answered may be what kills its worker: it is counted before it runs. */
const counting = `with mine as materialized (
    select id from platform.outbox where id = $1 and ${vanished} and dead_at is null for update skip locked
  )
  update platform.outbox row set
    attempts = row.attempts + 1,
    last_error = coalesce(row.last_error, 'its worker ended without an answer'),
    dead_at = case when row.attempts >= $2 then now() end
  from mine where row.id = mine.id`;
const failing = `update platform.outbox set
    attempts = attempts + case when ${vanished} then 0 else 1 end,
    offers = 0,
    last_error = $2,
    dead_at = case when $3 or attempts + case when ${vanished} then 0 else 1 end >= $4 then now() end,
    due_at = now() + least(interval '1 second' * 2 ^ attempts, interval '10 minutes') * (0.5 + random())
  where id = $1 returning attempts, dead_at is not null as dead`;
const events = `select id, type, v, subject, actor_kind, actor_id, on_behalf_of, data, at from platform.event
  where id = any(${given('$1::uuid[]')}) and at >= ${given('$2::timestamptz')} and at < ${given('$3::timestamptz')} order by at, id`;
