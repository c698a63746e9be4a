export { CommunesModule, communesEntities } from './communes.module.ts';
export { Communes } from './communes.ts';
