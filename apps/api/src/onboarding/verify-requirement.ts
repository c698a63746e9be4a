import { type BodyOf, Problem, type verifyRequirement } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import { Papers } from '../papers/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Application } from './application.entity.ts';
import { type Case, Cases } from './facts.ts';
import { lockInArea } from './lock-application.ts';
import { addMonths, inForce, type RequirementRow } from './requirements.rules.ts';
import { type Review, ReviewQueries } from './review.queries.ts';
import { Weigh } from './weigh.ts';

type Result = BodyOf<typeof verifyRequirement>;

/** Says what checking one requirement showed. The same result twice is one; another result is a new decision. */
@Injectable()
export class VerifyRequirement {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly cases: Cases,
    private readonly papers: Papers,
    private readonly reviews: ReviewQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem onboarding.requirement-unknown, onboarding.illegal-step when nothing was handed in for it */
  async run(actor: Actor, { id, requirement }: { id: string; requirement: string }, body: Result): Promise<Review> {
    if (body.result === 'refused' && !body.reason) {
      throw new Problem('platform.invalid-input', {
        errors: [{ field: 'reason', rule: 'required', message: 'why it was refused' }],
      });
    }
    await inTx(this.db, async (tx) => {
      const { identity } = this;
      const application = await lockInArea(tx, actor, { id, right: 'application.decide', identity });
      if (application.status === 'closed')
        throw new Problem('onboarding.illegal-step', { from: 'closed', to: 'closed' });
      const found = await this.cases.one(tx, id);
      const day = vietnamDay(this.clock.now());
      const row = found && inForce(found.rows, application, day).find(({ rule }) => rule === requirement);
      if (!found || !row || row.kind !== 'verified') {
        throw new Problem('onboarding.requirement-unknown', { requirement });
      }
      mayVerify(actor, row);
      const of = { application, found, row, body };
      const changed = isIdentity(row) ? await this.proof(tx, actor, of) : await this.basis(tx, actor, of);
      if (!changed) return;
      await record(tx, actor, 'verification.decided', id, {
        producer: id,
        commune: application.commune,
        kind: requirement,
        result: body.result,
        method: isIdentity(row) ? (found.proof?.method ?? 'manual') : (changed.basis ?? 'paper'),
      });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.reviews.one(actor, id, 'application.verify');
  }

  private async proof(tx: Tx, actor: Actor, { application, found, row, body }: Of): Promise<Changed> {
    if (!found.proof) throw new Problem('onboarding.illegal-step', { from: 'missing', to: body.result });
    if (found.proof.state === body.result) return null;
    await tx.query(
      `update onboarding.identity_proof set state = $2, reason = $3, decided_at = $4, decided_by = $5, until = $6
       where producer = $1`,
      [application.id, body.result, body.reason ?? null, this.clock.now(), actor.id, this.until(row, body)],
    );
    return { basis: null };
  }

  private async basis(tx: Tx, actor: Actor, { application, found, row, body }: Of): Promise<Changed> {
    const { id } = application;
    const known = found.attestations.find((one) => one.requirement === row.rule);
    const paper = found.papers.find(
      ({ kind, state }) => row.papers.includes(kind) && (state === 'waiting' || state === 'verified'),
    );
    if (!known && !paper) throw new Problem('onboarding.illegal-step', { from: 'missing', to: body.result });
    const named = found.papers.find(
      ({ id, state }) => id === known?.paper && (state === 'waiting' || state === 'verified'),
    );
    // A word given without a paper is checked as such; a paper that took the place of the one named is the one looked at.
    const shown = named ?? (known && known.paper === null ? undefined : paper);
    if (known?.state === body.result && shown?.state !== 'waiting') return null;
    if (shown) await this.papers.decide(tx, actor, [shown.id], body);
    await rows(
      tx,
      `insert into onboarding.attestation (producer, requirement, basis, paper, at, by, on_behalf, state, decided_at, decided_by,
         decided_reason, until)
       values ($1, $2, 'certificate', $3, $5, null, false, $4, $5, $6, $7, $8)
       on conflict (producer, requirement) do update set state = excluded.state,
         paper = coalesce(excluded.paper, attestation.paper), decided_at = excluded.decided_at,
         decided_by = excluded.decided_by, decided_reason = excluded.decided_reason, until = excluded.until`,
      [
        id,
        row.rule,
        shown?.id ?? null,
        body.result,
        this.clock.now(),
        actor.id,
        body.reason ?? null,
        shown?.expiresOn ?? this.until(row, body),
      ],
    );
    return { basis: known?.basis ?? 'certificate' };
  }

  private until({ validMonths }: RequirementRow, { result }: Result): string | null {
    return result === 'verified' && validMonths !== null ? addMonths(vietnamDay(this.clock.now()), validMonths) : null;
  }
}

interface Of {
  application: Application;
  found: Case;
  row: RequirementRow;
  body: Result;
}
type Changed = { basis: string | null } | null;

const isIdentity = ({ needs }: RequirementRow): boolean => needs.some((need) => need.startsWith('identity'));

/** Some requirements only a province may check. @throws Problem platform.not-allowed */
const mayVerify = (actor: Actor, { verifier }: RequirementRow): void => {
  if (verifier !== 'province-officer') return;
  if (actor.grants.some(({ role }) => role === 'province-officer')) return;
  throw new Problem('platform.not-allowed', { right: 'application.decide', verifier });
};
