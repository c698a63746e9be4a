/** What a role is of: it says by what someone proves who they are, and what their grant names. */
type Bearer = 'person' | 'official' | 'key';
type Scope = 'producer' | 'commune' | 'province' | 'country';

/**
 * Who there is, beside the guest (nobody signed in) and the buyer (anyone signed in). A grant gives one role, where it holds:
 * a producer's id, a commune's or a province's code, or the country. `delegate` is never given by itself: it is what a
 * producer's delegation makes of its receiver.
 */
export const roleTable = {
  producer: { bearer: 'person', scope: 'producer' },
  'household-member': { bearer: 'person', scope: 'producer' },
  'cooperative-manager': { bearer: 'person', scope: 'producer' },
  delegate: { bearer: 'person', scope: 'producer' },
  helper: { bearer: 'person', scope: 'commune' },
  trainer: { bearer: 'person', scope: 'commune' },
  keeper: { bearer: 'person', scope: 'commune' },
  driver: { bearer: 'person', scope: 'commune' },
  cashier: { bearer: 'person', scope: 'commune' },
  'commune-officer': { bearer: 'official', scope: 'commune' },
  moderator: { bearer: 'official', scope: 'province' },
  inspector: { bearer: 'official', scope: 'province' },
  accountant: { bearer: 'official', scope: 'province' },
  'province-officer': { bearer: 'official', scope: 'province' },
  'central-viewer': { bearer: 'official', scope: 'country' },
  operator: { bearer: 'official', scope: 'country' },
  partner: { bearer: 'key', scope: 'province' },
  device: { bearer: 'key', scope: 'commune' },
} as const satisfies Record<string, { bearer: Bearer; scope: Scope }>;

export type Role = keyof typeof roleTable;
export const roles = Object.keys(roleTable) as [Role, ...Role[]];

/** Whom a role may appoint, inside the own area. The first operator is made by a command. */
export const appoints: Partial<Record<Role, readonly Role[]>> = {
  operator: ['operator', 'province-officer', 'central-viewer', 'partner'],
  'province-officer': ['commune-officer', 'moderator', 'inspector', 'accountant', 'trainer'],
  'commune-officer': ['helper', 'trainer', 'keeper', 'driver', 'cashier'],
};

/** A role and where it holds. */
export interface Grant {
  role: Role;
  producer?: string | null;
  commune?: string | null;
  province?: string | null;
  /** A helper's hamlets, as slugs; null: the whole commune. */
  hamlets?: readonly string[] | null;
  /** A delegate's: what may be done in the producer's name. */
  rights?: readonly Right[] | null;
}

type Holder = Role | 'anyone-signed-in';

const household = ['producer', 'household-member', 'cooperative-manager'] as const;
const heads = ['producer', 'cooperative-manager'] as const;
const officers = ['commune-officer', 'province-officer'] as const;

/** Who may do what. *Whose* things they may do it to is decided in the `where` clause of each query. */
export const rights = {
  'session.own': ['anyone-signed-in'],
  'message.read': ['anyone-signed-in'],

  // A household or cooperative, by its own people
  'producer.enter': ['anyone-signed-in'],
  'producer.prepare': household,
  'paper.hand-in': household,
  'listing.publish': household,
  'stock.change': household,
  'parcel.handle': household,
  'complaint.answer': household,
  'channel.export': household,
  'producer.submit': heads,
  'statement.read': household,
  'payout.set': heads,
  'consent.give': heads,
  'member.manage': heads,
  'delegation.give': heads,

  // Beside them
  'household.assist': ['helper'],
  'caseload.read': ['helper', ...officers],
  'training.attend': ['anyone-signed-in'],
  'training.hold': ['trainer', 'commune-officer'],
  'training.read': ['trainer', ...officers],
  'course.write': ['province-officer'],
  'skills.sign': ['trainer'],
  'support.ask': ['anyone-signed-in'],
  'data.ask': ['anyone-signed-in'],
  'complaint.make': ['anyone-signed-in'],

  // Officials
  'application.decide': officers,
  'producer.suspend': officers,
  'certificate.review': [...officers, 'moderator'],
  'paper.check': [...officers, 'inspector'],
  'household.import': officers,
  'person.recover': officers,
  'delegation.end-for': officers,
  'official.appoint': ['operator', ...officers],
  'partner-key.manage': ['operator'],
  'rule.draft': ['province-officer'],
  'rule.approve': ['province-officer'],
  'listing.review': [...officers, 'moderator'],
  'synonym.write': ['province-officer', 'operator'],
  'demand.read': [...officers, 'moderator', 'central-viewer', 'operator'],
  'support.handle': officers,
  'complaint.handle': officers,
  'authority.handle': ['province-officer'],
  'data.handle': ['province-officer'],
  'queue.read': [...officers, 'inspector', 'moderator', 'accountant', 'operator'],
  'device.register': [...officers, 'operator'],
  'parcel.watch': [...officers, 'inspector'],
  'claim.decide': officers,
  'payment.handle': ['accountant', 'province-officer'],
  'settlement.read': ['accountant', 'province-officer'],
  'payout.make': ['accountant', 'province-officer'],
  'month.close': ['accountant', 'province-officer'],
  'assessment.read': [...officers, 'central-viewer', 'partner'],
  'assessment.facts': officers,
  'assessment.declare': ['commune-officer'],
  'audit.read': ['province-officer'],
} as const satisfies Record<string, readonly Holder[]>;

