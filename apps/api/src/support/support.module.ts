import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { OnboardingModule } from '../onboarding/index.ts';
import { OrderingModule } from '../ordering/index.ts';
import './authority.entity.ts';
import { Authority } from './authority.ts';
import { AnswerSupport } from './answer-support.ts';
import { AskSupport } from './ask-support.ts';
import './data-request.entity.ts';
import { DataRequests } from './data-requests.ts';
import { NoteSuspension } from './note-suspension.ts';
import { RequestsController } from './requests.controller.ts';
import { SupportController } from './support.controller.ts';
import './support.entity.ts';
import { SupportQueries } from './support.queries.ts';
import { Support } from './support.ts';
import { WaitingRequests } from './waiting.queries.ts';

/** Requests: for help, by an authority, about one’s own data. */
@Module({
  imports: [CommunesModule, IdentityModule, OnboardingModule, OrderingModule],
  controllers: [RequestsController, SupportController],
  providers: [
    AnswerSupport,
    AskSupport,
    Authority,
    DataRequests,
    NoteSuspension,
    Support,
    SupportQueries,
    WaitingRequests,
  ],
  exports: [Support],
})
export class SupportModule {}
