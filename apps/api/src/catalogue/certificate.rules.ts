import type { CertificateState } from '@chophien/contracts';
import { addDays } from '@chophien/kernel';

export type Decision = 'claimed' | 'verified' | 'refused' | 'revoked';

/** What was decided of it, its last day (counted in), and how long before that its end is told. */
export interface Standing {
  decision: Decision;
  validTo: string | null;
  warnDays: number;
}

/** Where a certificate stands on this day. What was not found true is never valid, whatever its dates say. */
export const certificateStateOn = (day: string, { decision, validTo, warnDays }: Standing): CertificateState => {
  if (decision !== 'verified') return decision;
  if (validTo === null) return 'valid';
  if (day > validTo) return 'expired';
  return addDays(day, warnDays) >= validTo ? 'expiring' : 'valid';
};

/** Whether it counts on this day: found true, and not over. */
export const holdsOn = (day: string, standing: Standing): boolean =>
  ['valid', 'expiring'].includes(certificateStateOn(day, standing));

/**
 * The same day so many months later, the last of that month where there is none: a time counted in months ends with the end
 * of that day (Civil Code 2015, Article 148).
 */
export const monthsLater = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};

const next: Record<Decision, readonly Decision[]> = {
  claimed: ['verified', 'refused'],
  verified: ['revoked'],
  refused: [],
  revoked: [],
};

/** What an official can decide of it now. */
export const decisionsFrom = (decision: Decision): readonly Decision[] => next[decision];

/** A number as it is compared: `12/QĐ-UBND` and `12 / qđ–ubnd` are one. */
export const numberKey = (number: string): string => number.toLocaleUpperCase('vi').replace(/[^\p{L}\p{N}]/gu, '');
