import { Problem } from '@chophien/contracts';

/** What a code is for; one sent for something else opens nothing. */
export type CodePurpose = 'sign-in' | 'proof' | 'consent' | 'phone-change';

/** Seconds. */
export const codeLives = 300;
const betweenCodes = 60;
export const mostTries = 5;
const perHour = 5;
const perDay = 10;

/**
 * How many codes may be asked for, whatever the phones: by a browser we know; by all strangers behind an address (a hall of
 * farmers may share one); by all browsers behind it; by someone who is signed in, such as a helper at people's doors.
 */
export const caps = {
  device: { points: 20, seconds: 86_400 },
  strangersOfAddress: { points: 100, seconds: 86_400 },
  address: { points: 300, seconds: 86_400 },
  person: { points: 60, seconds: 3_600 },
} as const;

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;

/** How long someone stays signed in: people whose phone was proved 90 days, officials a working day. */
export const sessionLives = { person: 90 * day, official: 8 * hour } as const;

/** How long the link holds by which an official begins. */
export const startLives = 7 * day;

/** How long a former number can stop its moving: a day, in seconds. */
export const recoveryWaits = 86_400;

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

const care = 'Khong chia se ma nay cho bat ky ai.';

/** The registered templates of the messages: no accents, so that each is one SMS of at most 160 letters. */
export const codeMessage: Record<CodePurpose, (code: string) => string> = {
  'sign-in': (code) => `Cho Phien: ${code} la ma dang nhap cua ban, dung duoc trong 5 phut. ${care}`,
  proof: (code) => `Cho Phien: ${code} la ma xac nhan viec ban dang lam, dung duoc trong 5 phut. ${care}`,
  consent: (code) =>
    `Cho Phien: ${code} la ma dong y cua ho ban, dung duoc trong 5 phut. Chi doc cho nguoi dang giup khi ban dong y.`,
  'phone-change': (code) => `Cho Phien: ${code} la ma de dung so nay dang nhap, dung duoc trong 5 phut. ${care}`,
};

/** The same for the fields of Zalo's template. */
export const codeWords: Record<CodePurpose, string> = {
  'sign-in': 'đăng nhập',
  proof: 'xác nhận việc đang làm',
  consent: 'đồng ý cho người đang giúp',
  'phone-change': 'dùng số này đăng nhập',
};

/** To a number that an officer moves elsewhere: one SMS, whose link stops it. */
export const movingMessage = (link: string): string =>
  `Cho Phien: can bo dang doi so dang nhap cua ban. Khong phai ban? Bam de dung: ${link}`;

/** To a number that was left. */
export const movedMessage =
  'Cho Phien: so nay khong con dung de dang nhap, tai khoan da chuyen sang so khac. Khong phai ban? Hay bao ngay can bo xa.';
