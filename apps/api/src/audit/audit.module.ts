import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { AuditController } from './audit.controller.ts';
import { AuditQueries } from './audit.queries.ts';

@Module({ imports: [CommunesModule], controllers: [AuditController], providers: [AuditQueries] })
export class AuditModule {}
