import type { AnswerItem, PaperView, ProducerKind, RequirementView } from '@chophien/contracts';
import { addDays, vietnamDay } from '@chophien/kernel';
import type { RequirementVersion } from './requirement.entity.ts';

export type RequirementRow = Pick<
  RequirementVersion,
  | 'rule'
  | 'version'
  | 'title'
  | 'hint'
  | 'task'
  | 'kind'
  | 'due'
  | 'needs'
  | 'producerKinds'
  | 'groups'
  | 'papers'
  | 'verifier'
  | 'validMonths'
  | 'legalRef'
  | 'validFrom'
  | 'validTo'
  | 'province'
>;

export type PaperFact = Pick<PaperView, 'id' | 'kind' | 'state' | 'issuedOn' | 'expiresOn' | 'handedInAt' | 'reason'>;

/** What is known of one producer. */
export interface Facts {
  kind: ProducerKind;
  province: string;
  answers: ReadonlyMap<AnswerItem, string | readonly string[]>;
  /** Groups of the goods it says it sells. */
  groups: readonly string[];
  consents: ReadonlySet<string>;
  identity: { method: string; state: string; reason: string | null; until: string | null } | null;
  papers: readonly PaperFact[];
  attestations: readonly {
    requirement: string;
    state: 'waiting' | 'verified' | 'refused';
    reason: string | null;
    until: string | null;
    basis: NonNullable<RequirementView['basis']>;
    /** In the household's words; null when an official wrote it down. */
    basisReason: string | null;
    said: boolean;
  }[];
  taxCode: string | null;
  bank: boolean;
  /** Until when it may go on without, because it sold before. */
  grace: string | null;
}

/** The day it is judged for, and how many days before its end something counts as expiring. */
export interface When {
  day: string;
  soon: number;
}

/** What speaks for a requirement. `until` is the last day it holds; null: it holds. */
type Evidence =
  | { is: 'held'; until: string | null; reason?: string | null }
  | { is: 'waiting' }
  | { is: 'refused'; reason: string | null };

type State = RequirementView['state'];
/** Of several pieces of evidence the best counts. */
const rank: Record<State, number> = { missing: 0, refused: 1, expired: 2, waiting: 3, expiring: 4, met: 5 };

/** The requirements of a day for a kind of producer in a province: of each rule the latest version, the province's own first. */
export const inForce = (
  rows: readonly RequirementRow[],
  { kind, province }: Pick<Facts, 'kind' | 'province'>,
  day: string,
): RequirementRow[] => {
  const chosen = new Map<string, RequirementRow>();
  for (const row of rows) {
    if (row.validFrom > day || (row.validTo !== null && row.validTo < day)) continue;
    if (row.province !== null && row.province !== province) continue;
    const known = chosen.get(row.rule);
    if (!known || precedes(row, known)) chosen.set(row.rule, row);
  }
  return [...chosen.values()].filter(({ producerKinds }) => producerKinds.includes(kind));
};

const precedes = (row: RequirementRow, known: RequirementRow): boolean => {
  if ((row.province === null) !== (known.province === null)) return row.province !== null;
  if (row.validFrom !== known.validFrom) return row.validFrom > known.validFrom;
  return row.version > known.version;
};

/** Whether it is asked of this producer: a requirement for some groups only of who sells of them. */
export const applies = ({ groups }: Pick<RequirementRow, 'groups'>, facts: Pick<Facts, 'groups'>): boolean =>
  groups === null || groups.some((group) => facts.groups.includes(group));

/** Every requirement of the rows in force, as it stands on a day, whether or not its groups are sold now. */
export const evaluate = (rows: readonly RequirementRow[], facts: Facts, when: When): RequirementView[] =>
  inForce(rows, facts, when.day).map((row) => ({
    id: row.rule,
    task: row.task,
    kind: row.kind,
    title: row.title,
    hint: row.hint,
    legalRef: row.legalRef,
    due: row.due,
    groups: row.groups,
    papers: row.papers,
    ...judge(row, facts, when),
    ...saidOf(row, facts),
  }));

/** How the household says it meets it, whatever came of that. */
const saidOf = ({ rule }: RequirementRow, facts: Facts): Pick<RequirementView, 'basis' | 'basisReason'> => {
  const said = facts.attestations.find((one) => one.requirement === rule && one.said);
  return { basis: said?.basis ?? null, basisReason: said?.basisReason ?? null };
};

