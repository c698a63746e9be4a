import { type ListingState, Problem, type Remark } from '@chophien/contracts';
import type { ListingReviewCase } from './review.entity.ts';

/**
 * in_review → published | returned; returned → in_review (mended), published (an official takes a return back); published ⇄
 * withdrawn; published → returned (found wrong after all). What its seller takes back before it was ever shown is withdrawn,
 * and is looked at when it is handed in again.
 */
const next: Record<ListingState, readonly ListingState[]> = {
  in_review: ['published', 'returned', 'withdrawn'],
  returned: ['in_review', 'published', 'withdrawn'],
  published: ['withdrawn', 'returned'],
  withdrawn: ['published', 'in_review'],
};

export const mayStep = (from: ListingState, to: ListingState): boolean => next[from].includes(to);

/** @throws Problem catalogue.illegal-step, with both states */
export const step = (from: ListingState, to: ListingState): ListingState => {
  if (!mayStep(from, to)) throw new Problem('catalogue.illegal-step', { from, to });
  return to;
};

/** Where a withdrawn listing goes when it is put back: straight on sale if an official has let it be shown before. */
export const backOnSale = (approvedAt: Date | null): 'published' | 'in_review' =>
  approvedAt === null ? 'in_review' : 'published';

type Known = Pick<ListingReviewCase, 'kind' | 'state' | 'remarks' | 'decidedBy'>;

interface Asked {
  what: 'approve' | 'return';
  /** Who decides. */
  by: string | null;
  /** The version she saw. */
  seen: number;
  /** What a return says. */
  remarks?: readonly Remark[];
}

/**
 * Whether an official decides now, or did so before (the same tap again). `last` is the latest look at the listing, open or
 * over. A colleague who was quicker is named as such; what its seller changed meanwhile must be looked at again.
 * @throws Problem catalogue.already-decided, catalogue.edited-meanwhile, catalogue.illegal-step
 */
export const decision = (
  { state, version }: { state: ListingState; version: number },
  last: Known | undefined,
  { what, by, seen, remarks = [] }: Asked,
): 'decide' | 'again' => {
  const outcome = what === 'approve' ? 'approved' : 'returned';
  if (seen === version) {
    if (last?.state === 'in_review' || last?.state === 'returned') return 'decide';
    if (what === 'return') return step(state, 'returned') && 'decide';
    throw new Problem('catalogue.illegal-step', { from: state, to: 'published' });
  }
  if (!last || last.state === 'in_review' || last.state === 'cancelled') {
    throw new Problem('catalogue.edited-meanwhile', { version });
  }
  const same = last.state === outcome && last.decidedBy === by;
  if (same && (what === 'approve' || says(last.remarks) === says(remarks))) return 'again';
  throw new Problem('catalogue.already-decided', { outcome: last.state, own: last.decidedBy === by });
};

const says = (remarks: readonly Remark[]): string =>
  JSON.stringify(remarks.map(({ field, reason, words }) => [field, reason, words]));
