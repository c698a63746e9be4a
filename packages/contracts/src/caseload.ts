import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ApplicationStatus, ProducerKind, TaskId } from './onboarding.ts';
import { ImportRemark } from './spreadsheet.ts';
import { CommuneCode, Day, Id, Instant, line, PageNumber, prose, SearchWords } from './values.ts';

// Officers and helpers beside the households: lists brought in, who is stuck where, who visits whom.

/** A hamlet in an address: `thon-quat-du`. */
export const HamletSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const HamletView = z
  .object({
    slug: HamletSlug,
    name: z.string(),
    /** The commune it belonged to before July 2025; null when nobody said. */
    former: z.string().nullable(),
  })
  .meta({ id: 'Hamlet' });
export type HamletView = z.infer<typeof HamletView>;

const inCommune = z.strictObject({ commune: CommuneCode });
const oneHamlet = z.strictObject({ commune: CommuneCode, slug: HamletSlug });

export const listHamlets = endpoint({
  method: 'GET',
  path: '/communes/:commune/hamlets',
  summary: 'The hamlets of a commune, by name',
  needs: 'public',
  params: inCommune,
  result: z.object({ items: z.array(HamletView) }),
});

export const addHamlet = endpoint({
  method: 'POST',
  path: '/communes/:commune/hamlets',
  summary: 'Add a hamlet; one that is there already, however it is written, stays the one it is',
  needs: 'household.import',
  reach: 'area',
  params: inCommune,
  body: z.strictObject({ name: line(80, 1), former: line(80).optional() }).meta({ id: 'AddHamlet' }),
  result: HamletView,
});

export const renameHamlet = endpoint({
  method: 'PUT',
  path: '/communes/:commune/hamlets/:slug',
  summary: 'Write a hamlet’s name otherwise; its address stays',
  needs: 'household.import',
  reach: 'area',
  params: oneHamlet,
  body: z.strictObject({ name: line(80, 1), former: line(80).optional() }).meta({ id: 'RenameHamlet' }),
  result: HamletView,
});

export const mergeHamlet = endpoint({
  method: 'POST',
  path: '/communes/:commune/hamlets/:slug/merging',
  summary: 'Two names are one hamlet: its households move to the other, and the name is gone',
  needs: 'household.import',
  reach: 'area',
  params: oneHamlet,
  body: z.strictObject({ into: HamletSlug }).meta({ id: 'MergeHamlet' }),
  result: HamletView,
});

/** What a column of a household list can be. */
export const importFields = {
  head: 'Họ tên chủ hộ',
  hamlet: 'Thôn, ấp, bản',
  former: 'Xã cũ (trước 7/2025)',
  phone: 'Số điện thoại',
  citizen: 'Số căn cước',
  name: 'Tên gian hàng',
  goods: 'Sản phẩm',
  kind: 'Loại (hộ, hợp tác xã)',
  address: 'Địa chỉ',
  commune: 'Xã, phường',
} as const;
export type ImportField = keyof typeof importFields;
export const ImportField = z.enum(Object.keys(importFields) as [ImportField, ...ImportField[]]);

/**
 * reading: the file is opened · mapping: somebody must say what the columns are · checking: the dry run · checked: the report
 * stands and a person decides · entering · done · refused: the file as a whole · cancelled · undoing · undone.
 */
export const ImportState = z.enum([
  'reading',
  'mapping',
  'checking',
  'checked',
  'entering',
  'done',
  'refused',
  'cancelled',
  'undoing',
  'undone',
]);
export type ImportState = z.infer<typeof ImportState>;

/**
 * new: will be entered · known: is there already · flagged: may be the same as another, a person decides · wrong ·
 * entered · merged: its details went into a household · left-out · replaced: corrected in a later file · undone.
 */
export const importRowStates = [
  'new',
  'known',
  'flagged',
  'wrong',
  'entered',
  'merged',
  'left-out',
  'replaced',
  'undone',
] as const;
export const ImportRowState = z.enum(importRowStates);
export type ImportRowState = z.infer<typeof ImportRowState>;

export const ImportDecision = z.enum(['same', 'other', 'leave-out']);
export type ImportDecision = z.infer<typeof ImportDecision>;

export const ImportTwin = z
  .object({
    /** A household, or (null) another row of the same file. */
    producer: Id.nullable(),
    line: z.int().nullable(),
    why: z.enum(['phone', 'citizen', 'name']),
    /** Null for a household of another commune: that it is there is all that may be said. */
    name: z.string().nullable(),
    head: z.string().nullable(),
    hamlet: z.string().nullable(),
    phones: z.array(z.string()),
    /** `Xã Phúc Hòa`, when it is elsewhere. */
    elsewhere: z.boolean(),
  })
  .meta({ id: 'ImportTwin' });

