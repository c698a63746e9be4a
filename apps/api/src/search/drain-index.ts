import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { log } from '../platform/log.ts';
import { waiting, written } from './dirty.ts';
import { Documents } from './documents.ts';
import { Engines } from './engines.ts';
import type { SearchEngine } from './search-engine.ts';

/** Listings written at once. */
const batch = 400;
/** Changes that come together are written together. */
const gathering = 150;

/**
 * Writes what waits, batch after batch, each listing as it is when it is read. Woken after every change and by the clock;
 * any number may run at once.
 */
@Injectable()
export class DrainIndex implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(
    private readonly db: DataSource,
    private readonly documents: Documents,
    private readonly engines: Engines,
  ) {}

  soon(): void {
    if (this.closed) return;
    if (this.running) this.again = true;
    else this.timer ??= setTimeout(() => void this.start(), gathering).unref();
  }

  /** By the clock, for what a killed process left. */
  async run(): Promise<void> {
    for (const engine of this.engines.all) await this.drain(engine);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private start(): Promise<void> {
    this.timer = undefined;
    this.running = this.run()
      .catch((error: unknown) => log.warn({ err: error }, 'the index waits for the clock'))
      .finally(() => {
        this.running = undefined;
        if (this.again) this.soon();
        this.again = false;
      });
    return this.running;
  }

  /** An engine that does not answer keeps its own waiting, and holds up no other. */
  private async drain(engine: SearchEngine): Promise<void> {
    try {
      for (let more = true; more; ) {
        more = false;
        const mine = await engine.alone(async (write) => {
          const marked = await waiting(this.db, engine.name, batch);
          if (marked.length === 0) return;
          await write(await this.documents.change(marked.map(({ offer }) => offer)));
          await written(this.db, engine.name, marked);
          more = marked.length === batch;
        });
        if (!mine) return;
      }
    } catch (error) {
      if (engine.name === 'postgresql') throw error;
      log.warn({ err: error, engine: engine.name }, 'the index there could not be written; it is tried again');
    }
  }
}
