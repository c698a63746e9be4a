import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { AuditController } from './audit.controller.ts';
import { AuditQueries } from './audit.queries.ts';
import { Audit } from './audit.ts';

@Module({
  imports: [CommunesModule, IdentityModule],
  controllers: [AuditController],
  providers: [Audit, AuditQueries],
  exports: [Audit],
})
export class AuditModule {}
