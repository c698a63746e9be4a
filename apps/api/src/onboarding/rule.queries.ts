import { Problem, type RuleVersion } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { requirementColumns } from './facts.ts';
import type { RequirementVersion } from './requirement.entity.ts';
import { stateOn } from './rule.rules.ts';

export type Rule = z.input<typeof RuleVersion>;

/** Every version of every requirement, as those who draft and approve them see it. */
@Injectable()
export class RuleQueries {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<Rule[]> {
    return this.views(actor, await allVersions(this.db));
  }

  /** @throws Problem onboarding.requirement-unknown */
  async one(actor: Actor, id: string): Promise<Rule> {
    const found = (await this.list(actor)).find((rule) => rule.id === id);
    if (!found) throw new Problem('onboarding.requirement-unknown', { id });
    return found;
  }

  private async views(actor: Actor, versions: readonly RequirementVersion[]): Promise<Rule[]> {
    const people = await this.identity.contacts([
      ...new Set(versions.flatMap(({ draftedBy, approvedBy }) => [draftedBy, approvedBy].flatMap((one) => one ?? []))),
    ]);
    const nameOf = (person: string | null) => (person ? (people.get(person)?.name ?? null) : null);
    const day = vietnamDay(this.clock.now());
    return versions.map((one) => ({
      id: one.id,
      rule: one.rule,
      title: one.title,
      state: stateOn(one, versions, day),
      validFrom: one.validFrom,
      validTo: one.validTo,
      legalRef: one.legalRef,
      body: bodyOf(one),
      draftedBy: nameOf(one.draftedBy),
      approvedBy: nameOf(one.approvedBy),
      draftedAt: one.draftedAt.toISOString(),
      approvedAt: one.approvedAt?.toISOString() ?? null,
      mayApprove: one.state === 'draft' && one.draftedBy !== null && one.draftedBy !== actor.id,
    }));
  }
}

const bodyOf = (one: RequirementVersion): Rule['body'] => ({
  version: one.version,
  hint: one.hint,
  task: one.task,
  kind: one.kind,
  due: one.due,
  producerKinds: one.producerKinds,
  groups: one.groups,
  papers: one.papers,
  verifier: one.verifier,
  validMonths: one.validMonths,
  province: one.province,
  confirmation: one.confirmation,
});

const versionColumns = `id, ${requirementColumns}, state, confirmation, drafted_by as "draftedBy", drafted_at as "draftedAt",
  approved_by as "approvedBy", approved_at as "approvedAt"`;

/** Newest first within a requirement. */
const allVersions = (db: DataSource | Tx): Promise<RequirementVersion[]> =>
  rows<RequirementVersion>(
    db,
    `select ${versionColumns} from onboarding.requirement order by task, rule, version desc`,
  );

/** One version, locked. @throws Problem onboarding.requirement-unknown */
export async function lockVersion(tx: Tx, id: string): Promise<RequirementVersion> {
  const [found] = await rows<RequirementVersion>(
    tx,
    `select ${versionColumns} from onboarding.requirement where id = $1 for update`,
    [id],
  );
  if (!found) throw new Problem('onboarding.requirement-unknown', { id });
  return found;
}

/** One version. @throws Problem onboarding.requirement-unknown */
export async function versionOf(db: DataSource | Tx, id: string): Promise<RequirementVersion> {
  const [found] = await rows<RequirementVersion>(
    db,
    `select ${versionColumns} from onboarding.requirement where id = $1`,
    [id],
  );
  if (!found) throw new Problem('onboarding.requirement-unknown', { id });
  return found;
}
