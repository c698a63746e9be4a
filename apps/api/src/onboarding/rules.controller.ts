import {
  approveRule,
  draftRule,
  dropRule,
  type InputOf,
  listRules,
  previewRule,
  type ResultOf,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { DecideRule } from './decide-rule.ts';
import { DraftRule } from './draft-rule.ts';
import { PreviewRule } from './preview-rule.ts';
import { type Rule, RuleQueries } from './rule.queries.ts';

/** The dated requirements: drafted by one, seen on the applications there are, approved by another. */
@Controller()
export class RulesController {
  constructor(
    private readonly rules: RuleQueries,
    private readonly draft: DraftRule,
    private readonly preview: PreviewRule,
    private readonly decide: DecideRule,
  ) {}

  @Serves(listRules)
  async listRules(@Me() actor: Actor): Promise<ResultOf<typeof listRules>> {
    return { items: await this.rules.list(actor) };
  }

  @Serves(draftRule)
  draftRule(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof draftRule>): Promise<Rule> {
    return this.draft.run(actor, params.id, body);
  }

  @Serves(previewRule)
  previewRule(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof previewRule>,
  ): Promise<ResultOf<typeof previewRule>> {
    return this.preview.run(actor, params.id);
  }

  @Serves(approveRule)
  approveRule(@Me() actor: Actor, @Input() { params }: InputOf<typeof approveRule>): Promise<Rule> {
    return this.decide.approve(actor, params.id);
  }

  @Serves(dropRule)
  dropRule(@Me() actor: Actor, @Input() { params }: InputOf<typeof dropRule>): Promise<ResultOf<typeof dropRule>> {
    return this.decide.drop(actor, params.id);
  }
}
