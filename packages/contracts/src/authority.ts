import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant, line, PageNumber, prose, ProvinceCode } from './values.ts';

/** What an authority may ask: to be told, to block content, or to have a seller suspended. */
export const AuthorityKind = z.enum(['data', 'block', 'suspension']);
export const AuthorityState = z.enum(['received', 'prepared', 'answered']);

export const AuthorityRequest = z
  .object({
    id: Id,
    /** `CQ-2611-0003`. */
    number: z.string(),
    kind: AuthorityKind,
    state: AuthorityState,
    urgent: z.boolean(),
    authority: z.string(),
    /** Number and day of its letter. */
    document: z.string(),
    /** Exactly what it asks for, and for which time. */
    scope: z.string(),
    province: ProvinceCode,
    producer: z.object({ id: Id, name: z.string() }).nullable(),
    receivedAt: Instant,
    dueAt: Instant,
    late: z.boolean(),
    /** The law that sets the time. */
    legalRef: z.string(),
    prepared: z.object({ by: z.string().nullable(), at: Instant, answer: z.string() }).nullable(),
    answered: z.object({ by: z.string().nullable(), at: Instant }).nullable(),
    /** When a suspension that was ordered took effect. */
    carriedOutAt: Instant.nullable(),
    /** Whether the one who looks may send what another prepared. */
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'AuthorityRequest' });
export type AuthorityRequest = z.infer<typeof AuthorityRequest>;

export const listAuthorityRequests = endpoint({
  method: 'GET',
  path: '/authority/requests',
  summary: 'Requests of authorities in my province, those with the least time first',
  needs: 'authority.handle',
  reach: 'area',
  query: z.strictObject({ state: z.enum(['open', 'answered']).default('open'), page: PageNumber }),
  result: z.object({
    items: z.array(AuthorityRequest),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    late: z.int(),
  }),
});

const ofRequest = z.strictObject({ id: Id });

export const enterAuthorityRequest = endpoint({
  method: 'PUT',
  path: '/authority/requests/:id',
  summary: 'Enter what an authority asks; the clock runs from when it was received',
  needs: 'authority.handle',
  reach: 'area',
  params: ofRequest,
  body: z
    .strictObject({
      kind: AuthorityKind,
      urgent: z.boolean().default(false),
      authority: line(160, 3),
      document: line(120, 2),
      scope: prose(1500).pipe(z.string().min(5)),
      province: ProvinceCode,
      producer: Id.optional(),
      receivedAt: Instant,
    })
    .meta({ id: 'EnterAuthorityRequest' }),
  result: AuthorityRequest,
});

export const getAuthorityRequest = endpoint({
  method: 'GET',
  path: '/authority/requests/:id',
  summary: 'One request of an authority',
  needs: 'authority.handle',
  reach: 'area',
  params: ofRequest,
  result: AuthorityRequest,
});

export const prepareAnswer = endpoint({
  method: 'POST',
  path: '/authority/requests/:id/preparation',
  summary: 'Write what is to be answered; another official sends it',
  needs: 'authority.handle',
  reach: 'area',
  params: ofRequest,
  body: z.strictObject({ answer: prose(4000).pipe(z.string().min(5)) }).meta({ id: 'PrepareAnswer' }),
  result: AuthorityRequest,
});

export const sendAnswer = endpoint({
  method: 'POST',
  path: '/authority/requests/:id/answer',
  summary: 'Say that the answer another official prepared was sent; kept with who and when',
  needs: 'authority.handle',
  reach: 'area',
  fresh: true,
  params: ofRequest,
  result: AuthorityRequest,
});
