import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CommuneCode, Id, Instant, line, PageNumber, prose } from './values.ts';

export const SupportState = z.enum(['open', 'answered', 'closed']);
export type SupportState = z.infer<typeof SupportState>;

/** What people ask for help with; dated rows say how long each may take. */
export const SupportTopic = z
  .object({ id: z.string(), title: z.string(), hours: z.int() })
  .meta({ id: 'SupportTopic' });

const request = {
  id: Id,
  /** As it is read aloud: `HT-2611-0042`. */
  number: z.string(),
  topic: SupportTopic,
  state: SupportState,
  commune: z.object({ code: CommuneCode, fullName: z.string() }),
  producer: z.object({ id: Id, name: z.string() }).nullable(),
  openedAt: Instant,
  dueAt: Instant,
  /** Past its time and not closed, or closed too late. */
  late: z.boolean(),
  closedAt: Instant.nullable(),
  /** What was done. */
  done: z.string().nullable(),
};

export const SupportRequest = z.object(request).meta({ id: 'SupportRequest' });
export type SupportRequest = z.infer<typeof SupportRequest>;

export const SupportRequestDetail = z
  .object({
    ...request,
    owner: z.object({ id: Id, name: z.string().nullable() }).nullable(),
    /** For officials only. */
    asker: z.object({ name: z.string().nullable(), phone: z.string() }).nullable(),
    notes: z.array(
      z.object({ at: Instant, from: z.enum(['asker', 'office']), by: z.string().nullable(), text: z.string() }),
    ),
  })
  .meta({ id: 'SupportRequestDetail' });
export type SupportRequestDetail = z.infer<typeof SupportRequestDetail>;

export const listSupportTopics = endpoint({
  method: 'GET',
  path: '/support/topics',
  summary: 'What one can ask for help with, and how long an answer may take',
  needs: 'public',
  result: z.object({ items: z.array(SupportTopic) }),
});

export const askSupport = endpoint({
  method: 'POST',
  path: '/support/requests',
  summary: 'Ask the commune team for help; the same id again is the same request',
  needs: 'support.ask',
  reach: 'own',
  limit: { points: 20, seconds: 3600, by: 'address' },
  body: z
    .strictObject({
      id: Id,
      topic: z.string().regex(/^[a-z-]{2,40}$/),
      text: prose(1500).pipe(z.string().min(5)),
      commune: CommuneCode,
      producer: Id.optional(),
    })
    .meta({ id: 'AskSupport' }),
  result: SupportRequestDetail,
});

export const listMySupport = endpoint({
  method: 'GET',
  path: '/me/support',
  summary: 'What I asked for help with, newest first',
  needs: 'support.ask',
  reach: 'own',
  result: z.object({ items: z.array(SupportRequest) }),
});

export const getMySupport = endpoint({
  method: 'GET',
  path: '/me/support/:id',
  summary: 'One of my requests with what was written',
  needs: 'support.ask',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  result: SupportRequestDetail,
});

export const addToMySupport = endpoint({
  method: 'POST',
  path: '/me/support/:id/notes',
  summary: 'Write again; a closed request opens once more',
  needs: 'support.ask',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ id: Id, text: prose(1500).pipe(z.string().min(2)) }).meta({ id: 'AddToSupport' }),
  result: SupportRequestDetail,
});

export const listSupport = endpoint({
  method: 'GET',
  path: '/support/requests',
  summary: 'Requests of my area, the most urgent first',
  needs: 'support.handle',
  reach: 'area',
  query: z.strictObject({
    state: SupportState.default('open'),
    commune: CommuneCode.optional(),
    mine: z.enum(['1']).optional(),
    page: PageNumber,
  }),
  result: z.object({
    items: z.array(SupportRequest.extend({ owner: z.string().nullable() })),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    counts: z.record(SupportState, z.int()),
    late: z.int(),
  }),
});

const ofRequest = z.strictObject({ id: Id });
const handled = { needs: 'support.handle', reach: 'area', params: ofRequest, result: SupportRequestDetail } as const;

export const getSupport = endpoint({
  method: 'GET',
  path: '/support/requests/:id',
  summary: 'One request of my area; the look is noted',
  ...handled,
});

export const takeSupport = endpoint({
  method: 'POST',
  path: '/support/requests/:id/owner',
  summary: 'I look after it',
  ...handled,
});

export const answerSupport = endpoint({
  method: 'POST',
  path: '/support/requests/:id/notes',
  summary: 'Answer; the asker is told',
  ...handled,
  body: z.strictObject({ id: Id, text: prose(1500).pipe(z.string().min(2)) }).meta({ id: 'AnswerSupport' }),
});

export const closeSupport = endpoint({
  method: 'POST',
  path: '/support/requests/:id/closing',
  summary: 'Close it, with what was done',
  ...handled,
  body: z.strictObject({ done: line(500, 5) }).meta({ id: 'CloseSupport' }),
});
