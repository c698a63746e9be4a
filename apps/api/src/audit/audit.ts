import { Injectable } from '@nestjs/common';
import { AuditQueries, type Look } from './audit.queries.ts';

/** What pages may ask of the audit. */
@Injectable()
export class Audit {
  constructor(private readonly audit: AuditQueries) {}

  /** Who looked at these subjects, newest first. */
  looksAt(subjects: readonly string[], page: number): Promise<{ items: Look[]; more: boolean }> {
    return this.audit.looksAt(subjects, page);
  }
}
