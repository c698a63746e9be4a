import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ProducerKind } from './onboarding.ts';
import { delegable } from './rights.ts';
import { CommuneCode, Day, Done, Id, Instant, line, Phone } from './values.ts';

// Households, cooperatives and their people: who belongs, who may do what in whose name, and taking over what was entered for one.

export const DelegableRightName = z.enum(delegable);
export const ProducerRole = z.enum(['producer', 'household-member', 'cooperative-manager']);

export const MemberView = z
  .object({
    person: Id,
    name: z.string().nullable(),
    phone: z.string(),
    role: ProducerRole,
    /** What the role means, as one plain sentence. */
    sentence: z.string(),
    since: Instant,
    me: z.boolean(),
  })
  .meta({ id: 'HouseholdMember' });

export const InvitationRole = z.enum(['household-member', 'cooperative-manager', 'member-household']);

export const HouseholdView = z
  .object({
    id: Id,
    kind: ProducerKind,
    name: z.string(),
    head: z.string().nullable(),
    commune: CommuneCode,
    communeName: z.string(),
    subArea: z.string().nullable(),
    phones: z.array(z.object({ phone: z.string(), addedAt: Instant })),
    members: z.array(MemberView),
    /** Asked, and not answered yet. */
    invitations: z.array(z.object({ id: Id, phone: z.string(), role: InvitationRole, until: Instant })),
    cooperatives: z.array(z.object({ id: Id, name: z.string(), since: Instant })),
    /** Whether the one who asks may change people and phones. */
    mayManage: z.boolean(),
  })
  .meta({ id: 'Household' });
export type HouseholdView = z.infer<typeof HouseholdView>;

export const DelegationView = z
  .object({
    id: Id,
    producer: Id,
    /** Who gave it, and who received it, by name. */
    giver: z.string(),
    receiver: z.string(),
    toCooperative: z.boolean(),
    rights: z.array(DelegableRightName),
    /** The whole delegation as one plain sentence. */
    sentence: z.string(),
    from: Instant,
    /** The last day it holds. */
    until: Day,
    state: z.enum(['holds', 'expired', 'ended']),
    evidence: z.enum(['own-hand', 'code', 'slip']),
  })
  .meta({ id: 'Delegation' });
export type DelegationView = z.infer<typeof DelegationView>;

const ofProducer = z.strictObject({ id: Id });
const own = { needs: 'session.own', reach: 'own' } as const;
/** For whoever belongs to it, whatever her role. */
const ours = { needs: 'session.own', reach: 'producer' } as const;
const managed = { needs: 'member.manage', reach: 'producer' } as const;

export const getHousehold = endpoint({
  method: 'GET',
  path: '/producers/:id/people',
  summary: 'The people, phones and cooperatives of a household one belongs to; a delegate does not belong to it',
  ...ours,
  params: ofProducer,
  result: HouseholdView,
});

export const addPhone = endpoint({
  method: 'POST',
  path: '/producers/:id/phones',
  summary: 'Add a number the household is reached at (five at most)',
  ...managed,
  fresh: true,
  params: ofProducer,
  body: z.strictObject({ phone: Phone }).meta({ id: 'AddPhone' }),
  result: HouseholdView,
});

export const removePhone = endpoint({
  method: 'POST',
  path: '/producers/:id/phones/removal',
  summary: 'The household is not reached at this number any more',
  ...managed,
  fresh: true,
  params: ofProducer,
  body: z.strictObject({ phone: Phone }).meta({ id: 'RemovePhone' }),
  result: HouseholdView,
});

export const inviteToProducer = endpoint({
  method: 'POST',
  path: '/producers/:id/invitations',
  summary:
    'Ask somebody, by her number, to belong; or, for a cooperative, to bring her household. Same answer for every number',
  ...managed,
  limit: { points: 60, seconds: 3600, by: 'address' },
  params: ofProducer,
  body: z.strictObject({ id: Id, phone: Phone, role: InvitationRole }).meta({ id: 'Invite' }),
  result: HouseholdView,
});

export const withdrawInvitation = endpoint({
  method: 'DELETE',
  path: '/producers/:id/invitations/:invitation',
  summary: 'Take an invitation back',
  ...managed,
  params: z.strictObject({ id: Id, invitation: Id }),
  result: HouseholdView,
});

