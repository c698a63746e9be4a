import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PaperView } from './papers.ts';
import { CommuneCode, Day, Done, Id, Instant, line, PageNumber, prose, ProvinceCode } from './values.ts';

export const ProducerKind = z.enum(['household', 'cooperative', 'cooperative-group']);
export type ProducerKind = z.infer<typeof ProducerKind>;

/**
 * Where a household or cooperative stands on its way to selling. `approved` is the officer's decision; `active` may sell.
 * draft → submitted → in-review → returned → submitted …; in-review → approved → active ⇄ suspended; any → closed.
 */
export const ApplicationStatus = z.enum([
  'draft',
  'submitted',
  'in-review',
  'returned',
  'approved',
  'active',
  'suspended',
  'closed',
]);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;

/** What a producer is asked in words; each is one question and is saved by itself. */
export const answerItems = [
  'kind',
  'name',
  'head',
  'commune',
  'sub-area',
  'address',
  'crops',
  'story',
  'note',
] as const;
export const AnswerItem = z.enum(answerItems);
export type AnswerItem = z.infer<typeof AnswerItem>;

/** The tasks of the list, in their order. At most five, each with one of four states. */
export const taskIds = ['stall', 'place', 'identity', 'food-safety', 'money'] as const;
export const TaskId = z.enum(taskIds);
export type TaskId = z.infer<typeof TaskId>;

/** The shape of each answer. A value that is not of it is refused by its item's name. */
export const answerShapes = {
  kind: ProducerKind,
  /** The stall's name as buyers read it. */
  name: line(80, 2),
  /** Head of the household, or who represents the cooperative. */
  head: line(80, 2),
  commune: CommuneCode,
  /** Hamlet, or the old commune's name. */
  'sub-area': line(80),
  address: line(200),
  /** Commodity ids of the catalogue. */
  crops: z
    .array(z.string().regex(/^[a-z_]{2,40}$/))
    .min(1)
    .max(12),
  /** What the household tells buyers of itself. */
  story: prose(600),
  note: prose(500),
} as const satisfies Record<AnswerItem, z.ZodType>;

/** One answer as it was given somewhere, perhaps offline: of two, the later `at` stands. `null` takes an answer back. */
export const Answer = z
  .strictObject({ item: AnswerItem, value: z.union([z.string(), z.array(z.string()), z.null()]), at: Instant })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

/** What an officer can remark on: an answer, a task as a whole, or one requirement by its id. */
export const RemarkOn = z.string().regex(/^[a-z0-9-]{2,60}$/);
export const ItemRemark = z.strictObject({ item: RemarkOn, reason: line(300, 3) }).meta({ id: 'ItemRemark' });

