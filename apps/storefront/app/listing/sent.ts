import { DraftAnswer, Id, Problem } from '@chophien/contracts';
import { check, markOf, type Visitor } from '@chophien/site';
import { z } from 'zod';
import type { Answers } from './answers.ts';

/** What a phone hands in: whose it is, and the listing with its answers and when each was given, by the phone's clock. */
export const Sent = z.object({
  person: Id,
  id: Id,
  producer: Id,
  /** How many milliseconds ago each answer was given: a clock that is wrong is wrong in both. */
  /** She means a price that is many times another. */
  sure: z.boolean().default(false),
  answers: z.array(DraftAnswer.omit({ at: true }).extend({ age: z.int().min(0) })).max(60),
});
export type Sent = z.infer<typeof Sent>;

/** What one person kept is never sent as another, whoever uses the phone now. */
export const ofWhoever = (who: Visitor, person: string): void => {
  if (markOf(person) !== who.mark) throw new Problem('identity.sign-in-needed');
};

export const readSent = async (who: Visitor, request: Request): Promise<Sent> => {
  const sent = check(Sent, await request.json().catch(() => null));
  ofWhoever(who, sent.person);
  return sent;
};

/** When the answers were given, by this clock. */
export const timed = ({ answers }: Sent): DraftAnswer[] =>
  answers.map(({ field, value, age }) => ({ field, value, at: new Date(Date.now() - age).toISOString() }));

export const given = ({ answers }: Sent): Answers =>
  Object.fromEntries(answers.flatMap(({ field, value }) => (value === null ? [] : [[field, value]]))) as Answers;
