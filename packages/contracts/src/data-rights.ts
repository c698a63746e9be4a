import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Id, Instant, line, PageNumber, prose } from './values.ts';

/** What one may ask about the own data (Law 91/2025/QH15, Decree 356/2025/NĐ-CP Article 5). */
export const DataRequestKind = z.enum(['copy', 'correct', 'delete', 'restrict', 'object']);
export type DataRequestKind = z.infer<typeof DataRequestKind>;
export const DataRequestState = z.enum(['made', 'acknowledged', 'granted', 'refused']);

/** What stays although somebody asked for it to go, and why. */
export const Kept = z
  .object({ what: z.string(), why: z.string(), legalRef: z.string(), until: Day.nullable() })
  .meta({ id: 'Kept' });

const request = {
  id: Id,
  /** `DL-2611-0007`. */
  number: z.string(),
  kind: DataRequestKind,
  state: DataRequestState,
  text: z.string().nullable(),
  madeAt: Instant,
  /** Until when somebody must answer that it was received. */
  replyBy: Instant,
  acknowledgedAt: Instant.nullable(),
  /** Until when it must be done. */
  dueAt: Instant,
  extended: z.object({ until: Instant, reason: z.string() }).nullable(),
  late: z.boolean(),
  decidedAt: Instant.nullable(),
  /** What was done, or why not. */
  answer: z.string().nullable(),
  kept: z.array(Kept),
};

export const DataRequest = z.object(request).meta({ id: 'DataRequest' });
export type DataRequest = z.infer<typeof DataRequest>;

export const DataRequestReview = z
  .object({
    ...request,
    person: z.object({ id: Id, name: z.string().nullable(), phone: z.string().nullable() }),
    producers: z.array(z.object({ id: Id, name: z.string() })),
    /** What law would keep if it were granted today. */
    wouldKeep: z.array(Kept),
    /** What stands in the way, in words: orders on their way, another owner. */
    obstacles: z.array(z.string()),
    decidedBy: z.string().nullable(),
  })
  .meta({ id: 'DataRequestReview' });
export type DataRequestReview = z.infer<typeof DataRequestReview>;

export const downloadMyData = endpoint({
  method: 'GET',
  path: '/me/data',
  summary: 'Everything held about me and my households, as one file; asks for a fresh code',
  needs: 'data.ask',
  reach: 'own',
  fresh: true,
  raw: true,
});

export const whoLookedAtMe = endpoint({
  method: 'GET',
  path: '/me/looks',
  summary: 'Which officials and helpers looked at my households, when and what for',
  needs: 'data.ask',
  reach: 'own',
  query: z.strictObject({ page: PageNumber }),
  result: z.object({
    items: z.array(z.object({ at: Instant, who: z.string(), what: z.string() })),
    page: z.int(),
    more: z.boolean(),
  }),
});

export const askAboutMyData = endpoint({
  method: 'POST',
  path: '/me/data-requests',
  summary: 'Ask for a correction, deletion or restriction; the same id again is the same request',
  needs: 'data.ask',
  reach: 'own',
  body: z
    .strictObject({ id: Id, kind: DataRequestKind.exclude(['copy']), text: prose(1500).optional() })
    .meta({ id: 'AskAboutMyData' }),
  result: DataRequest,
});

export const listMyDataRequests = endpoint({
  method: 'GET',
  path: '/me/data-requests',
  summary: 'What I asked about my data, and how far it is',
  needs: 'data.ask',
  reach: 'own',
  result: z.object({ items: z.array(DataRequest) }),
});

export const listDataRequests = endpoint({
  method: 'GET',
  path: '/data-requests',
  summary: 'Requests of people of my province about their data, those with the least time first',
  needs: 'data.handle',
  reach: 'area',
  query: z.strictObject({ state: z.enum(['open', 'done']).default('open'), page: PageNumber }),
  result: z.object({
    items: z.array(DataRequest),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    late: z.int(),
  }),
});

const handled = {
  needs: 'data.handle',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: DataRequestReview,
} as const;

export const getDataRequest = endpoint({
  method: 'GET',
  path: '/data-requests/:id',
  summary: 'One request, with what the law would keep; the look is noted',
  ...handled,
});

export const acknowledgeDataRequest = endpoint({
  method: 'POST',
  path: '/data-requests/:id/acknowledgement',
  summary: 'Tell her that it was received and until when it is done',
  ...handled,
});

export const extendDataRequest = endpoint({
  method: 'POST',
  path: '/data-requests/:id/extension',
  summary: 'Take more time, once, with the reason',
  ...handled,
  body: z.strictObject({ reason: line(300, 5) }).meta({ id: 'ExtendDataRequest' }),
});

export const decideDataRequest = endpoint({
  method: 'POST',
  path: '/data-requests/:id/decision',
  summary: 'Grant it, or refuse it with the reason; a deletion begins at once',
  ...handled,
  fresh: true,
  body: z.strictObject({ granted: z.boolean(), answer: line(500, 5) }).meta({ id: 'DecideDataRequest' }),
});
