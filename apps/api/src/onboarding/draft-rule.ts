import { type BodyOf, type draftRule, paperKinds, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { RequirementVersion } from './requirement.entity.ts';
import { type Rule, RuleQueries } from './rule.queries.ts';

type Draft = BodyOf<typeof draftRule>;

/** Drafts a version of a requirement, or changes a draft. Whoever changed it last is who drafted it. */
@Injectable()
export class DraftRule {
  constructor(
    private readonly db: DataSource,
    private readonly catalogue: Catalogue,
    private readonly rules: RuleQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem onboarding.illegal-step for what is no draft any more, platform.invalid-input by field */
  async run(actor: Actor, id: string, draft: Draft): Promise<Rule> {
    await this.check(draft);
    await inTx(this.db, async (tx) => {
      // One after the other for one requirement, so that no two drafts take one number.
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`onboarding.requirement ${draft.rule}`]);
      const versions = await rows<Pick<RequirementVersion, 'id' | 'state' | 'version' | 'needs' | 'kind' | 'rule'>>(
        tx,
        'select id, rule, state, version, needs, kind from onboarding.requirement where rule = $1 or id = $2 order by version desc',
        [draft.rule, id],
      );
      const known = versions.find((one) => one.id === id);
      if (known && (known.state !== 'draft' || known.rule !== draft.rule)) {
        throw new Problem('onboarding.illegal-step', { from: known.state, to: 'draft' });
      }
      const before = known ?? versions[0];
      const needs = before?.kind === draft.kind ? before.needs : [];
      if (draft.kind === 'computed' && needs.length === 0) {
        throw invalid(
          'kind',
          'a computed requirement is one the house can already compute; begin it as attested or verified',
        );
      }
      await tx.query(keepDraft, [
        id,
        draft.rule,
        known?.version ?? (versions[0]?.version ?? 0) + 1,
        draft.title,
        draft.hint,
        draft.task,
        draft.kind,
        draft.due,
        needs,
        draft.producerKinds,
        draft.groups,
        draft.papers,
        draft.verifier,
        draft.validMonths,
        draft.legalRef,
        draft.validFrom,
        draft.validTo,
        draft.province,
        actor.id,
        this.clock.now(),
      ]);
    });
    return this.rules.one(actor, id);
  }

  private async check({ papers, groups, validFrom, validTo }: Draft): Promise<void> {
    const kinds: readonly string[] = Object.keys(paperKinds);
    const strange = papers.find((kind) => !kinds.includes(kind));
    if (strange) throw invalid('papers', `${strange} is no kind of paper`);
    const known = (await this.catalogue.categories()).map((category) => category.id);
    const unknown = groups?.find((group) => !known.includes(group));
    if (unknown) throw invalid('groups', `${unknown} is no group of goods`);
    if (validFrom < vietnamDay(this.clock.now()))
      throw invalid('validFrom', 'today or later: what was required is not rewritten');
    if (validTo !== null && validTo < validFrom) throw invalid('validTo', 'not before it begins');
  }
}

const invalid = (field: string, message: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'invalid', message }] });

const keepDraft = `insert into onboarding.requirement (id, rule, version, state, title, hint, task, kind, due, needs, producer_kinds,
    groups, papers, verifier, valid_months, legal_ref, valid_from, valid_to, province, drafted_by, drafted_at)
  values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
  on conflict (id) do update set title = excluded.title, hint = excluded.hint, task = excluded.task, kind = excluded.kind,
    due = excluded.due, needs = excluded.needs, producer_kinds = excluded.producer_kinds, groups = excluded.groups,
    papers = excluded.papers, verifier = excluded.verifier, valid_months = excluded.valid_months,
    legal_ref = excluded.legal_ref, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
    province = excluded.province, drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at`;
