import { Problem } from '@chophien/contracts';
import type { OutsideAnswer } from '../platform/gateway.ts';
import { type Outcome, retryAfter } from './delivery.rules.ts';

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
