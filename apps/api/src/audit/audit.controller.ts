import { type InputOf, listAudit } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AuditQueries } from './audit.queries.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditQueries) {}

  @Serves(listAudit)
  listAudit(@Me() actor: Actor, @Input() { query }: InputOf<typeof listAudit>) {
    return this.audit.list(actor, query);
  }
}
