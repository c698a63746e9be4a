import type { PaperView, RequirementView } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Papers } from '../papers/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { Application, AnswerRow } from './application.entity.ts';
import { Groups } from './groups.ts';
import type { IdentityProofRow, Payout } from './private.entity.ts';
import type { Attestation } from './requirement.entity.ts';
import { evaluate, type Facts, type RequirementRow, type When } from './requirements.rules.ts';
import { daysOf } from './time-limits.ts';

type Proof = Omit<IdentityProofRow, 'numberSealed' | 'citizenIndex'>;
type PayoutSeen = Omit<Payout, 'numberSealed' | 'setBy'>;

/** Everything that is known of one application, and how each requirement stands by it. */
export interface Case {
  application: Application;
  answers: AnswerRow[];
  papers: PaperView[];
  proof: Proof | null;
  payout: PayoutSeen | null;
  attestations: Attestation[];
  facts: Facts;
  rows: readonly RequirementRow[];
  views: RequirementView[];
}

type Db = DataSource | Tx;

/** Puts together what is known of applications: as many statements for a hundred as for one. */
@Injectable()
export class Cases {
  constructor(
    private readonly papers: Papers,
    private readonly groups: Groups,
    private readonly clock: Clock,
  ) {}

  async one(db: Db, id: string): Promise<Case | undefined> {
    return (await this.many(db, [id])).get(id);
  }

  /** By id; those there is no application of are left out. */
  async many(db: Db, ids: readonly string[]): Promise<Map<string, Case>> {
    const now = this.clock.now();
    const day = vietnamDay(now);
    const applications = await rows<Application>(db, applicationsSql, [ids]);
    const answers = Map.groupBy(await rows<AnswerRow>(db, answersSql, [ids]), ({ producer }) => producer);
    const consents = Map.groupBy(await rows<ConsentSeen>(db, consentsSql, [ids]), ({ producer }) => producer);
    const proofs = new Map((await rows<Proof>(db, proofsSql, [ids])).map((one) => [one.producer, one]));
    const payouts = new Map((await rows<PayoutSeen>(db, payoutsSql, [ids])).map((one) => [one.producer, one]));
    const attested = Map.groupBy(await rows<Attestation>(db, attestationsSql, [ids]), ({ producer }) => producer);
    const graces = new Map(
      (await rows<{ producer: string; until: string }>(db, gracesSql, [ids])).map((one) => [one.producer, one.until]),
    );
    const papers = await this.papers.ofAll(db, ids);
    const required = await requirementsOf(db, day);
    const when = { day, soon: await daysOf(db, 'expiring-soon', now) };
    const found = new Map<string, Case>();
    for (const application of applications) {
      const { id } = application;
      const groups = await this.groups.of(application.crops, now);
      const known = { application, answers: answers.get(id) ?? [], papers: papers.get(id) ?? [] };
      const proof = proofs.get(id) ?? null;
      const payout = payouts.get(id) ?? null;
      const attestations = attested.get(id) ?? [];
      const facts: Facts = {
        kind: application.kind,
        province: application.province,
        answers: new Map(
          known.answers.flatMap(({ item, value }) =>
            value === null ? [] : [[item, value as string | string[]] as const],
          ),
        ),
        groups,
        consents: new Set((consents.get(id) ?? []).filter(({ action }) => action === 'given').map((c) => c.purpose)),
        identity: proof,
        papers: known.papers,
        attestations: attestations.map(({ decidedReason, reason, ...one }) => ({
          ...one,
          reason: decidedReason,
          basisReason: reason,
          said: one.by !== null,
        })),
        taxCode: application.taxCode,
        bank: payout !== null,
        grace: graces.get(id) ?? null,
      };
      found.set(id, {
        ...known,
        proof,
        payout,
        attestations,
        facts,
        rows: required,
        views: evaluate(required, facts, when satisfies When),
      });
    }
    return found;
  }
}

interface ConsentSeen {
  producer: string;
  purpose: string;
  action: 'given' | 'withdrawn';
}

/** The approved versions that are in force on a day, or were replaced since. */
export const requirementsOf = (db: Db, day: string): Promise<RequirementRow[]> =>
  rows<RequirementRow>(db, requirementsSql, [day]);

export const requirementColumns = `rule, version, title, hint, task, kind, due, needs, producer_kinds as "producerKinds", groups,
  papers, verifier, valid_months as "validMonths", legal_ref as "legalRef", valid_from as "validFrom", valid_to as "validTo",
  province`;
const requirementsSql = `select ${requirementColumns} from onboarding.requirement
  where state = 'approved' and valid_from <= $1::date order by task, due, rule`;

export const applicationColumns = `id, applicant, kind, name, commune, province, sub_area as "subArea", crops, status,
  status_since as "statusSince", created_at as "createdAt", reviewer, reviewing_since as "reviewingSince", round,
  submitted_at as "submittedAt", decided_at as "decidedAt", decided_by as "decidedBy", tax_code as "taxCode",
  tasks_left as "tasksLeft", missing, closed_at as "closedAt", closed_by as "closedBy", closed_reason as "closedReason"`;
const applicationsSql = `select ${applicationColumns} from onboarding.application where id = any($1::uuid[])`;
const answersSql = `select producer, item, value, at, received_at as "receivedAt", by, on_behalf as "onBehalf", wish,
  wish_at as "wishAt", wish_by as "wishBy" from onboarding.answer where producer = any($1::uuid[])`;
const consentsSql = `select distinct on (producer, purpose) producer, purpose, action from onboarding.consent
  where producer = any($1::uuid[]) order by producer, purpose, at desc, id desc`;
const proofsSql = `select producer, method, state, full_name as "fullName", birth_date as "birthDate", number_end as "numberEnd",
  papers, at, by, on_behalf as "onBehalf", decided_at as "decidedAt", decided_by as "decidedBy", reason, until
  from onboarding.identity_proof where producer = any($1::uuid[])`;
const payoutsSql = `select producer, bank, number_end as "numberEnd", holder, set_at as "setAt", frozen_until as "frozenUntil"
  from onboarding.payout where producer = any($1::uuid[])`;
const attestationsSql = `select producer, requirement, basis, paper, reason, at, by, on_behalf as "onBehalf", state,
  decided_at as "decidedAt", decided_by as "decidedBy", decided_reason as "decidedReason", until
  from onboarding.attestation where producer = any($1::uuid[])`;
const gracesSql = 'select producer, until from onboarding.grace where producer = any($1::uuid[])';
