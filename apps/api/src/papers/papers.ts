import type { PaperKind, PaperView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { AcceptPaper, type Sent } from './accept-paper.ts';
import { DestroyPapers } from './destroy-papers.ts';
import { PaperQueries } from './paper.queries.ts';

/** What other contexts may ask of papers. Who may ask is theirs to decide. */
@Injectable()
export class Papers {
  constructor(
    private readonly queries: PaperQueries,
    private readonly acceptPaper: AcceptPaper,
    private readonly destroyPapers: DestroyPapers,
  ) {}

  /** All papers of a producer, newest first; taken-back ones are left out. */
  of(db: DataSource | Tx, producer: string): Promise<PaperView[]> {
    return this.queries.ofAll(db, [producer]);
  }

  /** The same for many at once, by producer; those that have none are left out. */
  async ofAll(db: DataSource | Tx, producers: readonly string[]): Promise<Map<string, PaperView[]>> {
    return Map.groupBy(await this.queries.ofAll(db, producers), ({ producer }) => producer);
  }

  /** Those of the kinds that hold today: verified, and not past their last day. */
  verified(db: DataSource | Tx, producer: string, kinds: readonly PaperKind[]): Promise<PaperView[]> {
    return this.queries.verified(db, producer, kinds);
  }

  /**
   * Takes in one page: judged, drawn anew, scanned, sealed and stored. Not inside a transaction.
   * @throws Problem papers.unreadable, papers.too-large, papers.infected, papers.too-many, papers.illegal-step,
   * papers.not-found (another's id), communes.unknown, platform.busy
   */
  accept(actor: Actor, sent: Sent): Promise<PaperView> {
    return this.acceptPaper.run(actor, sent);
  }

  /** Their bytes and keys go, the rows stay; with the caller's transaction. */
  destroy(tx: Tx, actor: Actor, papers: readonly string[]): Promise<void> {
    return this.destroyPapers.of(tx, actor, papers);
  }
}
