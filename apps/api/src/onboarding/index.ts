export { AmendApplication } from './amend-application.ts';
export { ApproveApplication } from './approve-application.ts';
export { Onboarding } from './onboarding.ts';
export { OnboardingModule, onboardingEntities } from './onboarding.module.ts';
export { ReturnApplication } from './return-application.ts';
export { SubmitApplication } from './submit-application.ts';
export { SuspendProducer } from './suspend-producer.ts';
