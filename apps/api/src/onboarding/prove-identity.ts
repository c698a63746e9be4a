import { type ApplicationDetail, type BodyOf, isCitizenCard, Problem, type proveIdentity } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { AmendProducer } from '../identity/index.ts';
import { Papers } from '../papers/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { isOpen } from './application.rules.ts';
import { IdentityProof } from './identity-proof.ts';
import { lockOwn, mayFor, onBehalf } from './lock-application.ts';
import { clearRemarks } from './open-remarks.ts';
import type { IdentityProofRow } from './private.entity.ts';
import { personOf } from './save-answers.ts';
import { Weigh } from './weigh.ts';

type Known = Pick<IdentityProofRow, 'state' | 'fullName' | 'birthDate' | 'citizenIndex' | 'papers'>;

/**
 * Takes down who the head is, for an officer to check. The same again is nothing; another claim waits anew, unless one was
 * verified: whoever is behind a stall does not change by a form.
 */
@Injectable()
export class ProveIdentity {
  constructor(
    private readonly db: DataSource,
    private readonly proof: IdentityProof,
    private readonly papers: Papers,
    private readonly amend: AmendProducer,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    id: string,
    { papers, ...claim }: BodyOf<typeof proveIdentity>,
  ): Promise<z.input<typeof ApplicationDetail>> {
    mayFor(actor, id, 'paper.hand-in');
    const taken = await this.proof.take(id, claim);
    await inTx(this.db, async (tx) => {
      const { status, commune } = await lockOwn(tx, actor, id, 'paper.hand-in');
      if (!isOpen(status)) throw new Problem('onboarding.illegal-step', { from: status, to: status });
      const cards = (await this.papers.of(tx, id)).filter(({ kind }) => isCitizenCard(kind)).map((paper) => paper.id);
      const strange = papers.findIndex((paper) => !cards.includes(paper));
      if (strange >= 0) {
        throw new Problem('platform.invalid-input', {
          errors: [
            {
              field: `papers[${strange}]`,
              rule: 'unknown',
              message: 'a picture of the citizen card of this household',
            },
          ],
        });
      }
      const [known] = await rows<Known>(tx, knownProof, [id]);
      if (known && saysTheSame(known, { ...taken, papers }) && known.state !== 'refused') return;
      if (known?.state === 'verified')
        throw new Problem('onboarding.illegal-step', { from: 'verified', to: 'waiting' });
      const now = this.clock.now();
      await tx.query(keepProof, [
        id,
        taken.method,
        taken.state,
        taken.fullName,
        taken.birthDate,
        taken.numberSealed,
        taken.numberEnd,
        taken.citizenIndex,
        papers,
        now,
        personOf(actor),
        onBehalf(actor, id),
      ]);
      await this.amend.run(tx, id, { citizenIndex: taken.citizenIndex });
      await clearRemarks(tx, id, ['identity'], now);
      await record(tx, actor, 'application.answered', id, { producer: id, commune, items: ['identity'] });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.applications.own(actor, id);
  }
}

const saysTheSame = (known: Known, taken: Omit<Known, 'state'>): boolean =>
  known.fullName === taken.fullName &&
  known.birthDate === taken.birthDate &&
  known.citizenIndex === taken.citizenIndex &&
  known.papers.toSorted().join() === taken.papers.toSorted().join();

const knownProof = `select state, full_name as "fullName", birth_date as "birthDate", citizen_index as "citizenIndex", papers
  from onboarding.identity_proof where producer = $1`;
const keepProof = `insert into onboarding.identity_proof (producer, method, state, full_name, birth_date, number_sealed, number_end,
    citizen_index, papers, at, by, on_behalf)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (producer) do update set method = excluded.method, state = excluded.state, full_name = excluded.full_name,
    birth_date = excluded.birth_date, number_sealed = excluded.number_sealed, number_end = excluded.number_end,
    citizen_index = excluded.citizen_index, papers = excluded.papers, at = excluded.at, by = excluded.by,
    on_behalf = excluded.on_behalf, decided_at = null, decided_by = null, reason = null, until = null`;
