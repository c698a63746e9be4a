import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant, PageNumber } from './values.ts';

export const AuditEntry = z
  .object({
    id: Id,
    at: Instant,
    kind: z.enum(['did', 'looked']),
    what: z.string(),
    actorKind: z.string(),
    actorId: z.string().nullable(),
    actorName: z.string().nullable(),
    subject: z.string(),
    /** For whom, when one person acted for another. */
    onBehalfOf: z.string().nullable(),
    purpose: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'Who did or looked at what in my province, newest first',
  needs: 'audit.read',
  reach: 'area',
  query: z.strictObject({ subject: z.string().max(64).optional(), actor: Id.optional(), page: PageNumber }),
  result: z.object({ items: z.array(AuditEntry), page: z.int(), more: z.boolean() }),
});
