export { CommunesModule } from './communes.module.ts';
export { Communes } from './communes.ts';
