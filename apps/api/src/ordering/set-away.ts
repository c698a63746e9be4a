import { type AwayView, type BodyOf, Problem, producersOf, type setAway } from '@chophien/contracts';
import { addDays, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { notFound } from './order.queries.ts';
import { longestAway } from './rule-at.ts';

/** Days on which a producer takes no orders: said by her, and taken back. What was ordered before still goes out. */
@Injectable()
export class SetAway {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Those that are not over, the soonest first. */
  async list(actor: Actor): Promise<{ items: AwayView[] }> {
    const items = await rows<AwayView>(this.db, mine, [
      producersOf(actor, 'parcel.handle'),
      vietnamDay(this.clock.now()),
    ]);
    return { items };
  }

  /** The same id again changes nothing. */
  async set(actor: Actor, id: string, { producer, from, to }: BodyOf<typeof setAway>): Promise<{ items: AwayView[] }> {
    if (!producersOf(actor, 'parcel.handle').includes(producer)) throw notFound();
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      if (to < vietnamDay(now)) throw wrong('to', 'a day to come');
      const longest = await longestAway(tx, now);
      if (to > addDays(from, longest - 1)) throw wrong('to', `at most ${longest} days`);
      const made = await rows(tx, insert, [id, producer, from, to, actor.id, now]);
      if (made.length > 0) await record(tx, actor, 'away.set', producer, { producer, from, to });
      else if ((await rows(tx, same, [id, producer, from, to])).length === 0) throw new Problem('ordering.id-used');
    });
    return this.list(actor);
  }

  async end(actor: Actor, id: string): Promise<{ items: AwayView[] }> {
    await inTx(this.db, async (tx) => {
      const [ended] = await rows<{ producer: string; from: string; to: string }>(tx, remove, [
        id,
        producersOf(actor, 'parcel.handle'),
      ]);
      if (!ended) throw notFound();
      await record(tx, actor, 'away.ended', ended.producer, ended);
    });
    return this.list(actor);
  }
}

const days = `producer, from_day::text as "from", to_day::text as "to"`;
const mine = `select id, ${days} from ordering.away where producer = any($1::uuid[]) and to_day >= $2::date
  order by from_day, id limit 200`;
const insert = `insert into ordering.away (id, producer, from_day, to_day, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (id) do nothing returning id`;
const same = 'select 1 from ordering.away where id = $1 and producer = $2 and from_day = $3 and to_day = $4';
const remove = `delete from ordering.away where id = $1 and producer = any($2::uuid[]) returning ${days}`;

const wrong = (field: string, message: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'custom', message }] });
