import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { refuse } from '../platform/database.ts';
import { AmendApplication } from './amend-application.ts';
import './application.entity.ts';
import { ApplicationQueries } from './application.queries.ts';
import { ApplicationsController } from './applications.controller.ts';
import { ApproveApplication } from './approve-application.ts';
import { DecisionsController } from './decisions.controller.ts';
import { Onboarding } from './onboarding.ts';
import { ReinstateProducer } from './reinstate-producer.ts';
import { ReturnApplication } from './return-application.ts';
import { SubmitApplication } from './submit-application.ts';
import { SuspendProducer } from './suspend-producer.ts';

// Amending may change the kind to one that is open already.
refuse({ one_open_application: 'onboarding.already-applied', decided_by_another: 'onboarding.own-application' });

@Module({
  imports: [CommunesModule, IdentityModule],
  controllers: [ApplicationsController, DecisionsController],
  providers: [
    AmendApplication,
    ApplicationQueries,
    ApproveApplication,
    Onboarding,
    ReinstateProducer,
    ReturnApplication,
    SubmitApplication,
    SuspendProducer,
  ],
  exports: [Onboarding, SubmitApplication, ApproveApplication],
})
export class OnboardingModule {}
