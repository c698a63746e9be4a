import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CommuneCode, Id, Instant, Key, line, PageNumber, prose, ShortCode } from './values.ts';

/** `open` waits for the officer, `answered` for what she asked of either side, `decided` for nobody. */
export const ComplaintState = z.enum(['open', 'answered', 'decided']);
export type ComplaintState = z.infer<typeof ComplaintState>;

export const ComplaintOutcome = z.enum(['upheld', 'not-upheld', 'settled', 'forwarded']);
export type ComplaintOutcome = z.infer<typeof ComplaintOutcome>;

/** What one can complain of; dated rows say within how many working days it must be decided, and by which law. */
export const ComplaintTopic = z
  .object({ id: z.string(), title: z.string(), workingDays: z.int(), legalRef: z.string() })
  .meta({ id: 'ComplaintTopic' });

/** As it is read aloud: `KN-2611-0042`. */
const ComplaintNumber = z.string().regex(/^KN-\d{4}-\d{4,8}$/);

const summary = {
  id: Id,
  number: ComplaintNumber,
  topic: ComplaintTopic,
  state: ComplaintState,
  commune: z.object({ code: CommuneCode, fullName: z.string() }),
  producer: z.object({ id: Id, name: z.string() }),
  /** The order it is about; null when it is about a producer. */
  orderCode: z.string().nullable(),
  openedAt: Instant,
  dueAt: Instant,
  /** Past its time and not decided, or decided too late. */
  late: z.boolean(),
  /** Since when the province looks after it too. */
  escalatedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  outcome: ComplaintOutcome.nullable(),
  /** Why it was decided so. */
  reason: z.string().nullable(),
  /** To whom it was forwarded. */
  authority: z.string().nullable(),
  reopenedAt: Instant.nullable(),
};

export const Complaint = z.object(summary).meta({ id: 'Complaint' });
export type Complaint = z.infer<typeof Complaint>;

export const ComplaintNote = z.object({
  at: Instant,
  from: z.enum(['complainant', 'producer', 'office']),
  kind: z.enum(['words', 'decision', 'reopening']),
  /** Who it was, of the office. */
  by: z.string().nullable(),
  outcome: ComplaintOutcome.nullable(),
  text: z.string(),
});

export const ComplaintDetail = z
  .object({
    ...summary,
    owner: z.object({ id: Id, name: z.string().nullable() }).nullable(),
    notes: z.array(ComplaintNote),
    /** Decided, and not reopened before. */
    mayReopen: z.boolean(),
    /** Opens this page for whoever complained; null for others. */
    key: Key.nullable(),
    /** For officials only. */
    complainant: z.object({ name: z.string().nullable(), phone: z.string() }).nullable(),
  })
  .meta({ id: 'ComplaintDetail' });
export type ComplaintDetail = z.infer<typeof ComplaintDetail>;

const words = prose(2000).pipe(z.string().min(5));
const byAddress = { points: 20, seconds: 3600, by: 'address' } as const;

export const listComplaintTopics = endpoint({
  method: 'GET',
  path: '/complaints/topics',
  summary: 'What one can complain of, and within how many working days it is decided',
  needs: 'public',
  result: z.object({ items: z.array(ComplaintTopic) }),
});

export const makeComplaint = endpoint({
  method: 'POST',
  path: '/complaints',
  summary:
    'Complain about a parcel, with its order’s code and key, or, signed in, about a producer; the same id is once',
  needs: 'public',
  limit: byAddress,
  body: z
    .strictObject({
      id: Id,
      topic: z.string().regex(/^[a-z-]{2,40}$/),
      text: words,
      about: z.union([z.strictObject({ order: ShortCode, key: Key, parcel: Id }), z.strictObject({ producer: Id })]),
    })
    .meta({ id: 'MakeComplaint' }),
  result: ComplaintDetail,
});

const ofNumber = z.strictObject({ number: ComplaintNumber });
const forComplainant = { needs: 'public', params: ofNumber, result: ComplaintDetail } as const;

export const getComplaint = endpoint({
  method: 'GET',
  path: '/complaints/:number',
  summary: 'How far it is, for whoever complained: with its key, or signed in',
  limit: { points: 600, seconds: 3600, by: 'address' },
  ...forComplainant,
  query: z.strictObject({ key: Key.optional() }),
});

