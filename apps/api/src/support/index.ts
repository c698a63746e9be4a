export { Support } from './support.ts';
export { SupportModule } from './support.module.ts';
