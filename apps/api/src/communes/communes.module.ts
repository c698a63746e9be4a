import { Module } from '@nestjs/common';
import { CommunesController } from './communes.controller.ts';
import { Communes } from './communes.ts';
import './unit.entity.ts';

@Module({ controllers: [CommunesController], providers: [Communes], exports: [Communes] })
export class CommunesModule {}
