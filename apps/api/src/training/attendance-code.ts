import { equalConstantTime, hmac } from '../platform/crypto.ts';
import { digitsOf, type Limits, windowAt, windowEnds } from './training.rules.ts';

/** The six digits that stand on the wall of a session in one window of time. */
const codeIn = (session: string, window: number): string =>
  digitsOf(Buffer.from(hmac('training.attendance', `${session} ${window}`), 'base64url').toString('hex'));

export const codeNow = (session: string, limits: Limits, now: Date): { code: string; expiresAt: Date } => ({
  code: codeIn(session, windowAt(now, limits)),
  expiresAt: windowEnds(now, limits),
});

/** Right is the code of now, or the one before: somebody was still typing when it changed. */
export const isCode = (session: string, code: string, limits: Limits, now: Date): boolean => {
  const window = windowAt(now, limits);
  const right = [window, window - 1].map((one) => equalConstantTime(codeIn(session, one), code));
  return right.includes(true);
};
