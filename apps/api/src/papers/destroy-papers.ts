import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { onCommit, rows, type Tx } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';

/**
 * Destroys papers: their keys go with the transaction, and with them whatever the bytes could say, in every backup too. The
 * bytes follow, after it or by the clock. The row stays, to say that there was a paper.
 */
@Injectable()
export class DestroyPapers {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, _actor: Actor, papers: readonly string[]): Promise<void> {
    if (papers.length === 0) return;
    await tx.query('update papers.page set key = null where paper = any($1::uuid[])', [papers]);
    await tx.query('update papers.paper set destroyed_at = coalesce(destroyed_at, $2) where id = any($1::uuid[])', [
      papers,
      this.clock.now(),
    ]);
    onCommit(tx, this.soon);
  }

  /** Deletes the bytes whose keys are gone. Safe to repeat, and beside itself. */
  async run(): Promise<void> {
    const gone = await rows<{ paper: string; page: number; object: string }>(
      this.db,
      'select paper, page, object from papers.page where key is null and object is not null order by paper limit 500',
    );
    for (const { paper, page, object } of gone) {
      if (await this.storage.exists(object)) await this.storage.delete(object);
      await rows(this.db, 'update papers.page set object = null where paper = $1 and page = $2 and key is null', [
        paper,
        page,
      ]);
    }
  }

  private readonly soon = (): void => {
    this.run().catch((error: unknown) => log.warn({ err: error }, 'bytes of destroyed papers are left to the clock'));
  };
}
