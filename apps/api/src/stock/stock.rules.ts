export type MovementKind =
  | 'received'
  | 'sold'
  | 'returned'
  | 'corrected'
  | 'unpacked'
  | 'weighed'
  | 'written-off'
  | 'supplied'
  | 'supply-undone'
  | 'booked'
  | 'unbooked';

/** So much of an offer, in thousandths of its unit. */
export interface Line {
  offer: string;
  quantity: number;
}

/** One whole unit, in thousandths. */
const unit = 1_000;

/** A tenth of what was there at the opening, at least one unit, but always below the opening itself: it can be reached. */
export const lowAt = (opening: number): number =>
  Math.max(0, Math.min(Math.max(Math.floor(opening / 10), unit), opening - 1));

/** Whether taking `taken` made what is available fall to the mark: said once, on the way down. */
export const crossed = ({ available, taken, lowAt }: { available: number; taken: number; lowAt: number }): boolean =>
  available <= lowAt && available + taken > lowAt;
