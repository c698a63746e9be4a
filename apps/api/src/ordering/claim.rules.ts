import { type OrderClaimState, type ParcelState, Problem } from '@chophien/contracts';

const hour = 3_600_000;

export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * hour);

/** A claim is about a parcel that was handed over, in the hours after it; later, or of another, it is refused by name. */
export const refuseLate = (
  parcel: { state: ParcelState; deliveredAt: Date | null },
  now: Date,
  within: number,
): void => {
  if (parcel.state !== 'delivered' || !parcel.deliveredAt) throw new Problem('ordering.not-delivered');
  const until = hoursAfter(parcel.deliveredAt, within);
  if (now > until) throw new Problem('ordering.claim-too-late', { until: until.toISOString() });
};

/** What may still go back for a parcel: its goods and its freight, less what went back before. */
export const mostBack = (parcel: { goods: number; shipping: number }, before: number): number =>
  Math.max(0, parcel.goods + parcel.shipping - before);

export const claimState = (claim: { answeredAt: Date | null; decidedAt: Date | null }): OrderClaimState => {
  if (claim.decidedAt) return 'decided';
  return claim.answeredAt ? 'answered' : 'open';
};
