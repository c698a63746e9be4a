import type { PaperKind, PaperView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import type { Waiting } from '../platform/waiting.ts';
import { AcceptPaper, type Sent } from './accept-paper.ts';
import { DecidePaper } from './decide-paper.ts';
import { DestroyPapers } from './destroy-papers.ts';
import { PaperQueries } from './paper.queries.ts';
import { WaitingPapers } from './waiting.queries.ts';

/** What other contexts may ask of papers. Who may ask is theirs to decide. */
@Injectable()
export class Papers {
  constructor(
    private readonly queries: PaperQueries,
    private readonly acceptPaper: AcceptPaper,
    private readonly destroyPapers: DestroyPapers,
    private readonly waits: WaitingPapers,
    private readonly decidePaper: DecidePaper,
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

  /**
   * An official looked at these papers where she checks what they are for: those that wait are decided like that, so that nobody
   * is asked to look at them again. With the caller's transaction.
   */
  decide(
    tx: Tx,
    actor: Actor,
    papers: readonly string[],
    found: { result: 'verified' | 'refused'; reason?: string | undefined },
  ): Promise<void> {
    return this.decidePaper.waiting(tx, actor, papers, found);
  }

  /** How many papers of an official's area wait to be checked, run out soon, or have run out. */
  waiting(actor: Actor): Promise<Record<'waiting' | 'expiring' | 'expired', Waiting>> {
    return this.waits.of(actor);
  }

  /** Their bytes and keys go, the rows stay; with the caller's transaction. */
  destroy(tx: Tx, actor: Actor, papers: readonly string[]): Promise<void> {
    return this.destroyPapers.of(tx, actor, papers);
  }
}
