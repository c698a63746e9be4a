import { type AnswerItem, type ApplicationStatus, Problem } from '@chophien/contracts';

/**
 * draft → submitted → in-review → returned → submitted …; in-review → approved → active ⇄ suspended; any → closed.
 * `active` follows by itself when what is due before selling is met.
 */
const next: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  draft: ['submitted', 'closed'],
  submitted: ['in-review', 'closed'],
  'in-review': ['returned', 'approved', 'closed'],
  returned: ['submitted', 'closed'],
  approved: ['active', 'closed'],
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: [],
};

/** @throws Problem onboarding.illegal-step, with both states */
export const step = (from: ApplicationStatus, to: ApplicationStatus): ApplicationStatus => {
  if (!next[from].includes(to)) throw new Problem('onboarding.illegal-step', { from, to });
  return to;
};

export const mayStep = (from: ApplicationStatus, to: ApplicationStatus): boolean => next[from].includes(to);

/** What the market shows of a producer, and what an officer read when she approved it. */
const identifying: readonly AnswerItem[] = ['kind', 'name', 'head', 'commune'];
/** Of these an approved producer may wish another, for an officer to agree to. */
const wishable: readonly AnswerItem[] = ['name', 'head'];

/**
 * What becomes of an answer in a state. Before it is handed in, and after it was returned, everything can be answered. While
 * officials have it nothing changes under their eyes. Once it is approved, what describes the stall changes at once, the
 * stall's name and the head only when an officer agrees (`wish`), and kind and commune no more: another kind, or a move, is
 * another producer. Closed is closed.
 */
export const fateOf = (status: ApplicationStatus, item: AnswerItem): 'kept' | 'wish' | 'refused' => {
  if (status === 'draft' || status === 'returned') return 'kept';
  if (status === 'submitted' || status === 'in-review' || status === 'closed') return 'refused';
  if (!identifying.includes(item)) return 'kept';
  return wishable.includes(item) ? 'wish' : 'refused';
};

/** Whether what is needed for selling (identity, papers, money, consents) can still be given in a state. */
export const isOpen = (status: ApplicationStatus): boolean => status !== 'closed';

/**
 * Nobody decides about the household she belongs to, nor about one reached under her own number.
 * @throws Problem onboarding.own-application
 */
export const notOwn = (
  officer: { id: string | null; phone: string | undefined },
  own: { people: readonly (string | null)[]; phones: readonly string[] },
): void => {
  if (own.people.includes(officer.id) || (officer.phone !== undefined && own.phones.includes(officer.phone))) {
    throw new Problem('onboarding.own-application');
  }
};
