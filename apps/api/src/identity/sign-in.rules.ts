import { Problem } from '@chophien/contracts';

/** Seconds. */
export const codeLives = 300;
const betweenCodes = 60;
export const mostTries = 5;
const perHour = 5;
const perDay = 10;

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;

/** How long someone stays signed in: people whose phone was proved 90 days, officials a working day. */
export const sessionLives = { person: 90 * day, official: 8 * hour } as const;

/** The instant this many seconds later. */
export const later = (instant: Date, seconds: number): Date => new Date(instant.getTime() + seconds * second);

/** When the next code may be asked for. */
export const resendAt = (sentAt: Date): Date => later(sentAt, betweenCodes);

export interface SentCode {
  createdAt: Date;
  /** It could not be sent: it does not make anyone wait a minute, but counts for the hour and the day. */
  voided: boolean;
}

/**
 * Refuses a further code for a phone: one a minute, five an hour, ten a day.
 * @param sent those of the last day
 */
export const mayBeSent = (sent: readonly SentCode[], now: Date): void => {
  const times = sent.map((code) => code.createdAt.getTime()).sort((left, right) => right - left);
  const waiting = sent.filter((code) => !code.voided).map((code) => resendAt(code.createdAt).getTime());
  const wait = Math.max(0, ...waiting) - now.getTime();
  if (wait > 0) throw new Problem('identity.code-too-soon', { retryAfter: Math.ceil(wait / second) });
  for (const [most, span] of [
    [perHour, hour],
    [perDay, day],
  ] as const) {
    const oldest = times[most - 1]; // with one more, this one would be outside the span again
    if (oldest !== undefined && oldest + span > now.getTime()) {
      throw new Problem('platform.too-many', { retryAfter: Math.ceil((oldest + span - now.getTime()) / second) });
    }
  }
};

export interface KeptCode {
  expiresAt: Date;
  tries: number;
  usedAt: Date | null;
}

/**
 * Whether the code of a phone opens a session: nothing, or why not. A code never sent, already used and mistyped are one
 * answer; five wrong tries kill it, the right one included.
 */
export const judge = (kept: KeptCode | undefined, matches: boolean, now: Date): Problem | undefined => {
  if (!kept || kept.usedAt) return new Problem('identity.code-wrong');
  if (kept.expiresAt <= now) return new Problem('identity.code-expired');
  if (kept.tries >= mostTries) return new Problem('identity.code-exhausted');
  return matches ? undefined : new Problem('identity.code-wrong', { left: mostTries - kept.tries - 1 });
};

/** The registered template of the message: no accents, so that it is one SMS of at most 160 letters. */
export const codeMessage = (code: string): string =>
  `Cho Phien: ${code} la ma dang nhap cua ban, dung duoc trong 5 phut. Khong chia se ma nay cho bat ky ai.`;
