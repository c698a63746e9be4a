import { areaOf, type previewRule, type RequirementView, type ResultOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import { type Case, Cases } from './facts.ts';
import { versionOf } from './rule.queries.ts';
import { asIf } from './rule.rules.ts';
import { applies, evaluate, holds } from './requirements.rules.ts';
import { daysOf } from './time-limits.ts';

type Preview = ResultOf<typeof previewRule>;

/** So many applications are judged at most, the latest first: enough to see what a draft does, soon enough to wait for. */
const most = 2_000;
const batch = 200;
const shown = 10;

/** Judges the applications there are by a draft, as if it began today, and by what is required now. Nothing changes. */
@Injectable()
export class PreviewRule {
  constructor(
    private readonly db: DataSource,
    private readonly cases: Cases,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<Preview> {
    const { provinces } = areaOf(actor, 'rule.draft');
    const draft = await versionOf(this.db, id);
    const now = this.clock.now();
    const when = { day: vietnamDay(now), soon: await daysOf(this.db, 'expiring-soon', now) };
    const ids = await rows<{ id: string }>(
      this.db,
      `select id from onboarding.application where status <> 'closed' and ($1::text is null or province = $1)
       order by created_at desc, id limit ${most}`,
      [draft.province],
    );
    const preview: Preview = { cases: 0, newlyMissing: 0, newlyMet: 0, unchanged: 0, examples: [] };
    for (let from = 0; from < ids.length; from += batch) {
      const found = await this.cases.many(
        this.db,
        ids.slice(from, from + batch).map((one) => one.id),
      );
      for (const one of found.values()) {
        const before = stateOf(one.views, one, draft.rule);
        const after = stateOf(evaluate(asIf(one.rows, draft, when.day), one.facts, when), one, draft.rule);
        preview.cases += 1;
        if (lets(before) === lets(after)) {
          preview.unchanged += 1;
          continue;
        }
        if (lets(before)) preview.newlyMissing += 1;
        else preview.newlyMet += 1;
        // Examples are people: only of the area of the one who asks.
        const { application } = one;
        if (preview.examples.length >= shown || !provinces.includes(application.province)) continue;
        const commune = (await this.communes.get(application.commune))?.fullName ?? application.commune;
        preview.examples.push({ id: application.id, name: application.name, commune, before, after });
      }
    }
    if (preview.examples.length > 0) {
      await inTx(this.db, (tx) =>
        looked(
          tx,
          actor,
          preview.examples.map((one) => one.id),
          'rule.preview',
        ),
      );
    }
    return preview;
  }
}

type State = RequirementView['state'] | 'not-asked';

const stateOf = (views: readonly RequirementView[], { facts }: Case, rule: string): State => {
  const view = views.find(({ id }) => id === rule);
  return view && applies(view, facts) ? view.state : 'not-asked';
};
const lets = (state: State): boolean => state === 'not-asked' || holds(state);