export const removeMember = endpoint({
  method: 'DELETE',
  path: '/producers/:id/members/:person',
  summary: 'Somebody belongs no more; her next request finds nothing of it',
  ...managed,
  params: z.strictObject({ id: Id, person: Id }),
  result: HouseholdView,
});

export const leaveProducer = endpoint({
  method: 'POST',
  path: '/producers/:id/leaving',
  summary: 'Belong no more; the last owner cannot',
  ...ours,
  params: ofProducer,
  result: Done,
});

export const passProducerOn = endpoint({
  method: 'POST',
  path: '/producers/:id/owner',
  summary:
    'Make somebody who belongs to it the owner; the former one stays as a member (of a cooperative: as a manager)',
  ...managed,
  fresh: true,
  params: ofProducer,
  body: z.strictObject({ person: Id }).meta({ id: 'PassOn' }),
  result: HouseholdView,
});

export const leaveCooperative = endpoint({
  method: 'DELETE',
  path: '/producers/:id/cooperatives/:cooperative',
  summary: 'The household is a member no more; what it delegated to the cooperative ends with it',
  ...managed,
  params: z.strictObject({ id: Id, cooperative: Id }),
  result: HouseholdView,
});

export const MyInvitation = z
  .object({
    id: Id,
    producer: Id,
    name: z.string(),
    communeName: z.string(),
    invitedBy: z.string().nullable(),
    role: InvitationRole,
    /** What saying yes means. */
    sentence: z.string(),
    until: Instant,
  })
  .meta({ id: 'MyInvitation' });

export const listMyInvitations = endpoint({
  method: 'GET',
  path: '/me/invitations',
  summary: 'To which households and cooperatives I am asked to belong, by my proved number',
  ...own,
  result: z.object({
    items: z.array(MyInvitation),
    /** Households I may bring into a cooperative. */
    households: z.array(z.object({ id: Id, name: z.string() })),
  }),
});

export const answerInvitation = endpoint({
  method: 'POST',
  path: '/me/invitations/:id/answer',
  summary: 'Say yes or no; to bring a household into a cooperative, name it',
  ...own,
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ yes: z.boolean(), household: Id.optional() }).meta({ id: 'AnswerInvitation' }),
  result: Done,
});

export const CooperativeMemberView = z
  .object({
    household: Id,
    name: z.string(),
    communeName: z.string(),
    subArea: z.string().nullable(),
    since: Instant,
    /** What it lets the cooperative do now; empty: nothing. */
    delegations: z.array(DelegationView),
  })
  .meta({ id: 'CooperativeMember' });
export type CooperativeMemberView = z.infer<typeof CooperativeMemberView>;

export const getCooperative = endpoint({
  method: 'GET',
  path: '/cooperatives/:id',
  summary: 'A cooperative one manages: its member households, and what may be done for whom',
  ...managed,
  params: ofProducer,
  result: z.object({
    id: Id,
    name: z.string(),
    kind: ProducerKind,
    communeName: z.string(),
    members: z.array(CooperativeMemberView),
    invitations: z.array(z.object({ id: Id, phone: z.string(), until: Instant })),
  }),
});

export const removeCooperativeMember = endpoint({
  method: 'DELETE',
  path: '/cooperatives/:id/members/:household',
  summary: 'A household is a member no more; what it delegated to the cooperative ends with it',
  ...managed,
  params: z.strictObject({ id: Id, household: Id }),
  result: Done,
});

export const listDelegations = endpoint({
  method: 'GET',
  path: '/producers/:id/delegations',
  summary: 'Who may do what in the household’s name, and to whom it could give what until when',
  needs: 'delegation.give',
  reach: 'producer',
  params: ofProducer,
  result: z.object({
    name: z.string(),
    items: z.array(DelegationView),
    /** Its cooperatives, and the helpers of its hamlet. */
    receivers: z.array(z.object({ id: Id, name: z.string(), kind: z.enum(['cooperative', 'person']) })),
    rights: z.array(z.object({ right: DelegableRightName, words: z.string() })),
    /** The last day a delegation given today may hold. */
    latest: Day,
  }),
});

