import { Problem } from '@chophien/contracts';

export interface Limits {
  codeMinutes: number;
  correctDays: number;
}

interface Times {
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** People come early, and are ticked off at the door. */
const early = 30 * minute;

export const stateOf = ({ startsAt, cancelledAt }: Times, now: Date): 'planned' | 'held' | 'cancelled' => {
  if (cancelledAt) return 'cancelled';
  return startsAt <= now ? 'held' : 'planned';
};

/** Whether who was there may still be entered or corrected. */
export const isOpen = (session: Times, { correctDays }: Limits, now: Date): boolean =>
  !session.cancelledAt &&
  now.getTime() >= session.startsAt.getTime() - early &&
  now.getTime() <= session.endsAt.getTime() + correctDays * day;

/** @throws Problem training.too-early | training.ended */
export const mustBeOpen = (session: Times, limits: Limits, now: Date): void => {
  if (isOpen(session, limits, now)) return;
  if (!session.cancelledAt && now < session.startsAt) throw new Problem('training.too-early');
  throw new Problem('training.ended');
};

/** The window of time a code in the room belongs to. */
export const windowAt = (now: Date, { codeMinutes }: Limits): number =>
  Math.floor(now.getTime() / (codeMinutes * minute));

/** When the code shown now gives way to the next. */
export const windowEnds = (now: Date, limits: Limits): Date =>
  new Date((windowAt(now, limits) + 1) * limits.codeMinutes * minute);

/** Six digits of a keyed hash: what stands on the wall. */
export const digitsOf = (hash: string): string =>
  (BigInt(`0x${hash.slice(0, 15)}`) % 1_000_000n).toString().padStart(6, '0');
