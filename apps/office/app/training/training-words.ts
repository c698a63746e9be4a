import type { TrainingSession } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { type Tone, when, whenDay } from '@chophien/ui';

export const stateWords: Record<TrainingSession['state'], { word: string; tone: Tone }> = {
  planned: { word: 'Sắp tới', tone: 'wait' },
  held: { word: 'Đã học', tone: 'good' },
  cancelled: { word: 'Đã hủy', tone: 'quiet' },
};

/** The clock of an instant in Vietnam: `08:05`. */
export const clockOf = (instant: string): string => when(instant).slice(0, 5);

/** `08:00 – 11:00 23/11/2026`; over midnight both days are said. */
export const spanWords = (startsAt: string, endsAt: string): string => {
  const oneDay = vietnamDay(new Date(startsAt)) === vietnamDay(new Date(endsAt));
  return oneDay
    ? `${clockOf(startsAt)} – ${clockOf(endsAt)} ${whenDay(startsAt)}`
    : `${when(startsAt)} – ${when(endsAt)}`;
};

/** Six digits as they are read aloud: `123 456`. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** Seconds until a page that shows a code calls itself up again: when the code has changed, never at once. */
export const againIn = (expiresAt: string, now: Date): number =>
  Math.min(600, Math.max(3, Math.ceil((Date.parse(expiresAt) - now.getTime()) / 1_000) + 1));