export type Right = keyof typeof rights;

/** What a household or cooperative may let somebody do in its name. Money, consent and delegation itself stay with it. */
export const delegable = [
  'producer.prepare',
  'paper.hand-in',
  'listing.publish',
  'stock.change',
  'parcel.handle',
  'channel.export',
] as const satisfies readonly Right[];
export type DelegableRight = (typeof delegable)[number];

interface Granted {
  grants: readonly Grant[];
}

/** Whether one grant carries the right: by its role, or because it was delegated. */
const carries = ({ role, rights: given }: Grant, right: Right): boolean => {
  if (role !== 'delegate') return (rights[right] as readonly Holder[]).includes(role);
  return (delegable as readonly Right[]).includes(right) && (given ?? []).includes(right);
};

const keyRoles: readonly Role[] = roles.filter((role) => roleTable[role].bearer === 'key');

/** True only when one of the grants carries the right; no grants, or unknown ones, may nothing. */
export const mayDo = (who: Granted & { id: string | null }, right: Right): boolean => {
  if (who.id === null) return false;
  const holders: readonly Holder[] = rights[right];
  const isKey = who.grants.some(({ role }) => keyRoles.includes(role)); // nobody is signed in behind a key
  return (holders.includes('anyone-signed-in') && !isKey) || who.grants.some((grant) => carries(grant, right));
};

/** The producers in whose name someone may do this. */
export const producersOf = ({ grants }: Granted, right: Right): string[] => [
  ...new Set(grants.flatMap((grant) => (grant.producer && carries(grant, right) ? [grant.producer] : []))),
];

/** Whether someone belongs to the producer, and so acts for herself; a delegate acts on its behalf. */
export const belongsTo = ({ grants }: Granted, producer: string): boolean =>
  grants.some((grant) => grant.producer === producer && grant.role !== 'delegate');

/** The producers someone belongs to. */
export const ownProducers = ({ grants }: Granted): string[] =>
  grants.flatMap(({ producer, role }) => (producer && role !== 'delegate' ? [producer] : []));

/** Where someone may do a thing: in these communes, in every commune of these provinces, or everywhere. */
export interface Area {
  communes: string[];
  provinces: string[];
  everywhere: boolean;
}

export const areaOf = ({ grants }: Granted, right: Right): Area => {
  const held = grants.filter((grant) => carries(grant, right));
  return {
    communes: held.flatMap(({ commune }) => (commune ? [commune] : [])),
    provinces: held.flatMap(({ province }) => (province ? [province] : [])),
    everywhere: held.some(({ role }) => roleTable[role].scope === 'country'),
  };
};

/** A helper's part of a commune: null hamlets are all of them. */
export interface Beat {
  commune: string;
  hamlets: readonly string[] | null;
}

/** Where someone may do a thing, down to the hamlets; only for roles of a commune. */
export const beatsOf = ({ grants }: Granted, right: Right): Beat[] =>
  grants.flatMap((grant) =>
    grant.commune && carries(grant, right) ? [{ commune: grant.commune, hamlets: grant.hamlets ?? null }] : [],
  );
