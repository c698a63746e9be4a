import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ProducerKind } from './onboarding.ts';
import { CommuneCode, Id, Instant, line, PageNumber, prose } from './values.ts';

export const ApplicationState = z.enum(['submitted', 'returned', 'approved']);
export const ProducerState = z.enum(['approved', 'suspended', 'closed']);

/** What an applicant is asked, and so what an officer can remark on. */
export const ApplicationItem = z.enum(['kind', 'name', 'commune', 'sub-area', 'address', 'crops', 'note']);

export const Remark = z.strictObject({ item: ApplicationItem, reason: line(300) }).meta({ id: 'Remark' });

const applicationFields = {
  kind: ProducerKind,
  /** The household's or cooperative's name as buyers will read it. */
  name: line(80, 2),
  commune: CommuneCode,
  /** Hamlet, or the old commune's name: keeps the pilots measurable after mergers. */
  subArea: line(80).optional(),
  address: line(200).optional(),
  /** Commodity ids of the catalogue. */
  crops: z
    .array(z.string().regex(/^[a-z_]{2,40}$/))
    .min(1)
    .max(12),
  note: prose(500).optional(),
};

export const SubmitApplication = z
  .strictObject({
    id: Id,
    ...applicationFields,
    /** Agreement to the trading rules and to the use of personal data for selling; nothing is ticked beforehand. */
    consent: z.literal(true),
  })
  .meta({ id: 'SubmitApplication' });
export type SubmitApplication = z.infer<typeof SubmitApplication>;

export const AmendApplication = z.strictObject(applicationFields).meta({ id: 'AmendApplication' });

export const ApplicationView = z
  .object({
    id: Id,
    state: ApplicationState,
    kind: ProducerKind,
    name: z.string(),
    commune: z.object({ code: CommuneCode, fullName: z.string(), province: z.string() }),
    subArea: z.string().nullable(),
    address: z.string().nullable(),
    crops: z.array(z.string()),
    note: z.string().nullable(),
    applicant: z.object({ name: z.string().nullable(), phone: z.string() }),
    remarks: z.array(z.object({ item: ApplicationItem, reason: z.string() })),
    submittedAt: Instant,
    decidedAt: Instant.nullable(),
    /** What became of it, once approved. */
    producerState: ProducerState.nullable(),
  })
  .meta({ id: 'Application' });
export type ApplicationView = z.infer<typeof ApplicationView>;

export const formerSubmitApplication = endpoint({
  method: 'POST',
  path: '/former/applications',
  summary: 'A household or cooperative applies to sell',
  needs: 'producer.enter',
  body: SubmitApplication,
  result: ApplicationView,
});

export const formerAmendApplication = endpoint({
  method: 'PUT',
  path: '/former/applications/:id',
  summary: 'Correct a returned application and hand it in again',
  needs: 'producer.enter',
  params: z.strictObject({ id: Id }),
  body: AmendApplication,
  result: ApplicationView,
});

export const formerListMyApplications = endpoint({
  method: 'GET',
  path: '/me/applications',
  summary: 'My applications, newest first',
  needs: 'producer.enter',
  result: z.object({ items: z.array(ApplicationView) }),
});

export const formerListApplications = endpoint({
  method: 'GET',
  path: '/former/applications',
  summary: "The queue of an officer's area, oldest first",
  needs: 'application.decide',
  query: z.strictObject({ state: ApplicationState.default('submitted'), page: PageNumber }),
  result: z.object({ items: z.array(ApplicationView), total: z.int(), page: z.int(), pages: z.int() }),
});

export const formerGetApplication = endpoint({
  method: 'GET',
  path: '/former/applications/:id',
  summary: "One application of an officer's area",
  needs: 'application.decide',
  params: z.strictObject({ id: Id }),
  result: ApplicationView,
});

export const formerApproveApplication = endpoint({
  method: 'POST',
  path: '/former/applications/:id/approval',
  summary: 'Approve: the producer may put products on sale',
  needs: 'application.decide',
  params: z.strictObject({ id: Id }),
  result: ApplicationView,
});

export const formerReturnApplication = endpoint({
  method: 'POST',
  path: '/former/applications/:id/return',
  summary: 'Hand back with a remark for each item to correct',
  needs: 'application.decide',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ remarks: z.array(Remark).min(1).max(12) }).meta({ id: 'ReturnApplication' }),
  result: ApplicationView,
});

export const formerSuspendProducer = endpoint({
  method: 'POST',
  path: '/former/producers/:id/suspension',
  summary: "Take a producer's listings out of sight, with the reason",
  needs: 'producer.suspend',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reason: line(300, 5) }).meta({ id: 'SuspendProducer' }),
  result: ApplicationView,
});

export const formerReinstateProducer = endpoint({
  method: 'POST',
  path: '/former/producers/:id/reinstatement',
  summary: 'Let a suspended producer sell again',
  needs: 'producer.suspend',
  params: z.strictObject({ id: Id }),
  result: ApplicationView,
});