export const giveDelegation = endpoint({
  method: 'POST',
  path: '/producers/:id/delegations',
  summary: 'Let a cooperative one is a member of, or a helper of the hamlet, do some things in the household’s name',
  needs: 'delegation.give',
  reach: 'producer',
  params: ofProducer,
  body: z
    .strictObject({
      id: Id,
      to: z.strictObject({ kind: z.enum(['cooperative', 'person']), id: Id }),
      rights: z.array(DelegableRightName).min(1).max(delegable.length),
      until: Day,
    })
    .meta({ id: 'GiveDelegation' }),
  result: DelegationView,
});

export const endDelegation = endpoint({
  method: 'DELETE',
  path: '/producers/:id/delegations/:delegation',
  summary: 'End a delegation at once; ending it again changes nothing',
  needs: 'delegation.give',
  reach: 'producer',
  params: z.strictObject({ id: Id, delegation: Id }),
  result: Done,
});

export const endDelegationFor = endpoint({
  method: 'POST',
  path: '/producers/:id/delegations/:delegation/ending',
  summary: 'End a delegation for a household that asked for it in person or by telephone; the household is told',
  needs: 'delegation.end-for',
  reach: 'area',
  params: z.strictObject({ id: Id, delegation: Id }),
  body: z.strictObject({ reason: line(200, 3) }).meta({ id: 'EndDelegationFor' }),
  result: Done,
});

export const ReceivedDelegation = DelegationView.extend({ commune: CommuneCode }).meta({ id: 'ReceivedDelegation' });

export const listReceivedDelegations = endpoint({
  method: 'GET',
  path: '/me/delegations',
  summary: 'For whom I may do what now: what was given to me, or to a cooperative I manage',
  ...own,
  result: z.object({ items: z.array(ReceivedDelegation) }),
});

export const giveDelegationBack = endpoint({
  method: 'DELETE',
  path: '/me/delegations/:id',
  summary: 'Give a delegation back',
  ...own,
  params: z.strictObject({ id: Id }),
  result: Done,
});

export const ActedView = z
  .object({
    id: z.string(),
    at: Instant,
    /** Who did it, and through which cooperative. */
    by: z.string(),
    /** What was done, in plain words. */
    words: z.string(),
    /** A page of the storefront where it can be seen and put back; null where there is nothing to put back. */
    link: z.string().nullable(),
  })
  .meta({ id: 'Acted' });

export const listActed = endpoint({
  method: 'GET',
  path: '/producers/:id/acts',
  summary: 'What others did in the household’s name, newest first; for those who belong to it',
  ...ours,
  params: ofProducer,
  result: z.object({ name: z.string(), items: z.array(ActedView), delegations: z.array(DelegationView) }),
});

export const ClaimView = z
  .object({
    id: Id,
    kind: ProducerKind,
    name: z.string(),
    head: z.string().nullable(),
    communeName: z.string(),
    subArea: z.string().nullable(),
    enteredHow: z.enum(['assisted', 'imported', 'self']),
    enteredBy: z.string().nullable(),
    enteredAt: Instant,
    /** Other numbers entered for it, their middle hidden. */
    phones: z.array(z.string()),
    delegations: z.array(z.object({ id: Id, sentence: z.string() })),
  })
  .meta({ id: 'Claim' });
export type ClaimView = z.infer<typeof ClaimView>;

export const listClaims = endpoint({
  method: 'GET',
  path: '/me/claims',
  summary: 'Households somebody entered with my proved number, and that nobody has taken over',
  ...own,
  result: z.object({ items: z.array(ClaimView) }),
});

export const takeProducerOver = endpoint({
  method: 'POST',
  path: '/me/claims/:id/taking',
  summary: 'It is my household: from now on I am its owner; what it delegated stays until I end it',
  ...own,
  fresh: true,
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ name: line(80, 2).optional() }).meta({ id: 'TakeOver' }),
  result: Done,
});

export const refuseClaim = endpoint({
  method: 'POST',
  path: '/me/claims/:id/refusal',
  summary: 'It is not my household: my number is taken off it, and the commune’s officer learns of it',
  ...own,
  params: z.strictObject({ id: Id }),
  result: Done,
});

export const shareDevice = endpoint({
  method: 'PUT',
  path: '/me/sessions/current/shared',
  summary:
    'Whether several people use this phone: then five idle minutes end the session, and a fresh code opens another',
  ...own,
  body: z.strictObject({ shared: z.boolean() }).meta({ id: 'ShareDevice' }),
  result: z.object({ shared: z.boolean() }),
});
