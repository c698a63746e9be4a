import { z } from 'zod';
import { HamletSlug, HamletView } from './caseload.ts';
import { endpoint } from './endpoint.ts';
import { CodeSent } from './identity.ts';
import { Answer, AnswerItem, ApplicationStatus, CitizenNumber, ConsentPurpose } from './onboarding.ts';
import { DelegableRightName } from './producers.ts';
import { CommuneCode, Day, Id, Instant, line, PageNumber, Phone, prose, SearchWords } from './values.ts';

// A member of the community digital team beside a household, with a phone that often has no signal.

/** What a household may let its helper do in its name; each is ticked with the household. */
export const fieldRights = ['producer.prepare', 'paper.hand-in', 'listing.publish'] as const;
export const FieldRight = DelegableRightName.extract(fieldRights);

const AnswerValue = z.union([z.string(), z.array(z.string())]);

/** One household as a helper's phone keeps it: numbers masked, and its answers only while it lets her write them. */
export const FieldHousehold = z
  .object({
    id: Id,
    name: z.string(),
    head: z.string().nullable(),
    commune: CommuneCode,
    communeName: z.string(),
    hamlet: HamletSlug.nullable(),
    /** The hamlet as it is written. */
    place: z.string().nullable(),
    phones: z.array(z.string()),
    status: ApplicationStatus.nullable(),
    tasksLeft: z.int().nullable(),
    /** By item and requirement. */
    missing: z.array(z.string()),
    /** Whether its own people have taken it over. */
    signedIn: z.boolean(),
    /** What it lets the one who asks do, and the last day of it; null: it did not agree, or not any more. */
    delegation: z.object({ rights: z.array(DelegableRightName), until: Day }).nullable(),
    nextVisit: Day.nullable(),
    answers: z.array(z.object({ item: AnswerItem, value: AnswerValue, at: Instant })),
  })
  .meta({ id: 'FieldHousehold' });
export type FieldHousehold = z.infer<typeof FieldHousehold>;

const assist = { needs: 'household.assist', reach: 'area' } as const;
const ofHousehold = z.strictObject({ id: Id });

export const listFieldHouseholds = endpoint({
  method: 'GET',
  path: '/field/households',
  summary:
    'The households of a helper’s hamlets, to be kept on her phone; looks are noted once a day for each household',
  ...assist,
  query: z.strictObject({
    page: PageNumber,
    /** The version she has of this page: if it is still so, nothing is sent again. */
    known: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional(),
  }),
  result: z.object({
    version: z.string(),
    unchanged: z.boolean(),
    items: z.array(FieldHousehold),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
  }),
});

/** One that may be the same; outside her hamlets a helper learns that there is one, and nothing else of it. */
export const FieldTwin = z
  .object({
    household: Id.nullable(),
    why: z.enum(['phone', 'citizen', 'name']),
    name: z.string().nullable(),
    place: z.string().nullable(),
  })
  .meta({ id: 'FieldTwin' });
export type FieldTwin = z.infer<typeof FieldTwin>;

export const findFieldHouseholds = endpoint({
  method: 'POST',
  path: '/field/searches',
  summary: 'Households of a helper’s hamlets by name, phone or citizen number; a number never stands in an address',
  ...assist,
  limit: { points: 600, seconds: 3600, by: 'address' },
  body: z.strictObject({ words: SearchWords }).meta({ id: 'FindHouseholds' }),
  result: z.object({ items: z.array(FieldHousehold), total: z.int() }),
});

export const ReadAloud = z
  .object({
    version: z.string(),
    /** What is read out before a household agrees that somebody writes for it. */
    text: z.string(),
    /** Days such an agreement holds unless another day is said. */
    days: z.int(),
  })
  .meta({ id: 'ReadAloud' });

export const getFieldKit = endpoint({
  method: 'GET',
  path: '/field/kit',
  summary: 'What a helper takes along: who she is, her hamlets, and the words that are read out',
  ...assist,
  result: z.object({
    helper: z.object({ id: Id, name: z.string().nullable() }),
    communes: z.array(z.object({ code: CommuneCode, name: z.string(), hamlets: z.array(HamletView) })),
    reading: ReadAloud,
    /** The last day an agreement given today holds by itself. */
    until: Day,
    texts: z.array(
      z.object({
        purpose: ConsentPurpose,
        version: z.string(),
        title: z.string(),
        text: z.string(),
        required: z.boolean(),
      }),
    ),
  }),
});

/** One entry of a helper in a household's log. */
export const FieldLogLine = z
  .object({
    id: Id,
    household: Id,
    name: z.string().nullable(),
    kind: z.enum(['household', 'consent-code', 'consent-slip', 'answers', 'visit', 'hand-over']),
    at: Instant,
    outcome: z.enum(['applied', 'conflict', 'refused']),
  })
  .meta({ id: 'FieldLogLine' });

export const getFieldHousehold = endpoint({
  method: 'GET',
  path: '/field/households/:id',
  summary: 'One household of a helper’s hamlets, with its numbers and what she did there; the look is noted',
  ...assist,
  params: ofHousehold,
  result: FieldHousehold.extend({
    /** In full: to ring it up. */
    call: z.array(z.string()),
    /** When the helper began to hand it over. */
    handingOver: Instant.nullable(),
    log: z.array(FieldLogLine),
  }),
});