export const addToComplaint = endpoint({
  method: 'POST',
  path: '/complaints/:number/notes',
  summary: 'Whoever complained writes more, while it is not decided',
  limit: byAddress,
  ...forComplainant,
  body: z.strictObject({ id: Id, text: words, key: Key.optional() }).meta({ id: 'AddToComplaint' }),
});

export const reopenComplaint = endpoint({
  method: 'POST',
  path: '/complaints/:number/reopening',
  summary: 'Once, with a reason, whoever complained has it looked at again, in a new time',
  limit: byAddress,
  ...forComplainant,
  body: z.strictObject({ id: Id, reason: words, key: Key.optional() }).meta({ id: 'ReopenComplaint' }),
});

export const listOrderComplaints = endpoint({
  method: 'GET',
  path: '/orders/:code/complaints',
  summary: 'What was complained of about an order, for whoever holds its key',
  needs: 'public',
  limit: { points: 600, seconds: 3600, by: 'address' },
  params: z.strictObject({ code: ShortCode }),
  query: z.strictObject({ key: Key }),
  result: z.object({ items: z.array(Complaint.extend({ key: Key })) }),
});

export const listMyComplaints = endpoint({
  method: 'GET',
  path: '/me/complaints',
  summary: 'What I complained of, newest first',
  needs: 'complaint.make',
  reach: 'own',
  result: z.object({ items: z.array(Complaint) }),
});

const ComplaintPage = z.object({
  items: z.array(Complaint.extend({ owner: z.string().nullable() })),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});

export const listComplaintsAboutMe = endpoint({
  method: 'GET',
  path: '/me/complaints-about',
  summary: 'What was complained of about my households, undecided ones first',
  needs: 'complaint.answer',
  reach: 'producer',
  query: z.strictObject({ page: PageNumber }),
  result: ComplaintPage,
});

const ofId = z.strictObject({ id: Id });
const note = z.strictObject({ id: Id, text: words });
const asProducer = { needs: 'complaint.answer', reach: 'producer', params: ofId, result: ComplaintDetail } as const;

export const getComplaintAboutMe = endpoint({
  method: 'GET',
  path: '/me/complaints-about/:id',
  summary: 'One complaint about my household, with what was written',
  ...asProducer,
});

export const answerComplaint = endpoint({
  method: 'POST',
  path: '/me/complaints-about/:id/notes',
  summary: 'The producer’s side of it; whoever complained is told',
  ...asProducer,
  body: note.meta({ id: 'AnswerComplaint' }),
});

export const listComplaints = endpoint({
  method: 'GET',
  path: '/complaint-cases',
  summary: 'Complaints about producers of my area, the nearest deadline first',
  needs: 'complaint.handle',
  reach: 'area',
  query: z.strictObject({
    state: ComplaintState.default('open'),
    commune: CommuneCode.optional(),
    mine: z.enum(['1']).optional(),
    /** Only those whose time ran out: the province’s part. */
    late: z.enum(['1']).optional(),
    page: PageNumber,
  }),
  result: ComplaintPage.extend({ counts: z.record(ComplaintState, z.int()), late: z.int() }),
});

const asOfficer = { needs: 'complaint.handle', reach: 'area', params: ofId, result: ComplaintDetail } as const;

export const getComplaintCase = endpoint({
  method: 'GET',
  path: '/complaint-cases/:id',
  summary: 'One complaint of my area; the look is noted',
  ...asOfficer,
});

export const takeComplaint = endpoint({
  method: 'POST',
  path: '/complaint-cases/:id/owner',
  summary: 'I look after it',
  ...asOfficer,
});

export const askAboutComplaint = endpoint({
  method: 'POST',
  path: '/complaint-cases/:id/notes',
  summary: 'Ask or answer; both sides read it and are told',
  ...asOfficer,
  body: note.meta({ id: 'AskAboutComplaint' }),
});

export const decideComplaint = endpoint({
  method: 'POST',
  path: '/complaint-cases/:id/decision',
  summary: 'A person decides, with a reason; both sides are told. Twice is once',
  ...asOfficer,
  body: z
    .strictObject({
      outcome: ComplaintOutcome,
      reason: prose(1500).pipe(z.string().min(10)),
      authority: line(200, 3).optional(),
    })
    .refine(({ outcome, authority }) => (outcome === 'forwarded') === (authority !== undefined), {
      path: ['authority'],
      message: 'named when, and only when, it is forwarded',
    })
    .meta({ id: 'DecideComplaint' }),
});
