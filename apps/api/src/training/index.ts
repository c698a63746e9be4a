export { Training } from './training.ts';
export { TrainingModule } from './training.module.ts';