export const askFieldConsent = endpoint({
  method: 'POST',
  path: '/field/households/:id/consent-codes',
  summary: 'Send a code to one of the household’s own phones; telling it to the helper is agreeing',
  ...assist,
  limit: { points: 120, seconds: 3600, by: 'address' },
  params: ofHousehold,
  body: z
    .strictObject({
      /** Which of its numbers, in their order. */
      which: z.int().min(0).max(9).default(0),
    })
    .meta({ id: 'AskFieldConsent' }),
  result: CodeSent,
});

/** The bytes are the body, judged by themselves; the id is made on the phone, so that the same slip again is the same. */
export const putFieldSlip = endpoint({
  method: 'PUT',
  path: '/field/households/:id/slips/:paper',
  summary: 'The photograph of a signed slip, handed in before the household has let anybody do anything',
  ...assist,
  limit: { points: 600, seconds: 3600, by: 'address' },
  params: z.strictObject({ id: Id, paper: Id }),
  raw: true,
});

/** What a household agreed to, as it was read out: purpose by purpose, each in the words of one version. */
const agreement = {
  /** The version of what was read out. */
  reading: z.string().max(20),
  agreed: z.array(z.strictObject({ purpose: ConsentPurpose, version: z.string().max(20) })).max(8),
  rights: z.array(FieldRight).min(1).max(fieldRights.length),
  /** The last day; absent: as long as is usual. */
  until: Day.optional(),
};

/**
 * What each kind of entry says. `seen` is the instant of the answer the phone showed when this one was typed (null: none): an
 * answer that came in between is a conflict, and both are shown.
 */
export const fieldBodies = {
  household: z.strictObject({
    head: line(80, 2),
    name: line(80, 2).optional(),
    phones: z.array(Phone).max(3).default([]),
    commune: CommuneCode,
    hamlet: HamletSlug.optional(),
    citizenNumber: CitizenNumber.optional(),
    /** It is another household than those that look the same. */
    other: z.boolean().default(false),
  }),
  'consent-code': z.strictObject({
    ...agreement,
    which: z.int().min(0).max(9).default(0),
    code: z.string().regex(/^\d{6}$/, 'six digits'),
  }),
  'consent-slip': z.strictObject({ ...agreement, paper: Id }),
  answers: z.strictObject({
    answers: z
      .array(z.strictObject({ ...Answer.shape, seen: Instant.nullable().optional() }))
      .min(1)
      .max(20),
  }),
  visit: z.strictObject({ day: Day, done: prose(600), missing: prose(600).optional(), next: Day.optional() }),
} as const;
export type FieldKind = keyof typeof fieldBodies;

/** `id` and `at` are made on the phone; `sent` is its clock when it sends, so that a wrong clock is wrong in both. */
const entry = { id: Id, household: Id, at: Instant, sent: Instant.optional() };
const entryOf = <K extends FieldKind>(kind: K) =>
  z.strictObject({ ...entry, kind: z.literal(kind), body: fieldBodies[kind] });

export const FieldEntry = z
  .discriminatedUnion('kind', [
    entryOf('household'),
    entryOf('consent-code'),
    entryOf('consent-slip'),
    entryOf('answers'),
    entryOf('visit'),
  ])
  .meta({ id: 'FieldEntry' });
export type FieldEntry = z.infer<typeof FieldEntry>;

export const FieldConflict = z
  .object({
    item: AnswerItem,
    mine: AnswerValue.nullable(),
    theirs: AnswerValue,
    theirsAt: Instant,
    theirsBy: z.string().nullable(),
  })
  .meta({ id: 'FieldConflict' });
export type FieldConflict = z.infer<typeof FieldConflict>;

export const FieldResult = z
  .object({
    id: Id,
    /** `applied` is final. `conflict`: what nobody else answered is saved. `refused`: nothing is, and the phone keeps it. */
    outcome: z.enum(['applied', 'conflict', 'refused']),
    problem: z
      .object({
        code: z.string(),
        details: z.record(z.string(), z.unknown()),
        errors: z.array(z.object({ field: z.string(), rule: z.string(), message: z.string() })),
      })
      .nullable(),
    conflicts: z.array(FieldConflict),
    twins: z.array(FieldTwin),
    /** The household as it stands now; null while there is none. */
    household: FieldHousehold.nullable(),
  })
  .meta({ id: 'FieldResult' });
export type FieldResult = z.infer<typeof FieldResult>;

export const sendFieldEntry = endpoint({
  method: 'POST',
  path: '/field/entries',
  summary: 'One entry of a helper’s queue; the same one again is done once, in the order in which a household’s arrive',
  ...assist,
  limit: { points: 1800, seconds: 3600, by: 'address' },
  body: FieldEntry,
  result: FieldResult,
});

export const startHandOver = endpoint({
  method: 'POST',
  path: '/field/households/:id/hand-over',
  summary:
    'The household is about to sign in with its own phone; when it has, the helper may do nothing more in its name',
  ...assist,
  params: ofHousehold,
  body: z.strictObject({ id: Id }).meta({ id: 'StartHandOver' }),
  result: z.object({ startedAt: Instant }),
});

export const listFieldLog = endpoint({
  method: 'GET',
  path: '/field/log',
  summary: 'What a helper did for whom, newest first',
  ...assist,
  query: z.strictObject({ page: PageNumber }),
  result: z.object({ items: z.array(FieldLogLine), page: z.int(), pages: z.int() }),
});
