import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { rows } from './database.ts';
import { env } from './env.ts';
import { Lanes } from './lanes.ts';
import { log } from './log.ts';
import { channel } from './wake.ts';

const batch = 200;
/** Rows taken in one sweep, for all listeners together. */
const most = 2_000;
/** A lane with this many jobs waiting is full: its rows stay where they are. */
const full = 40;

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
    const claimed = await rows<Claimed>(this.db, claim, [open, most]);
    let offered = 0;
    for (const lane of open) {
      const jobs = claimed
        .filter((group) => group.lane === lane)
        .flatMap(({ listener, ids, again }) =>
          [...chunks(ids, lane === 'outside' ? 20 : batch), ...again.map((id) => [id])].map((some) => ({
            name: listener,
            data: { listener, rows: some },
          })),
        );
      if (jobs.length === 0) continue;
      try {
        await this.lanes.add(lane, jobs);
      } catch (error) {
        await rows(this.db, giveBack, [jobs.flatMap((job) => job.data.rows)]);
        throw error;
      }
      offered += jobs.reduce((sum, job) => sum + job.data.rows.length, 0);
    }
    this.lastClaim = new Date();
    return offered;
  }

  /** Counting a lane's jobs costs a query, so it is done only while there is much to carry. */
  private async openLanes(): Promise<('inside' | 'outside')[]> {
    const both = ['inside', 'outside'] as const;
    if (!this.busy) return [...both];
    const waiting = await Promise.all(both.map((lane) => this.lanes.queue(lane).getJobCounts('waiting')));
    return both.filter((_, index) => (waiting[index]?.waiting ?? 0) < full);
  }

  private busy = false;

  private async loop(): Promise<void> {
    while (!this.stopping) {
      try {
        const offered = await this.sweep();
        this.busy = offered >= batch;
        await this.rest(this.busy ? 50 : 1_000);
      } catch (error) {
        log.warn({ err: error }, 'the relay could not carry');
        await this.rest(1_000, true);
      }
    }
  }

  /** Until called, or the time is over. Never less than 50 ms, so that what happens together is carried together. */
  private async rest(longest: number, deaf = false): Promise<void> {
    const shortest = 50;
    await new Promise((resume) => setTimeout(resume, shortest));
    if ((this.called && !deaf) || this.stopping) {
      this.called = false;
      return;
    }
    await new Promise<void>((resume) => {
      const timer = setTimeout(resume, longest - shortest);
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
  select id from platform.outbox
  where dead_at is null and lane = any($1::text[]) and due_at <= now()
  order by due_at
  limit $2
  for update skip locked
), taken as (
  update platform.outbox row
  set due_at = now() + interval '30 seconds' * (1 + random() * 0.2), offers = least(row.offers + 1, 30000)
  from due where row.id = due.id
  returning row.id, row.lane, row.listener, row.offers
)
select lane, listener,
  coalesce(array_agg(id order by id) filter (where offers <= 3), '{}')::bigint[] as ids,
  coalesce(array_agg(id order by id) filter (where offers > 3), '{}')::bigint[] as again
from taken group by lane, listener`;

/** The queue took nothing: that says nothing about the rows. */
const giveBack = `update platform.outbox
  set due_at = now() + interval '2 seconds', offers = greatest(offers - 1, 0) where id = any($1::bigint[])`;

const chunks = (ids: number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size));
