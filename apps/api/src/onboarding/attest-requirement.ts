import {
  type ApplicationDetail,
  type attestRequirement,
  type BodyOf,
  type PaperKind,
  Problem,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Papers } from '../papers/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { isOpen } from './application.rules.ts';
import { type Basis, basisProblem } from './attestation.rules.ts';
import { requirementsOf } from './facts.ts';
import { lockOwn, onBehalf } from './lock-application.ts';
import { clearRemarks } from './open-remarks.ts';
import type { Attestation } from './requirement.entity.ts';
import { addMonths, inForce } from './requirements.rules.ts';
import { personOf } from './save-answers.ts';
import { Weigh } from './weigh.ts';

type Known = Pick<Attestation, 'basis' | 'paper' | 'reason' | 'state'>;

/** Takes down how a requirement is met. What an official must check waits; what is attested counts at once. */
@Injectable()
export class AttestRequirement {
  constructor(
    private readonly db: DataSource,
    private readonly papers: Papers,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem onboarding.requirement-unknown, platform.invalid-input naming basis, paper or reason */
  async run(
    actor: Actor,
    { id, requirement }: { id: string; requirement: string },
    body: BodyOf<typeof attestRequirement>,
  ): Promise<z.input<typeof ApplicationDetail>> {
    await inTx(this.db, async (tx) => {
      const application = await lockOwn(tx, actor, id, 'paper.hand-in');
      const { status, commune } = application;
      if (!isOpen(status)) throw new Problem('onboarding.illegal-step', { from: status, to: status });
      const now = this.clock.now();
      const day = vietnamDay(now);
      const row = inForce(await requirementsOf(tx, day), application, day).find(({ rule }) => rule === requirement);
      if (!row || row.kind === 'computed' || row.needs.some((need) => need.startsWith('identity'))) {
        throw new Problem('onboarding.requirement-unknown', { requirement });
      }
      const { basis, paper = null, reason = null } = body;
      const kind = paper ? await this.kindOf(tx, id, paper) : null;
      const wrong = basisProblem({ basis, reason, paper: kind }, row);
      if (wrong) throw new Problem('platform.invalid-input', { errors: [wrong] });
      const [known] = await rows<Known>(
        tx,
        'select basis, paper, reason, state from onboarding.attestation where producer = $1 and requirement = $2',
        [id, requirement],
      );
      if (known && known.state !== 'refused' && sameBasis(known, { basis, paper, reason })) return;
      const attested = row.kind === 'attested';
      await tx.query(keepAttestation, [
        id,
        requirement,
        basis,
        paper,
        reason,
        now,
        personOf(actor),
        onBehalf(actor, id),
        attested ? 'verified' : 'waiting',
        attested && row.validMonths !== null ? addMonths(day, row.validMonths) : null,
      ]);
      await clearRemarks(tx, id, [requirement, row.task], now);
      await record(tx, actor, 'application.answered', id, { producer: id, commune, items: [requirement] });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.applications.own(actor, id);
  }

  /** What kind of paper of this household it is; undefined for another's, or one that does not count any more. */
  private async kindOf(tx: Tx, producer: string, id: string): Promise<PaperKind | undefined> {
    const paper = (await this.papers.of(tx, producer)).find((one) => one.id === id);
    return paper?.state === 'waiting' || paper?.state === 'verified' ? paper.kind : undefined;
  }
}

const sameBasis = (known: Known, now: { basis: Basis; paper: string | null; reason: string | null }): boolean =>
  known.basis === now.basis && known.paper === now.paper && known.reason === now.reason;

const keepAttestation = `insert into onboarding.attestation (producer, requirement, basis, paper, reason, at, by, on_behalf,
    state, until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (producer, requirement) do update set basis = excluded.basis, paper = excluded.paper, reason = excluded.reason,
    at = excluded.at, by = excluded.by, on_behalf = excluded.on_behalf, state = excluded.state, until = excluded.until,
    decided_at = null, decided_by = null, decided_reason = null`;
