import {
  declare,
  getCommuneAssessment,
  type InputOf,
  listAssessedCommunes,
  listFacts,
  type ResultOf,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AssessmentQueries } from './assessment.queries.ts';
import { Declare } from './declare.ts';

@Controller()
export class AssessmentController {
  constructor(
    private readonly assessment: AssessmentQueries,
    private readonly declaration: Declare,
  ) {}

  @Serves(listAssessedCommunes)
  listAssessedCommunes(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof listAssessedCommunes>,
  ): Promise<ResultOf<typeof listAssessedCommunes>> {
    return this.assessment.list(actor, query.month);
  }

  @Serves(getCommuneAssessment)
  getCommuneAssessment(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof getCommuneAssessment>,
  ): Promise<ResultOf<typeof getCommuneAssessment>> {
    return this.assessment.commune(actor, params.code, query.month);
  }

  @Serves(listFacts)
  listFacts(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof listFacts>,
  ): Promise<ResultOf<typeof listFacts>> {
    return this.assessment.facts(actor, params, query);
  }

  @Serves(declare)
  declare(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof declare>): Promise<ResultOf<typeof declare>> {
    return this.declaration.run(actor, params.code, body);
  }
}
