import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { rows } from './database.ts';
import { env } from './env.ts';
import { Lanes } from './lanes.ts';
import { log } from './log.ts';
import { channel } from './wake.ts';

const batch = { inside: 200, outside: 20 } as const;
/** So many rows in one sweep mean that more are coming just now. */
const many = 20;
/** Rows of each lane taken in one sweep. */
const most = { inside: 2_000, outside: 160 } as const;
/** A lane with this many jobs waiting is full: its rows stay where they are, instead of being offered again and again. */
const full = { inside: 40, outside: 8 } as const;

/**
 * SQL: offered so often without an answer that it may be what ends its workers. A row for another company may wait long
 * for a slow one before it, so it is suspected later.
 */
export const vanished = `offers > case lane when 'outside' then 20 else 3 end`;

interface Claimed {
  lane: 'inside' | 'outside';
  listener: string;
  ids: number[];
  /** Rows that came back several times: each goes alone, so that one that kills its worker cannot take others along. */
  again: number[];
}

/**
 * Carries due outbox rows to their lanes: at a NOTIFY, and each second anyhow. A row it offered is offered again after
 * 30 s if it is still there, so a wiped queue or a killed worker loses only time. Any number may run at once.
 */
@Injectable()
export class Relay {
  private listening: pg.Client | undefined;
  private woken: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private stopping = false;
  private called = false;
  private counted: { at: number; open: Promise<('inside' | 'outside')[]> } = { at: 0, open: Promise.resolve([]) };
  /** When rows were last looked for and could be carried; the worker's health. */
  lastClaim: Date | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly lanes: Lanes,
  ) {}

  start(): void {
    this.stopping = false;
    this.running = this.loop();
    void this.listen();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.woken?.();
    await this.running;
    await this.listening?.end().catch(() => undefined);
    this.listening = undefined;
  }

  /** One sweep; answers how many rows were offered. */
  async sweep(): Promise<number> {
    const open = await this.openLanes();
    if (open.length === 0) return 0;
    const claimed = await rows<Claimed>(this.db, claim, [open, open.map((lane) => most[lane])]);
    try {
      for (const lane of open) {
        const jobs = claimed.filter((group) => group.lane === lane).flatMap(jobsOf);
        if (jobs.length > 0) await this.lanes.add(lane, jobs);
      }
    } catch (error) {
      await rows(this.db, giveBack, [claimed.flatMap(({ ids, again }) => [...ids, ...again])]);
      throw error;
    }
    this.lastClaim = new Date();
    return claimed.reduce((sum, { ids, again }) => sum + ids.length + again.length, 0);
  }

  /** The lanes that are not full; counted at most once a second. */
  private openLanes(): Promise<('inside' | 'outside')[]> {
    if (Date.now() - this.counted.at > 900) this.counted = { at: Date.now(), open: this.countLanes() };
    return this.counted.open;
  }

  private async countLanes(): Promise<('inside' | 'outside')[]> {
    const waiting = await this.lanes.waiting();
    return (['inside', 'outside'] as const).filter((lane) => waiting[lane] < full[lane]);
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      try {
        const offered = await this.sweep();
        await this.rest(offered >= batch.inside ? 50 : 1_000, { shortest: offered >= many ? 250 : 50 });
      } catch (error) {
        log.warn({ err: error }, 'the relay could not carry');
        await this.rest(1_000, { deaf: true });
      }
    }
  }

  /**
   * Until called, or the time is over. Never less than `shortest`, so that what happens together is carried together: while
   * much happens, a quarter of a second makes a few large jobs out of many small ones.
   */
  private async rest(longest: number, { shortest = 50, deaf = false } = {}): Promise<void> {
    await new Promise((resume) => setTimeout(resume, shortest));
    if ((this.called && !deaf) || this.stopping) {
      this.called = false;
      return;
    }
    await new Promise<void>((resume) => {
      const timer = setTimeout(resume, Math.max(0, longest - shortest));
      this.woken = () => {
        clearTimeout(timer);
        resume();
      };
    });
    this.woken = undefined;
    this.called = false;
  }

  private async listen(): Promise<void> {
    if (this.stopping) return;
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      keepAlive: true,
      application_name: 'cho-phien relay',
    });
    client.on('notification', () => {
      this.called = true;
      this.woken?.();
    });
    const again = () => {
      if (this.listening !== client || this.stopping) return;
      this.listening = undefined;
      setTimeout(() => void this.listen(), 1_000).unref();
    };
    client.on('error', again);
    client.on('end', again);
    this.listening = client;
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (error) {
      log.warn({ err: error }, 'the relay cannot listen; it sweeps');
      again();
    }
  }
}

/** Takes due rows nobody else is taking, lets them alone for 30 s, and says whose they are. */
const claim = `
with due as materialized (
  select found.id from unnest($1::text[], $2::int[]) as open (lane, most), lateral (
    select id from platform.outbox
    where dead_at is null and lane = open.lane and due_at <= now()
    order by due_at
    limit open.most
    for update skip locked
  ) found
), taken as (
  update platform.outbox row
  set due_at = now() + interval '30 seconds' * (1 + random() * 0.2), offers = least(row.offers + 1, 30000)
  from due where row.id = due.id
  returning row.id, row.lane, row.listener, row.offers
)
select lane, listener,
  coalesce(array_agg(id order by id) filter (where not (${vanished})), '{}')::bigint[] as ids,
  coalesce(array_agg(id order by id) filter (where ${vanished}), '{}')::bigint[] as again
from taken group by lane, listener`;

/** The queue took nothing: that says nothing about the rows. */
const giveBack = `update platform.outbox
  set due_at = now() + interval '2 seconds', offers = greatest(offers - 1, 0) where id = any($1::bigint[])`;

const jobsOf = ({ lane, listener, ids, again }: Claimed) =>
  [...chunks(ids, batch[lane]), ...again.map((id) => [id])].map((some) => ({
    name: listener,
    data: { listener, rows: some },
  }));

const chunks = (ids: number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size));
