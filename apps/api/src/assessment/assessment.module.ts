import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { Area } from './area.ts';
import { AssessmentController } from './assessment.controller.ts';
import { AssessmentQueries } from './assessment.queries.ts';
import { Assessment } from './assessment.ts';
import { CountListing } from './count-listing.ts';
import { CountPeople } from './count-people.ts';
import { CountProducer } from './count-producer.ts';
import { CountSale } from './count-sale.ts';
import { Declare } from './declare.ts';
import { Declaration, Fact, IndicatorRule } from './fact.entity.ts';
import { Figures } from './figures.ts';
import { RebuildFacts } from './rebuild-facts.ts';

export const assessmentEntities = [Fact, IndicatorRule, Declaration];

@Module({
  imports: [CommunesModule],
  controllers: [AssessmentController],
  providers: [
    Area,
    Assessment,
    AssessmentQueries,
    CountListing,
    CountPeople,
    CountProducer,
    CountSale,
    Declare,
    Figures,
    RebuildFacts,
  ],
  exports: [Assessment, Declare],
})
export class AssessmentModule {}
