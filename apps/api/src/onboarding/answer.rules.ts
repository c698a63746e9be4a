import { type AnswerItem, type Answer, answerShapes, Problem } from '@chophien/contracts';
import type { z } from 'zod';

type Given = z.infer<typeof Answer>;
type Value = string | string[] | null;

export interface Kept {
  value: Value;
  at: Date;
}

/** A phone's clock may be ahead by this much; anything later counts as just then. */
const ahead = 5 * 60_000;

/**
 * The answers as they would be kept: each of its item's shape, none later than five minutes from now.
 * @throws Problem platform.invalid-input, naming `answers[i].value`
 */
export const shaped = (answers: readonly Given[], now: Date): (Kept & { item: AnswerItem })[] =>
  answers.map(({ item, value, at }, index) => {
    const instant = new Date(Math.min(Date.parse(at), now.getTime() + ahead));
    if (value === null) return { item, value, at: instant };
    const read = answerShapes[item].safeParse(value);
    if (!read.success) {
      throw new Problem('platform.invalid-input', {
        errors: read.error.issues.map(({ code, message }) => ({
          field: `answers[${index}].value`,
          rule: code,
          message: `${item}: ${message}`,
        })),
      });
    }
    const kept = Array.isArray(read.data) ? [...new Set(read.data)].toSorted() : read.data;
    // An empty line or text says nothing, as one that was taken back.
    return { item, value: kept === '' ? null : kept, at: instant };
  });

/** Whether an answer that arrives replaces the one that is kept: the later stands; of one instant the same one everywhere. */
export const stands = (arriving: Kept, kept: Kept | undefined): boolean => {
  if (!kept) return true;
  const apart = arriving.at.getTime() - kept.at.getTime();
  return apart > 0 || (apart === 0 && text(arriving.value) > text(kept.value));
};

/** Whether two answers say the same. */
export const saysTheSame = (one: Value, other: Value): boolean => text(one) === text(other);

const text = (value: Value): string => JSON.stringify(value);
