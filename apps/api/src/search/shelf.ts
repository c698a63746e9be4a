import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import type { Entry } from './columns.rules.ts';
import { Shelf } from './shelf.rules.ts';

type Row = Entry & { version: number };

/** Rows taken at once, so that a process that fills its columns goes on answering. */
const batch = 2_000;
/** Milliseconds after which it looks by itself, so that a new index is not for a visitor to wait for. */
const glance = 5_000;

/** The columns of this process, brought up to what the database holds before each question: a change costs its own row. */
@Injectable()
export class ShelfNow implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly shelf = new Shelf();
  private seen = { version: -1, number: -1 };
  private running: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  constructor(private readonly db: DataSource) {}

  /** Begun at the start, so that the first to ask does not wait for all of it. */
  onApplicationBootstrap(): void {
    const look = () => {
      this.now().catch((error: unknown) => log.warn({ err: error }, 'search could not be brought up to date'));
    };
    look();
    this.timer = setInterval(look, glance).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Another one after each change. */
  get state(): string {
    return `${this.seen.version} ${this.seen.number}`;
  }

  async now(): Promise<Shelf> {
    // One look at a time. Whoever comes while one is on its way waits for the next, which sees all that was written before.
    if (this.running) {
      this.next ??= this.running
        .catch(() => undefined)
        .then(() => {
          this.next = undefined;
          return this.start();
        });
      await this.next;
    } else await this.start();
    return this.shelf;
  }

  private start(): Promise<void> {
    this.running = this.read().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async read(): Promise<void> {
    for (;;) {
      const found = await rows<Row>(this.db, newer, [this.seen.version, this.seen.number, batch]);
      for (const row of found) this.shelf.put(row);
      const last = found.at(-1);
      if (last) this.seen = { version: last.version, number: last.number };
      if (found.length < batch) return;
    }
  }
}

/** Batches are committed one after the other, so nothing with an earlier version can still come. */
const newer = `select number, version, id, shown, categories, commune, province, producer, storage, kind, stars, price,
    in_season as "inSeason", delivery, attributes, published_at as "publishedAt"
  from search.document where (version, number) > ($1::bigint, $2::integer)
  order by version, number limit $3`;
