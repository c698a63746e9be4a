export { NoteSuspension } from './note-suspension.ts';
export { Support } from './support.ts';
export { SupportModule } from './support.module.ts';
