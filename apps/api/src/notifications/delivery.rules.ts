import type { Outcome } from '../platform/messages/outcome.ts';

export interface Verdict {
  state: 'pending' | 'sent' | 'failed' | 'unknown';
  attempts: number;
  /** When it is tried again; of what has ended, when that was. */
  at: Date;
  answer: string | null;
}

export const mostAttempts = 8;

/** 5 s, 10 s, 20 s … at most ten minutes. */
export const backOff = (attempts: number): number => Math.min(600, 5 * 2 ** (attempts - 1));

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

/** What becomes of a message after `attempts` calls. One that may have been sent is tried again under the same id. */
export const judge = (outcome: Outcome, attempts: number, now: Date): Verdict => {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', attempts, at: now, answer: outcome.answer };
    case 'refused':
      return { state: 'failed', attempts, at: now, answer: outcome.answer };
    case 'later': // not a failure of this message, so not counted
      return { state: 'pending', attempts: attempts - 1, at: later(now, outcome.seconds), answer: null };
    case 'away':
    case 'lost': {
      const answer = outcome.kind === 'lost' ? outcome.answer : 'unreachable';
      if (attempts >= mostAttempts) return { state: 'failed', attempts, at: now, answer };
      const state = outcome.kind === 'lost' ? 'unknown' : 'pending';
      return { state, attempts, at: later(now, backOff(attempts)), answer };
    }
  }
};