export const ImportRow = z
  .object({
    id: z.string(),
    part: z.int(),
    line: z.int(),
    state: ImportRowState,
    name: z.string().nullable(),
    head: z.string().nullable(),
    hamlet: z.string().nullable(),
    phones: z.array(z.string()),
    hasCitizen: z.boolean(),
    goods: z.string().nullable(),
    /** What is wrong. */
    problems: z.array(ImportRemark),
    /** What was mended or is to be known; the row is good. */
    notes: z.array(ImportRemark),
    twins: z.array(ImportTwin),
    decision: ImportDecision.nullable(),
    producer: Id.nullable(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;

const counts = z.object(
  Object.fromEntries(importRowStates.map((state) => [state, z.int()])) as Record<ImportRowState, z.ZodInt>,
);

export const ImportView = z
  .object({
    id: Id,
    state: ImportState,
    fileName: z.string(),
    format: z.enum(['xlsx', 'csv']),
    commune: z.object({ code: CommuneCode, fullName: z.string() }),
    cooperative: z.object({ id: Id, name: z.string() }).nullable(),
    /** How many files it took: the first, and each that corrected it. */
    part: z.int(),
    /** Why the file as a whole was refused: a code, and what it names. */
    reason: ImportRemark.nullable(),
    /** What is to be known of the file as a whole. */
    notes: z.array(ImportRemark),
    rowsTotal: z.int(),
    rowsDone: z.int(),
    counts,
    /** Flagged rows somebody has decided. */
    decided: z.int(),
    /** Rows that the next entry brings in. */
    ready: z.int(),
    sheets: z.array(
      z.object({
        name: z.string(),
        columns: z.array(
          z.object({
            column: z.int(),
            head: z.string(),
            /** The first filled cells below it. */
            examples: z.array(z.string()),
            field: ImportField.nullable(),
          }),
        ),
      }),
    ),
    sheet: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdAt: Instant,
    endedAt: Instant.nullable(),
    /** Until when what it entered can be taken back; null: nothing to take back. */
    undoUntil: Instant.nullable(),
    /** Whether the file is still kept (sealed), so that wrong rows can be downloaded. */
    kept: z.boolean(),
    /** The same file had been handed in before: this is that one. */
    again: z.boolean(),
  })
  .meta({ id: 'Import' });
export type ImportView = z.infer<typeof ImportView>;

const ofImport = z.strictObject({ id: Id });
const importing = { needs: 'household.import', reach: 'area' } as const;

/** Bytes of a list at most; the dated limit may be lower. */
export const importBytes = 10 * 1024 * 1024;

/**
 * The bytes are the body; what they are is judged by them alone. With `continues`, the file corrects rows of that import and
 * goes on with it; `id` is then its own, so that a retry is the same file.
 */
export const putImport = endpoint({
  method: 'PUT',
  path: '/imports/:id',
  summary: 'Hand in a commune’s list of households (XLSX or CSV); nothing is entered before somebody says so',
  ...importing,
  params: ofImport,
  query: z.strictObject({
    commune: CommuneCode,
    file: z.string().max(200),
    cooperative: Id.optional(),
    continues: Id.optional(),
  }),
  raw: true,
  limit: { points: 120, seconds: 3600, by: 'address' },
});

export const listImports = endpoint({
  method: 'GET',
  path: '/imports',
  summary: 'The lists of an area, newest first',
  ...importing,
  query: z.strictObject({ commune: CommuneCode.optional(), page: PageNumber }),
  result: z.object({
    items: z.array(
      ImportView.pick({
        id: true,
        state: true,
        fileName: true,
        commune: true,
        rowsTotal: true,
        counts: true,
        createdBy: true,
        createdAt: true,
      }),
    ),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
  }),
});

export const getImport = endpoint({
  method: 'GET',
  path: '/imports/:id',
  summary: 'How far an import is, and what its dry run says in numbers',
  ...importing,
  params: ofImport,
  result: ImportView,
});

export const mapImport = endpoint({
  method: 'PUT',
  path: '/imports/:id/columns',
  summary: 'Say what the columns of the list are; those not named are left aside',
  ...importing,
  params: ofImport,
  body: z
    .strictObject({
      sheet: z.string().max(120),
      columns: z
        .array(z.strictObject({ column: z.int().min(0).max(500), field: ImportField }))
        .min(1)
        .max(60),
    })
    .meta({ id: 'MapImport' }),
  result: ImportView,
});

export const listImportRows = endpoint({
  method: 'GET',
  path: '/imports/:id/rows',
  summary: 'The rows of an import, in the order of the file; the look is noted',
  ...importing,
  params: ofImport,
  query: z.strictObject({ state: ImportRowState.optional(), page: PageNumber }),
  result: z.object({ items: z.array(ImportRow), total: z.int(), page: z.int(), pages: z.int() }),
});

export const decideImportRows = endpoint({
  method: 'PUT',
  path: '/imports/:id/decisions',
  summary:
    'Decide flagged rows: the same household, another one, or left out. Deciding anew changes it until it is entered',
  ...importing,
  params: ofImport,
  body: z
    .strictObject({
      /** By `id` of the rows; or all that are flagged for one reason and not decided yet. */
      rows: z.array(z.string().max(60)).max(200).default([]),
      all: z.enum(['phone', 'citizen', 'name']).optional(),
      decision: ImportDecision,
    })
    .meta({ id: 'DecideImportRows' }),
  result: ImportView,
});

export const enterImport = endpoint({
  method: 'POST',
  path: '/imports/:id/entry',
  summary: 'Enter the good rows and what was decided; the others wait',
  ...importing,
  params: ofImport,
  result: ImportView,
});

export const closeImport = endpoint({
  method: 'POST',
  path: '/imports/:id/closing',
  summary: 'Nothing more of this list will be entered; the file is destroyed',
  ...importing,
  params: ofImport,
  result: ImportView,
});

export const undoImport = endpoint({
  method: 'POST',
  path: '/imports/:id/undoing',
  summary: 'Take back the households this import entered and nobody has touched since; within a day',
  ...importing,
  params: ofImport,
  result: ImportView,
});

export const downloadWrongRows = endpoint({
  method: 'GET',
  path: '/imports/:id/wrong-rows',
  summary:
    'The wrong rows as they stood in the file, with a column that says what is wrong: to correct and hand in again',
  ...importing,
  params: ofImport,
  query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  raw: true,
});

export const downloadImportTemplate = endpoint({
  method: 'GET',
  path: '/import-template',
  summary: 'An empty list with the right heads and one example',
  needs: 'household.import',
  reach: 'anyone',
  query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  raw: true,
});

export const CaseView = z
  .object({
    id: Id,
    kind: ProducerKind,
    name: z.string(),
    head: z.string().nullable(),
    commune: CommuneCode,
    communeName: z.string(),
    hamlet: HamletSlug.nullable(),
    /** The hamlet or sub-area as it is written. */
    place: z.string().nullable(),
    status: ApplicationStatus,
    /** The first task that is not done; null when nothing is left to do. */
    stuckAt: TaskId.nullable(),
    tasksLeft: z.int(),
    /** By item and requirement. */
    missing: z.array(z.string()),
    since: Instant,
    /** Whole days in this state. */
    days: z.int(),
    helper: z.object({ id: Id, name: z.string().nullable() }).nullable(),
    touchedAt: Instant.nullable(),
    touchedBy: z.string().nullable(),
    nextVisit: Day.nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof CaseView>;

export const caseSorts = ['stuck', 'name', 'visit', 'touched'] as const;

const caseFilter = {
  commune: CommuneCode.optional(),
  hamlet: HamletSlug.optional(),
  /** A person, or `none`: nobody is beside it. */
  helper: z.union([Id, z.literal('none')]).optional(),
  status: ApplicationStatus.optional(),
  stuck: TaskId.optional(),
  visit: z.enum(['overdue', 'week', 'none']).optional(),
  words: SearchWords.optional(),
};

export const listCases = endpoint({
  method: 'GET',
  path: '/caseload',
  summary: 'The households of an area or beat: who is stuck where, since when, what is missing, when the next visit is',
  needs: 'caseload.read',
  reach: 'area',
  query: z.strictObject({ ...caseFilter, sort: z.enum(caseSorts).default('stuck'), page: PageNumber }),
  result: z.object({
    items: z.array(CaseView),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    /** Of the area (and commune, hamlet, helper, when asked), whatever else is filtered. */
    counts: z.object({
      all: z.int(),
      status: z.record(ApplicationStatus, z.int()),
      stuck: z.record(TaskId, z.int()),
      overdue: z.int(),
      unassigned: z.int(),
    }),
  }),
});

export const VisitView = z
  .object({
    id: Id,
    /** The day it is planned for, while nobody has been there. */
    plannedFor: Day.nullable(),
    visitedOn: Day.nullable(),
    /** Who goes, or went. */
    by: z.string().nullable(),
    done: z.string().nullable(),
    missing: z.string().nullable(),
    nextVisit: Day.nullable(),
  })
  .meta({ id: 'Visit' });
export type VisitView = z.infer<typeof VisitView>;

/** One household with everything an officer or helper beside it may see: never where its money goes. */
export const CaseDetail = CaseView.extend({
  phones: z.array(z.string()),
  enteredHow: z.enum(['self', 'assisted', 'imported']),
  enteredAt: Instant,
  /** Whether its own people have signed in. */
  takenOver: z.boolean(),
  visits: z.array(VisitView),
  history: z.array(z.object({ at: Instant, what: z.string(), by: z.string().nullable(), behalf: z.boolean() })),
  /** Who can be put beside it. */
  helpers: z.array(z.object({ id: Id, name: z.string().nullable() })),
  /** What it lets others do now, each as one sentence; only for whoever may end it in its name. */
  delegations: z.array(z.object({ id: Id, sentence: z.string() })),
  may: z.object({ assign: z.boolean(), decide: z.boolean(), endDelegations: z.boolean() }),
}).meta({ id: 'CaseDetail' });
export type CaseDetail = z.infer<typeof CaseDetail>;

const ofHousehold = z.strictObject({ id: Id });
const beside = { needs: 'caseload.read', reach: 'area' } as const;

export const getCase = endpoint({
  method: 'GET',
  path: '/caseload/:id',
  summary: 'One household of the area or beat; the look is noted',
  ...beside,
  params: ofHousehold,
  result: CaseDetail,
});

export const planVisit = endpoint({
  method: 'PUT',
  path: '/caseload/:id/visits/:visit',
  summary: 'Plan a visit, or move it to another day',
  ...beside,
  params: z.strictObject({ id: Id, visit: Id }),
  body: z.strictObject({ day: Day }).meta({ id: 'PlanVisit' }),
  result: CaseDetail,
});

export const dropVisit = endpoint({
  method: 'DELETE',
  path: '/caseload/:id/visits/:visit',
  summary: 'A planned visit does not take place',
  ...beside,
  params: z.strictObject({ id: Id, visit: Id }),
  result: CaseDetail,
});

export const noteVisit = endpoint({
  method: 'POST',
  path: '/caseload/:id/visits',
  summary:
    'Note a visit: what was done, what is missing, when the next one is; what was planned until that day is done with it',
  ...beside,
  params: ofHousehold,
  body: z
    .strictObject({
      id: Id,
      day: Day,
      done: prose(600),
      missing: prose(600).optional(),
      next: Day.optional(),
    })
    .meta({ id: 'NoteVisit' }),
  result: CaseDetail,
});

export const listHelpers = endpoint({
  method: 'GET',
  path: '/caseload-helpers',
  summary: 'The helpers of an area, and how many households each stands beside',
  needs: 'household.import',
  reach: 'area',
  query: z.strictObject({ commune: CommuneCode.optional() }),
  result: z.object({
    items: z.array(
      z.object({
        id: Id,
        name: z.string().nullable(),
        commune: CommuneCode,
        hamlets: z.array(HamletSlug).nullable(),
        households: z.int(),
      }),
    ),
  }),
});

export const assignCases = endpoint({
  method: 'POST',
  path: '/caseload-assignments',
  summary: 'Put a helper beside households, one by one or all of a hamlet; null: nobody',
  needs: 'household.import',
  reach: 'area',
  body: z
    .strictObject({
      helper: Id.nullable(),
      commune: CommuneCode,
      households: z.array(Id).max(500).default([]),
      /** All households of this hamlet beside which nobody stands. */
      hamlet: HamletSlug.optional(),
    })
    .meta({ id: 'AssignCases' }),
  result: z.object({ assigned: z.int() }),
});

export const getTour = endpoint({
  method: 'GET',
  path: '/tours/:day',
  summary: 'Whom to visit on a day, by hamlet, with phone and what is missing; the look is noted',
  ...beside,
  params: z.strictObject({ day: Day }),
  query: z.strictObject({ commune: CommuneCode.optional(), helper: Id.optional() }),
  result: z.object({
    day: Day,
    items: z.array(CaseView.extend({ phones: z.array(z.string()), visit: Id, lastDone: z.string().nullable() })),
  }),
});
