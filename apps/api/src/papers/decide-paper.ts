import { type BodyOf, type decidePaper, isCitizenCard, type PaperView, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { datesMustBe } from './describe-paper.ts';
import { PaperQueries } from './paper.queries.ts';
import { isSingle } from './paper.rules.ts';
import { type PaperRow, paperColumns, paperView } from './paper.sql.ts';

type Decision = BodyOf<typeof decidePaper>;

/** Keeps what checking a paper showed. Once verified it takes the place of the one before it. */
@Injectable()
export class DecidePaper {
  constructor(
    private readonly db: DataSource,
    private readonly papers: PaperQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem papers.not-found, papers.illegal-step, platform.invalid-input (no reason, or it has already expired) */
  run(actor: Actor, id: string, { result, reason, facts }: Decision): Promise<PaperView> {
    const today = vietnamDay(this.clock.now());
    if (result === 'refused' && !reason) throw invalid('reason', 'required', 'why it was refused');
    return inTx(this.db, async (tx) => {
      await rows(tx, 'select 1 from papers.paper where id = $1 for update', [id]);
      const paper = await this.papers.checkable(tx, actor, id);
      if (isCitizenCard(paper.kind)) throw new Problem('papers.illegal-step', { kind: paper.kind });
      const read = {
        number: facts.number ?? paper.number,
        issuer: facts.issuer ?? paper.issuer,
        issuedOn: facts.issuedOn ?? paper.issuedOn,
        expiresOn: facts.expiresOn ?? paper.expiresOn,
      };
      datesMustBe(read, today);
      if (result === 'verified' && read.expiresOn && read.expiresOn < today) {
        throw invalid('facts.expiresOn', 'past', 'a paper that still holds');
      }
      return this.keep(tx, actor, paper, { result, reason, read });
    });
  }

  /**
   * Decides those of these papers that wait as somebody decided who looked at them elsewhere, with what is known of them. Left
   * waiting are citizen cards, and what is said to hold but has expired: its date must be read again.
   */
  async waiting(
    tx: Tx,
    actor: Actor,
    ids: readonly string[],
    { result, reason }: Pick<Decision, 'result' | 'reason'>,
  ): Promise<void> {
    const today = vietnamDay(this.clock.now());
    const found = await rows<PaperRow>(
      tx,
      `select ${paperColumns} from papers.paper paper
       where id = any($1::uuid[]) and state = 'waiting' and destroyed_at is null order by id for update`,
      [ids],
    );
    for (const paper of found) {
      const over = paper.expiresOn !== null && paper.expiresOn < today;
      if (isCitizenCard(paper.kind) || (result === 'verified' && over)) continue;
      await this.keep(tx, actor, paper, { result, reason, read: paper });
    }
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    paper: PaperRow,
    { result, reason, read }: Pick<Decision, 'result' | 'reason'> & { read: Read },
  ): Promise<PaperView> {
    const { id, producer, commune, kind } = paper;
    const now = this.clock.now();
    const decided = await rows(
      tx,
      `update papers.paper set state = $2, reason = $3, number = $4, issuer = $5, issued_on = $6, expires_on = $7,
           decided_at = $8, decided_by = $9
         where id = $1 and state = 'waiting' and destroyed_at is null returning id`,
      [id, result, reason ?? null, read.number, read.issuer, read.issuedOn, read.expiresOn, now, actor.id],
    );
    if (decided.length === 0) throw new Problem('papers.illegal-step', { state: paper.state });
    const fact = { producer, commune, kind, expiresOn: read.expiresOn };
    if (result === 'verified') {
      await replaceFormer(tx, paper);
      await record(tx, actor, 'paper.verified', id, fact);
    } else {
      await record(tx, actor, 'paper.refused', id, { ...fact, reason: reason ?? '' });
    }
    const [row] = await rows<PaperRow>(tx, `select ${paperColumns} from papers.paper paper where id = $1`, [id]);
    return paperView(row as PaperRow, now);
  }
}

type Read = Pick<PaperRow, 'number' | 'issuer' | 'issuedOn' | 'expiresOn'>;

/** Of a kind of which there is one, all that were handed in before; else the one it was handed in for. */
const replaceFormer = async (tx: Tx, { id, producer, kind, replaces, handedInAt }: PaperRow): Promise<void> => {
  await tx.query(
    `update papers.paper set state = 'replaced', replaced_by = $1
     where producer = $2 and kind = $3 and id <> $1 and state in ('verified', 'expired')
       and case when $4::boolean then handed_in_at <= $5 else id = $6::uuid end`,
    [id, producer, kind, isSingle(kind), handedInAt, replaces],
  );
};

const invalid = (field: string, rule: string, message: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule, message }] });
