import { type FieldEntry, type FieldResult, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, refusalOf, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { ApplyEntry } from './field-apply.ts';
import { FieldPlace } from './field-place.ts';
import { applied, type Said, saidOf } from './field-said.ts';
import { FieldViews } from './field-views.ts';
import { clockOff, contentOf, onOurClock } from './field.rules.ts';

/**
 * Takes one entry of a helper's queue. What it did and that it was done are saved together under the id the phone made, so the
 * same entry again (a killed request, a closed browser) is done once. A refusal is no end: the same entry may be tried again.
 */
@Injectable()
export class SendFieldEntry {
  constructor(
    private readonly db: DataSource,
    private readonly apply: ApplyEntry,
    private readonly place: FieldPlace,
    private readonly views: FieldViews,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem caseload.entry-changed for the same id with another content, caseload.not-found for somebody else's, and
   * whatever will pass by itself (platform.busy …): those are no answer, and the phone tries again
   */
  async run(actor: Actor, entry: FieldEntry): Promise<FieldResult> {
    const hash = sha256(contentOf(entry));
    const said = await this.once(actor, entry, hash).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return this.refused(actor, entry, { hash, problem: error.problem });
    });
    return { id: entry.id, ...said, household: await this.household(actor, entry.household) };
  }

  private once(actor: Actor, entry: FieldEntry, hash: string): Promise<Said> {
    return inTx(this.db, async (tx) => {
      // The entries of one household one after another, whichever phone they come from.
      await rows(tx, `select pg_advisory_xact_lock(hashtextextended('caseload.field ' || $1, 0))`, [entry.household]);
      if ((await this.known(tx, actor, entry, hash)) === 'applied') return applied;
      const said = await this.apply.run(tx, actor, entry).catch((error: unknown) => {
        const problem = refusalOf(error);
        throw problem && !passes(problem) ? new Refused(problem) : error;
      });
      await this.note(tx, actor, entry, { hash, ...said });
      return said;
    });
  }

  private async refused(
    actor: Actor,
    entry: FieldEntry,
    { hash, problem }: { hash: string; problem: Problem },
  ): Promise<Said> {
    const said = saidOf(problem);
    await inTx(this.db, (tx) => this.note(tx, actor, entry, { hash, ...said }));
    return said;
  }

  private async known(tx: Tx, actor: Actor, { id }: FieldEntry, hash: string): Promise<string | undefined> {
    const [known] = await rows<{ helper: string; hash: string; outcome: string }>(
      tx,
      'select helper, hash, outcome from caseload.field_entry where id = $1',
      [id],
    );
    if (known && known.helper !== actor.id) throw new Problem('caseload.not-found');
    if (known && known.hash !== hash) throw new Problem('caseload.entry-changed');
    return known?.outcome;
  }

  private async note(tx: Tx, actor: Actor, entry: FieldEntry, said: Said & { hash: string }): Promise<void> {
    const now = this.clock.now();
    const at = onOurClock(entry.at, clockOff(entry.sent, now), now);
    await rows(
      tx,
      `insert into caseload.field_entry as known (id, helper, household, kind, hash, at, received_at, outcome, reason, reading,
         tries) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
       on conflict (id) do update set received_at = excluded.received_at, outcome = excluded.outcome, reason = excluded.reason,
         tries = least(known.tries + 1, 32000)
       where known.helper = excluded.helper and known.hash = excluded.hash and known.outcome <> 'applied'`,
      [
        entry.id,
        actor.id,
        entry.household,
        entry.kind,
        said.hash,
        at,
        now,
        said.outcome,
        said.problem?.code ?? null,
        'reading' in entry.body ? entry.body.reading : null,
      ],
    );
  }

  /** As it stands now, if it is one of hers. */
  private async household(actor: Actor, id: string): Promise<FieldResult['household']> {
    try {
      const household = await this.place.household(this.db, actor, id);
      await inTx(this.db, (tx) => this.place.noteLooks(tx, actor, [id]));
      return (await this.views.ofRecords(actor, [household]))[0] ?? null;
    } catch (error) {
      if (error instanceof Problem && error.code === 'caseload.not-found') return null;
      throw error;
    }
  }
}

/** Carries a refusal out of the transaction it undoes. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** What is over in a while says nothing about the entry. */
const passes = ({ code, status }: Problem): boolean =>
  code.startsWith('platform.') && (status === 429 || status >= 500);
