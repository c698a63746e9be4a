export { ApproveApplication } from './approve-application.ts';
export { Onboarding } from './onboarding.ts';
export { OnboardingModule } from './onboarding.module.ts';
export { SubmitApplication } from './submit-application.ts';
