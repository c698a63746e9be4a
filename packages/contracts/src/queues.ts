import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CommuneCode, Done, Id, Instant, PageNumber } from './values.ts';

/** What waits for an official, one queue for each kind of work. */
export const QueueId = z.enum([
  'applications-submitted',
  'applications-mine',
  'applications-returned',
  'applications-wishes',
  'papers-waiting',
  'papers-expiring',
  'papers-expired',
  'listings-waiting',
  'certificates-waiting',
  'certificates-expiring',
  'support-open',
  'complaints-open',
  'complaints-escalated',
  'authority-open',
  'data-open',
  'visits-overdue',
  'messages-failed',
  'payments-open',
]);
export type QueueId = z.infer<typeof QueueId>;

export const QueueView = z
  .object({
    id: QueueId,
    total: z.int(),
    /** Of them, those past a time that law or a rule of the house sets; 0 where nothing sets one. */
    late: z.int(),
    /** How long the oldest has waited, in whole days; null when nothing waits. */
    oldestDays: z.int().nullable(),
  })
  .meta({ id: 'Queue' });
export type QueueView = z.infer<typeof QueueView>;

export const listQueues = endpoint({
  method: 'GET',
  path: '/pages/queues',
  summary: 'How much waits for me in my area, queue by queue; only those my roles can work on',
  needs: 'queue.read',
  reach: 'area',
  result: z.object({ items: z.array(QueueView) }),
});

/** A message to a household that neither Zalo nor SMS would take. What it said is not shown. */
export const FailedMessage = z
  .object({
    id: Id,
    producer: z.object({ id: Id, name: z.string() }),
    commune: z.object({ code: CommuneCode, fullName: z.string() }),
    kind: z.string(),
    at: Instant,
    failedAt: Instant,
    provider: z.string(),
    /** What the company answered last, in its own code; `no phone` and `unreachable` are ours. */
    why: z.string().nullable(),
  })
  .meta({ id: 'FailedMessage' });
export type FailedMessage = z.infer<typeof FailedMessage>;

export const listFailedMessages = endpoint({
  method: 'GET',
  path: '/messages/failed',
  summary: 'Messages of the last thirty days that did not reach a household of my area, the latest first',
  needs: 'queue.read',
  reach: 'area',
  query: z.strictObject({ page: PageNumber }),
  result: z.object({ items: z.array(FailedMessage), total: z.int(), page: z.int(), pages: z.int() }),
});

export const retryMessage = endpoint({
  method: 'POST',
  path: '/messages/:id/retry',
  summary: 'Send it once more; pressing twice sends once',
  needs: 'queue.read',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: Done,
});
