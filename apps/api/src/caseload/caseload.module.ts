import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { OnboardingModule } from '../onboarding/index.ts';
import { PapersModule } from '../papers/index.ts';
import { Caseload } from './caseload.ts';
import { deskActs, deskControllers } from './caseload.parts.ts';
import { FinishHandOver } from './field-hand-over.ts';
import { fieldActs, fieldControllers } from './field.parts.ts';

/** Officers and helpers beside the households: lists, visits, entries from the field. */
@Module({
  imports: [CommunesModule, IdentityModule, OnboardingModule, PapersModule],
  controllers: [...deskControllers, ...fieldControllers],
  providers: [Caseload, ...deskActs, ...fieldActs],
  exports: [Caseload, FinishHandOver],
})
export class CaseloadModule {}
