import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { PapersModule } from '../papers/index.ts';
import { refuse } from '../platform/database.ts';
import './application.entity.ts';
import { ApplicationQueries } from './application.queries.ts';
import { ApplicationsController } from './applications.controller.ts';
import { ApproveApplication } from './approve-application.ts';
import { AttestRequirement } from './attest-requirement.ts';
import { CarryOutSuspensions } from './carry-out-suspensions.ts';
import { CloseStall } from './close-stall.ts';
import './consent.entity.ts';
import { Cases } from './facts.ts';
import { ForgetApplications } from './forget-applications.ts';
import { DecideRule } from './decide-rule.ts';
import { DraftRule } from './draft-rule.ts';
import { FreezePayout } from './freeze-payout.ts';
import { GiveConsent } from './give-consent.ts';
import { Groups } from './groups.ts';
import { HandIn } from './hand-in.ts';
import { IdentityProof, ManualIdentityProof } from './identity-proof.ts';
import { Onboarding } from './onboarding.ts';
import { PassReviewsOn } from './pass-reviews-on.ts';
import './private.entity.ts';
import { PreviewRule } from './preview-rule.ts';
import { ProveIdentity } from './prove-identity.ts';
import { ReinstateProducer } from './reinstate-producer.ts';
import './requirement.entity.ts';
import { ReturnApplication } from './return-application.ts';
import { ReviewQueries } from './review.queries.ts';
import { ReviewsController } from './reviews.controller.ts';
import { Reweigh } from './reweigh.ts';
import { RuleQueries } from './rule.queries.ts';
import { RulesController } from './rules.controller.ts';
import { SaveAnswers } from './save-answers.ts';
import { SetPayout } from './set-payout.ts';
import { SetTaxCode } from './set-tax-code.ts';
import { StartApplication } from './start-application.ts';
import { StartApplications } from './start-applications.ts';
import { SuspendProducer } from './suspend-producer.ts';
import { TakeReview } from './take-review.ts';
import { VerifyRequirement } from './verify-requirement.ts';
import { WeighAll } from './weigh-all.ts';
import { Weigh } from './weigh.ts';
import { WithdrawConsent } from './withdraw-consent.ts';
import { WaitingApplications } from './waiting.queries.ts';

// Changing the kind, or handing in, may meet one of that kind that is open already.
refuse({ one_open_application: 'onboarding.already-applied', decided_by_another: 'onboarding.own-application' });

@Module({
  imports: [CatalogueModule, CommunesModule, IdentityModule, PapersModule],
  controllers: [ApplicationsController, ReviewsController, RulesController],
  providers: [
    ApplicationQueries,
    ApproveApplication,
    AttestRequirement,
    CarryOutSuspensions,
    Cases,
    CloseStall,
    DecideRule,
    DraftRule,
    ForgetApplications,
    FreezePayout,
    GiveConsent,
    Groups,
    HandIn,
    { provide: IdentityProof, useClass: ManualIdentityProof },
    Onboarding,
    PassReviewsOn,
    PreviewRule,
    ProveIdentity,
    ReinstateProducer,
    ReturnApplication,
    ReviewQueries,
    Reweigh,
    RuleQueries,
    SaveAnswers,
    SetPayout,
    SetTaxCode,
    StartApplication,
    StartApplications,
    SuspendProducer,
    TakeReview,
    VerifyRequirement,
    Weigh,
    WeighAll,
    WithdrawConsent,
    WaitingApplications,
  ],
  exports: [Onboarding],
})
export class OnboardingModule {}
