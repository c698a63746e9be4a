import { Problem } from '@chophien/contracts';
import type { OutsideAnswer } from '../gateway.ts';
import type { Outcome } from './outcome.ts';

/**
 * What a call means. 429 was not sent. Of no answer, a failure on their side, or an answer that `read` does not understand,
 * nobody knows.
 */
export async function outcomeOf(
  call: Promise<OutsideAnswer>,
  now: Date,
  read: (body: string) => Outcome | undefined,
): Promise<Outcome> {
  try {
    const { status, headers, body } = await call;
    if (status === 429) return { kind: 'later', seconds: retryAfter(headers.get('retry-after'), now) };
    const lost: Outcome = { kind: 'lost', answer: `HTTP ${status}` };
    return status === 200 ? (read(body) ?? lost) : lost;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.details.unknown === false ? { kind: 'away' } : { kind: 'lost', answer: 'no answer' };
  }
}

/** A field of a JSON answer as short text; undefined when there is none. */
export const answerOf = (body: string, field: string): string | undefined => {
  try {
    const value = (JSON.parse(body) as Record<string, unknown> | null)?.[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 10) : undefined;
  } catch {
    return undefined;
  }
};

/** Seconds of a `Retry-After` header (RFC 9110 §10.2.3), a number or a date; 30 when it says nothing; at most an hour. */
export const retryAfter = (header: string | null, now: Date): number => {
  const said = header?.trim() ?? '';
  const seconds = /^\d{1,6}$/.test(said) ? Number(said) : (Date.parse(said) - now.getTime()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(3_600, Math.max(1, Math.ceil(seconds))) : 30;
};
