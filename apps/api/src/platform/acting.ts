import type { Grant } from '@chophien/contracts';

/** By it a site says for whom somebody acts just now: `self`, or a producer's id. */
export const actingHeader = 'x-acting-for';

/**
 * The grants that count while somebody acts for one producer: that producer's alone, so that two households' goods never meet on
 * one page. `self` leaves out what was delegated. It only ever takes away: whoever says it may nothing more by it, and a producer
 * that let her do nothing leaves nothing.
 */
export const narrowed = (grants: readonly Grant[], actingFor: string | string[] | undefined): readonly Grant[] => {
  if (actingFor === undefined) return grants;
  if (actingFor === 'self') return grants.filter(({ role }) => role !== 'delegate');
  return grants.filter(({ producer }) => producer != null && producer === actingFor);
};
