import type { ResultOf, listAssessedCommunes } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { AssessmentQueries } from './assessment.queries.ts';

/** What pages may ask of assessment. */
@Injectable()
export class Assessment {
  constructor(private readonly queries: AssessmentQueries) {}

  /** The communes of an officer's area with their headline numbers of a month, `YYYY-MM`. */
  communes(actor: Actor, month: string): Promise<ResultOf<typeof listAssessedCommunes>> {
    return this.queries.list(actor, month);
  }
}