type Judged = Pick<RequirementView, 'state' | 'until' | 'reason'>;

const judge = (row: RequirementRow, facts: Facts, when: When): Judged => {
  const all = evidenceFor(row, facts).map((one) => stateOf(one, when));
  const best = all.toSorted(better)[0] ?? { state: 'missing', until: null, reason: null };
  if (holds(best.state) || facts.grace === null || facts.grace < when.day) return best;
  return { state: 'expiring', until: facts.grace, reason: 'grace' };
};

/** The higher state first; of two that hold the one that holds longer. */
const better = (one: Judged, other: Judged): number =>
  rank[other.state] - rank[one.state] || (other.until ?? '9999-12-31').localeCompare(one.until ?? '9999-12-31');

const stateOf = (evidence: Evidence, { day, soon }: When): Judged => {
  if (evidence.is === 'waiting') return { state: 'waiting', until: null, reason: null };
  if (evidence.is === 'refused') return { state: 'refused', until: null, reason: evidence.reason };
  const { until, reason = null } = evidence;
  if (until === null || until > addDays(day, soon)) return { state: 'met', until, reason };
  return { state: until < day ? 'expired' : 'expiring', until, reason };
};

/** Whether a requirement in this state lets its producer go on. */
export const holds = (state: State): boolean => state === 'met' || state === 'expiring';
/** Whether the producer has done its part. */
export const given = (state: State): boolean => holds(state) || state === 'waiting';

const evidenceFor = (row: RequirementRow, facts: Facts): Evidence[] => [
  ...(row.needs.length > 0 ? fromNeeds(row, facts) : []),
  ...facts.papers.filter(({ kind }) => row.papers.includes(kind)).flatMap((paper) => fromPaper(paper, row)),
  ...facts.attestations
    .filter(({ requirement }) => requirement === row.rule)
    .map(({ state, until, reason }): Evidence => {
      if (state === 'waiting') return { is: 'waiting' };
      return state === 'refused' ? { is: 'refused', reason } : { is: 'held', until };
    }),
];

const fromNeeds = (row: RequirementRow, facts: Facts): Evidence[] => {
  if (row.needs.some((need) => need.startsWith('identity'))) return fromIdentity(row.needs, facts);
  return unmet(row, facts).length === 0 ? [{ is: 'held', until: null }] : [];
};

const fromIdentity = (needs: readonly string[], { identity }: Facts): Evidence[] => {
  if (!identity || (needs.includes('identity:vneid') && identity.method !== 'vneid')) return [];
  if (identity.state === 'waiting') return [{ is: 'waiting' }];
  if (identity.state === 'refused') return [{ is: 'refused', reason: identity.reason }];
  return [{ is: 'held', until: identity.until }];
};

const fromPaper = (paper: PaperFact, { validMonths }: RequirementRow): Evidence[] => {
  if (paper.state === 'replaced') return [];
  if (paper.state === 'waiting') return [{ is: 'waiting' }];
  if (paper.state === 'refused') return [{ is: 'refused', reason: paper.reason }];
  const since = paper.issuedOn ?? vietnamDay(new Date(paper.handedInAt));
  const until = paper.expiresOn ?? (validMonths === null ? null : addMonths(since, validMonths));
  if (paper.state === 'expired') return [{ is: 'held', until: until ?? '0001-01-01' }];
  return [{ is: 'held', until }];
};

/** Which of a requirement's needs are not met, named by item of an answer or by the requirement. */
export const unmet = (row: Pick<RequirementRow, 'rule' | 'needs'>, facts: Facts): string[] => [
  ...new Set(row.needs.flatMap((need) => (meets(need, facts) ? [] : [nameOf(need, row.rule)]))),
];

const meets = (need: string, facts: Facts): boolean => {
  const [what = '', value = ''] = need.split(':');
  switch (what) {
    case 'answer':
      return value.split('|').some((item) => facts.answers.has(item as AnswerItem));
    case 'consent':
      return facts.consents.has(value);
    case 'bank':
      return facts.bank;
    case 'tax-code':
      // A household's own is the head's citizen number, so there is nothing more to ask once she has said it.
      return facts.taxCode !== null || (facts.kind !== 'cooperative' && facts.identity !== null);
    default:
      return false;
  }
};

const nameOf = (need: string, rule: string): string =>
  need.startsWith('answer:') ? (need.slice('answer:'.length).split('|')[0] ?? rule) : rule;

/** The same day some months on, or that month's last day. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};