export const TaskView = z
  .object({
    id: TaskId,
    /** `done` by the household; `waiting` for an official; `returned` with a remark. */
    state: z.enum(['todo', 'done', 'waiting', 'returned']),
    /** Named by item or requirement. */
    missing: z.array(z.string()),
    remarks: z.array(ItemRemark),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof TaskView>;

/** How a requirement is met: by what is known, by the household's word, or by an official who checked. */
export const RequirementKind = z.enum(['computed', 'attested', 'verified']);

/** How a household can say that a requirement is met. */
export const Basis = z.enum(['certificate', 'commitment', 'exemption', 'quality-certificate', 'attested']);

/** One requirement of a dated set, as it stands for one producer. */
export const RequirementView = z
  .object({
    id: z.string(),
    task: TaskId,
    kind: RequirementKind,
    title: z.string(),
    /** What to do, in plain words. */
    hint: z.string(),
    legalRef: z.string(),
    /** What waits for it. */
    due: z.enum(['before-submission', 'before-approval', 'before-selling']),
    /** Commodity groups it is asked for; null: whatever is sold. */
    groups: z.array(z.string()).nullable(),
    /** Kinds of papers of which one will do; empty when none is needed. */
    papers: z.array(z.string()),
    state: z.enum(['met', 'missing', 'waiting', 'refused', 'expiring', 'expired']),
    /** Until when what meets it holds. */
    until: Day.nullable(),
    reason: z.string().nullable(),
    /** How the household says it is met; null: it said nothing, or an official's check alone speaks for it. */
    basis: Basis.nullable(),
    /** The letter of the exemption, or the household's words. */
    basisReason: z.string().nullable(),
  })
  .meta({ id: 'Requirement' });
export type RequirementView = z.infer<typeof RequirementView>;

export const ConsentPurpose = z.enum(['trading-rules', 'selling', 'messages', 'statistics']);
export const ConsentView = z
  .object({
    purpose: ConsentPurpose,
    version: z.string(),
    title: z.string(),
    text: z.string(),
    /** Without it nothing can be sold; the others are free. */
    required: z.boolean(),
    /** When it was given in this version; null: not given, or withdrawn. */
    givenAt: Instant.nullable(),
    how: z.enum(['own-hand', 'code', 'slip']).nullable(),
    withdrawnAt: Instant.nullable(),
  })
  .meta({ id: 'Consent' });
export type ConsentView = z.infer<typeof ConsentView>;

/** Where money goes. Numbers are masked everywhere: only the last three places are ever shown. */
export const PayoutView = z
  .object({
    bank: z.string(),
    numberEnd: z.string(),
    holder: z.string(),
    /** Whether the holder's name is the head's. */
    matched: z.boolean(),
    setAt: Instant,
    /** A change of number freezes payouts until then. */
    frozenUntil: Instant.nullable(),
  })
  .meta({ id: 'Payout' });

export const IdentityProofView = z
  .object({
    /** `manual`: an officer saw the citizen card; `vneid` when that opens. */
    method: z.enum(['manual', 'vneid']),
    state: z.enum(['waiting', 'verified', 'refused', 'expired']),
    fullName: z.string(),
    numberEnd: z.string(),
    birthDate: Day,
    until: Day.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'IdentityProof' });

const place = z.object({ code: CommuneCode, fullName: z.string(), province: z.string() });

/** One application with everything its own people may see of it. */
export const ApplicationDetail = z
  .object({
    id: Id,
    status: ApplicationStatus,
    kind: ProducerKind,
    name: z.string(),
    commune: place,
    answers: z.array(
      z.object({
        item: AnswerItem,
        value: z.union([z.string(), z.array(z.string())]),
        at: Instant,
        by: z.string().nullable(),
        /** Given by somebody who does not belong to it. */
        onBehalf: z.boolean(),
      }),
    ),
    /** Once it is approved, what it wants changed until an officer agrees: the stall's name, the head. */
    wishes: z.array(z.object({ item: AnswerItem, value: z.string(), at: Instant })),
    tasks: z.array(TaskView),
    requirements: z.array(RequirementView),
    consents: z.array(ConsentView),
    papers: z.array(PaperView),
    identity: IdentityProofView.nullable(),
    /** Null for delegates and officials too: who helps never sees where the money goes. */
    payout: PayoutView.nullable(),
    taxCode: z.string().nullable(),
    /** What keeps it from being handed in now: codes of items and requirements; empty when it can be. */
    missing: z.array(z.string()),
    /** How often it was handed in. */
    round: z.int(),
    submittedAt: Instant.nullable(),
    decidedAt: Instant.nullable(),
    suspension: z
      .object({ reason: z.string(), order: z.string().nullable(), from: Instant, carriedOut: z.boolean() })
      .nullable(),
    closing: z.object({ reason: z.string(), at: Instant }).nullable(),
    /** What the one who asks may do here, so that no button is shown that would be refused. */
    may: z.array(z.enum(['prepare', 'hand-in', 'payout', 'consent', 'members', 'delegate', 'close'])),
  })
  .meta({ id: 'ApplicationDetail' });
export type ApplicationDetail = z.infer<typeof ApplicationDetail>;

export const ApplicationSummary = z
  .object({
    id: Id,
    status: ApplicationStatus,
    kind: ProducerKind,
    name: z.string(),
    commune: place,
    tasksLeft: z.int(),
    remarks: z.int(),
    submittedAt: Instant.nullable(),
    /** Whether the one who asks belongs to it, or acts on its behalf. */
    own: z.boolean(),
  })
  .meta({ id: 'ApplicationSummary' });
export type ApplicationSummary = z.infer<typeof ApplicationSummary>;

const ofProducer = z.strictObject({ id: Id });

export const startApplication = endpoint({
  method: 'POST',
  path: '/producers',
  summary: 'Begin: a household or cooperative of one’s own, with a stall to prepare before anything is proved',
  needs: 'producer.enter',
  reach: 'own',
  body: z
    .strictObject({ id: Id, kind: ProducerKind, name: line(80, 2), head: line(80, 2).optional(), commune: CommuneCode })
    .meta({ id: 'StartApplication' }),
  result: ApplicationDetail,
});

export const listMyProducers = endpoint({
  method: 'GET',
  path: '/me/producers',
  summary: 'The households and cooperatives in whose name I may act, and where each stands',
  needs: 'session.own',
  reach: 'own',
  result: z.object({ items: z.array(ApplicationSummary) }),
});

export const getMyApplication = endpoint({
  method: 'GET',
  path: '/producers/:id/application',
  summary: 'Everything about one application: answers, tasks, requirements, consents, papers',
  needs: 'producer.prepare',
  reach: 'producer',
  params: ofProducer,
  result: ApplicationDetail,
});

export const saveAnswers = endpoint({
  method: 'PUT',
  path: '/producers/:id/answers',
  summary: 'Save one or more answers; by item the later one stands, so that phones and helpers never undo each other',
  needs: 'producer.prepare',
  reach: 'producer',
  params: ofProducer,
  body: z.strictObject({ answers: z.array(Answer).min(1).max(20) }).meta({ id: 'SaveAnswers' }),
  result: ApplicationDetail,
});

export const giveConsent = endpoint({
  method: 'POST',
  path: '/producers/:id/consents',
  summary: 'Agree to one purpose, in the words of one version',
  needs: 'consent.give',
  reach: 'producer',
  params: ofProducer,
  body: z
    .strictObject({ purpose: ConsentPurpose, version: z.string().max(20), agreed: z.literal(true) })
    .meta({ id: 'GiveConsent' }),
  result: ApplicationDetail,
});

export const withdrawConsent = endpoint({
  method: 'POST',
  path: '/producers/:id/consents/:purpose/withdrawal',
  summary: 'Take an agreement back; what needs it stops',
  needs: 'consent.give',
  reach: 'producer',
  params: z.strictObject({ id: Id, purpose: ConsentPurpose }),
  result: ApplicationDetail,
});

/** A Vietnamese citizen number: twelve digits (Law on Identification 26/2023/QH15). */
export const CitizenNumber = z
  .string()
  .max(20)
  .transform((text) => text.replace(/[\s.]/g, ''))
  .pipe(z.string().regex(/^\d{12}$/, 'twelve digits'));

export const proveIdentity = endpoint({
  method: 'PUT',
  path: '/producers/:id/identity-proof',
  summary: 'Say who the head is, for an officer to check against the citizen card',
  needs: 'paper.hand-in',
  reach: 'producer',
  params: ofProducer,
  body: z
    .strictObject({
      fullName: line(80, 2),
      citizenNumber: CitizenNumber,
      birthDate: Day,
      /** Photographs of the card, when it is not shown at the office; kept only until it was checked. */
      papers: z.array(Id).max(2).default([]),
    })
    .meta({ id: 'ProveIdentity' }),
  result: ApplicationDetail,
});

export const attestRequirement = endpoint({
  method: 'PUT',
  path: '/producers/:id/requirements/:requirement',
  summary: 'Say how a requirement is met: by a paper that was handed in, a commitment, or an exemption with its reason',
  needs: 'paper.hand-in',
  reach: 'producer',
  params: z.strictObject({ id: Id, requirement: RemarkOn }),
  body: z
    .strictObject({
      basis: Basis,
      paper: Id.optional(),
      /** The letter of the exemption, a to k (Decree 15/2018, Article 12(1)), or words. */
      reason: line(200).optional(),
    })
    .meta({ id: 'AttestRequirement' }),
  result: ApplicationDetail,
});

export const setPayout = endpoint({
  method: 'PUT',
  path: '/producers/:id/payout',
  summary: 'Where money goes; asks for a fresh code, and a changed number freezes payouts for 48 hours',
  needs: 'payout.set',
  reach: 'producer',
  fresh: true,
  params: ofProducer,
  body: z
    .strictObject({
      bank: z.string().regex(/^\d{6}$/, 'the bank’s six-digit BIN'),
      number: z.string().regex(/^\d{6,19}$/, 'digits alone'),
      holder: line(80, 2),
    })
    .meta({ id: 'SetPayout' }),
  result: ApplicationDetail,
});

export const setTaxCode = endpoint({
  method: 'PUT',
  path: '/producers/:id/tax-code',
  summary: 'The tax code of the household or cooperative: ten, twelve or thirteen digits',
  needs: 'producer.prepare',
  reach: 'producer',
  params: ofProducer,
  body: z
    .strictObject({ taxCode: z.string().regex(/^(\d{10}|\d{12}|\d{10}-?\d{3})$/, 'a tax code') })
    .meta({ id: 'SetTaxCode' }),
  result: ApplicationDetail,
});

export const handIn = endpoint({
  method: 'POST',
  path: '/producers/:id/submission',
  summary: 'Hand the application in, after it was read through',
  needs: 'producer.submit',
  reach: 'producer',
  params: ofProducer,
  result: ApplicationDetail,
});

export const closeStall = endpoint({
  method: 'POST',
  path: '/producers/:id/closing',
  summary: 'Give up selling; what is on sale leaves the market, orders accepted are still delivered',
  needs: 'producer.submit',
  reach: 'producer',
  params: ofProducer,
  body: z.strictObject({ reason: line(300, 3) }).meta({ id: 'CloseStall' }),
  result: ApplicationDetail,
});

/** One application as an officer sees it: no payout details, ever. */
export const ReviewView = ApplicationDetail.omit({ payout: true, may: true })
  .extend({
    applicant: z.object({ name: z.string().nullable(), phones: z.array(z.string()) }),
    payoutSet: z.boolean(),
    /**
     * What a person should look at: the citizen number is another producer's too; the account is in another name than the
     * verified one; the stall or its head wants another name.
     */
    flags: z.array(z.enum(['same-citizen-number', 'payout-name-differs', 'wishes'])),
    /** Who looks at it now. */
    reviewer: z.object({ id: Id, name: z.string().nullable(), since: Instant }).nullable(),
    history: z.array(
      z.object({ at: Instant, what: z.string(), by: z.string().nullable(), note: z.string().nullable() }),
    ),
    may: z.array(z.enum(['take', 'return', 'approve', 'suspend', 'reinstate', 'close', 'verify'])),
  })
  .meta({ id: 'Review' });
export type ReviewView = z.infer<typeof ReviewView>;

export const QueueItem = z
  .object({
    id: Id,
    status: ApplicationStatus,
    kind: ProducerKind,
    name: z.string(),
    commune: place,
    subArea: z.string().nullable(),
    submittedAt: Instant.nullable(),
    /** Whole days it has stood in this state. */
    age: z.int(),
    round: z.int(),
    reviewer: z.string().nullable(),
    /** Whether it waits for an officer to agree to another name. */
    wishes: z.boolean(),
    /** The last day on which it is answered in time; null while it waits for no officer. */
    dueOn: Day.nullable(),
    late: z.boolean(),
  })
  .meta({ id: 'ApplicationQueueItem' });

export const listReviews = endpoint({
  method: 'GET',
  path: '/applications',
  summary: "The applications of an officer's area in one state, the longest waiting first",
  needs: 'application.decide',
  reach: 'area',
  query: z.strictObject({
    status: ApplicationStatus.default('submitted'),
    commune: CommuneCode.optional(),
    /** Only those that wait for an officer to agree to another name. */
    wishes: z.enum(['yes']).optional(),
    page: PageNumber,
  }),
  result: z.object({
    items: z.array(QueueItem),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    /** By state, in the area. */
    counts: z.record(ApplicationStatus, z.int()),
  }),
});

const ofApplication = z.strictObject({ id: Id });
const review = { reach: 'area', params: ofApplication, result: ReviewView } as const;

export const getReview = endpoint({
  method: 'GET',
  path: '/applications/:id',
  summary: "One application of an officer's area; the look is noted",
  needs: 'application.decide',
  ...review,
});

export const takeReview = endpoint({
  method: 'POST',
  path: '/applications/:id/review',
  summary: 'Take it in hand: others see who looks at it',
  needs: 'application.decide',
  ...review,
});

export const approveApplication = endpoint({
  method: 'POST',
  path: '/applications/:id/approval',
  summary: 'Approve; when what is due before selling is met too, the producer may sell at once',
  needs: 'application.decide',
  fresh: true,
  ...review,
});

export const returnApplication = endpoint({
  method: 'POST',
  path: '/applications/:id/return',
  summary: 'Hand back, with a remark for each item to correct',
  needs: 'application.decide',
  ...review,
  body: z.strictObject({ remarks: z.array(ItemRemark).min(1).max(20) }).meta({ id: 'SendBack' }),
});

export const verifyRequirement = endpoint({
  method: 'POST',
  path: '/applications/:id/verifications/:requirement',
  summary: 'Say what checking a requirement showed; `identity` is the citizen card',
  needs: 'application.decide',
  reach: 'area',
  params: z.strictObject({ id: Id, requirement: RemarkOn }),
  body: z
    .strictObject({ result: z.enum(['verified', 'refused']), reason: line(300).optional() })
    .meta({ id: 'VerifyRequirement' }),
  result: ReviewView,
});

export const suspendProducer = endpoint({
  method: 'POST',
  path: '/applications/:id/suspension',
  summary: "Suspend: on an authority's order at once (to be carried out within 24 hours), else with five days' notice",
  needs: 'producer.suspend',
  fresh: true,
  ...review,
  body: z
    .strictObject({
      reason: line(300, 5),
      /** Number of the authority's order; absent: five days' notice. */
      order: line(80, 2).optional(),
    })
    .meta({ id: 'Suspend' }),
});

export const reinstateProducer = endpoint({
  method: 'POST',
  path: '/applications/:id/reinstatement',
  summary: 'Let a suspended producer sell again, or drop a suspension that was only announced',
  needs: 'producer.suspend',
  ...review,
  body: z.strictObject({ reason: line(300, 3) }).meta({ id: 'Reinstate' }),
});

export const closeProducer = endpoint({
  method: 'POST',
  path: '/applications/:id/closing',
  summary: 'Close for good, with the reason: it left, ended, or was entered twice',
  needs: 'producer.suspend',
  fresh: true,
  ...review,
  body: z.strictObject({ reason: line(300, 5) }).meta({ id: 'CloseProducer' }),
});

/** A rule of the house that has a date: what is required of whom. A version is drafted, seen on past cases, and approved by another. */
export const RuleVersion = z
  .object({
    id: Id,
    rule: z.string(),
    title: z.string(),
    state: z.enum(['draft', 'approved', 'in-force', 'ended', 'dropped']),
    validFrom: Day,
    validTo: Day.nullable(),
    legalRef: z.string(),
    body: z.record(z.string(), z.unknown()),
    draftedBy: z.string().nullable(),
    approvedBy: z.string().nullable(),
    draftedAt: Instant,
    approvedAt: Instant.nullable(),
    /** Whether the one who asks may approve it: never her own. */
    mayApprove: z.boolean(),
  })
  .meta({ id: 'RuleVersion' });
export type RuleVersion = z.infer<typeof RuleVersion>;

export const listRules = endpoint({
  method: 'GET',
  path: '/rules',
  summary: 'The dated requirements, every version of each',
  needs: 'rule.draft',
  reach: 'anyone',
  result: z.object({ items: z.array(RuleVersion) }),
});

export const draftRule = endpoint({
  method: 'PUT',
  path: '/rules/drafts/:id',
  summary: 'Draft a version of a requirement, or change a draft',
  needs: 'rule.draft',
  reach: 'anyone',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({
      /** The requirement's id; a new one begins a new requirement. */
      rule: RemarkOn,
      title: line(120, 3),
      hint: line(300, 3),
      task: TaskId,
      kind: RequirementKind,
      due: z.enum(['before-submission', 'before-approval', 'before-selling']),
      producerKinds: z.array(ProducerKind).min(1),
      groups: z.array(z.string().max(40)).max(40).nullable(),
      papers: z.array(z.string().max(40)).max(12),
      verifier: z.enum(['commune-officer', 'province-officer', 'inspector']).nullable(),
      /** Months after which what meets it must be shown again; null: it holds. */
      validMonths: z.int().min(1).max(240).nullable(),
      legalRef: line(300, 3),
      validFrom: Day,
      validTo: Day.nullable(),
      province: ProvinceCode.nullable(),
    })
    .meta({ id: 'DraftRule' }),
  result: RuleVersion,
});

export const previewRule = endpoint({
  method: 'GET',
  path: '/rules/drafts/:id/preview',
  summary: 'What a draft would change for the applications there are: who would lack what, counted and by example',
  needs: 'rule.draft',
  reach: 'anyone',
  params: z.strictObject({ id: Id }),
  result: z.object({
    cases: z.int(),
    newlyMissing: z.int(),
    newlyMet: z.int(),
    unchanged: z.int(),
    examples: z.array(
      z.object({ id: Id, name: z.string(), commune: z.string(), before: z.string(), after: z.string() }),
    ),
  }),
});

export const approveRule = endpoint({
  method: 'POST',
  path: '/rules/drafts/:id/approval',
  summary: 'Approve another person’s draft; it takes effect on its day',
  needs: 'rule.approve',
  reach: 'anyone',
  fresh: true,
  params: z.strictObject({ id: Id }),
  result: RuleVersion,
});

export const dropRule = endpoint({
  method: 'DELETE',
  path: '/rules/drafts/:id',
  summary: 'Drop a draft',
  needs: 'rule.draft',
  reach: 'anyone',
  params: z.strictObject({ id: Id }),
  result: Done,
});
