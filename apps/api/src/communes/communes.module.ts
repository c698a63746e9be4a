import { Module } from '@nestjs/common';
import { CommunesController } from './communes.controller.ts';
import { refuse } from '../platform/database.ts';
import { Communes } from './communes.ts';
import { Hamlet } from './hamlet.entity.ts';
import { HamletsController } from './hamlets.controller.ts';
import { Hamlets } from './hamlets.ts';
import { KeepHamlet } from './keep-hamlet.ts';
import { AdminUnit, FormerUnitRow } from './unit.entity.ts';

export const communesEntities = [AdminUnit, FormerUnitRow, Hamlet];

refuse({ hamlet_once: 'caseload.hamlet-known' });

@Module({
  controllers: [CommunesController, HamletsController],
  providers: [Communes, Hamlets, KeepHamlet],
  exports: [Communes],
})
export class CommunesModule {}
