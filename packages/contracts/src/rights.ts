/** Who there is. A grant gives one role, within a scope. */
export const roles = ['producer', 'commune-officer', 'province-officer', 'operator', 'device'] as const;
export type Role = (typeof roles)[number];

/** A role and where it holds: a producer's id, a commune's code or a province's. An operator's scope is everything technical. */
export interface Grant {
  role: Role;
  producer?: string | null;
  commune?: string | null;
  province?: string | null;
}

type Holder = Role | 'anyone-signed-in';

/** Who may do what. *Whose* things they may do it to is decided in the `where` clause of each query. */
export const rights = {
  'session.own': ['anyone-signed-in'],
  'application.submit': ['anyone-signed-in'],
  'application.decide': ['commune-officer', 'province-officer'],
  'producer.suspend': ['commune-officer', 'province-officer'],
  'listing.publish': ['producer'],
  'stock.change': ['producer'],
  'parcel.handle': ['producer'],
  'channel.export': ['producer'],
  'message.read': ['anyone-signed-in'],
  'device.register': ['commune-officer', 'province-officer', 'operator'],
  'parcel.watch': ['commune-officer', 'province-officer'],
  'assessment.read': ['commune-officer', 'province-officer'],
  'assessment.declare': ['commune-officer'],
  'audit.read': ['province-officer'],
} as const satisfies Record<string, readonly Holder[]>;

export type Right = keyof typeof rights;

/** True only when one of the grants carries a role that holds the right; no grants, or unknown ones, may nothing. */
export const mayDo = (who: { id: string | null; grants: readonly Grant[] }, right: Right): boolean => {
  if (who.id === null) return false;
  const holders: readonly Holder[] = rights[right];
  return holders.includes('anyone-signed-in') || who.grants.some((grant) => holders.includes(grant.role));
};

/** The producers in whose name someone may act. */
export const producersOf = ({ grants }: { grants: readonly Grant[] }): string[] =>
  grants.flatMap(({ role, producer }) => (role === 'producer' && producer ? [producer] : []));

/** Where an official answers: these communes, and every commune of these provinces. */
export interface Area {
  communes: string[];
  provinces: string[];
}

export const areaOf = ({ grants }: { grants: readonly Grant[] }): Area => ({
  communes: grants.flatMap(({ role, commune }) => (role === 'commune-officer' && commune ? [commune] : [])),
  provinces: grants.flatMap(({ role, province }) => (role === 'province-officer' && province ? [province] : [])),
});
