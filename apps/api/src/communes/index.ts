export { CommunesModule, communesEntities } from './communes.module.ts';
export { Communes } from './communes.ts';
export { hamletKey } from './hamlet.rules.ts';
export { among as hamletAmong, type KnownHamlet, type WrittenHamlet } from './hamlets.ts';
