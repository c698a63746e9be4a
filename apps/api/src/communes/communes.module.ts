import { Module } from '@nestjs/common';
import { CommunesController } from './communes.controller.ts';
import { Communes } from './communes.ts';
import { AdminUnit, FormerUnitRow } from './unit.entity.ts';

export const communesEntities = [AdminUnit, FormerUnitRow];

@Module({ controllers: [CommunesController], providers: [Communes], exports: [Communes] })
export class CommunesModule {}
