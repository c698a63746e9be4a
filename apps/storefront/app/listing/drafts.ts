import { type DraftAnswer, getListingDraft, keepListingDraft, type ListingDraft, Problem } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import type { AnswerName, Answers } from './answers.ts';

/** The answers of a draft, by their names. */
export const answersIn = ({ answers }: Pick<ListingDraft, 'answers'>): Answers =>
  Object.fromEntries(answers.flatMap(({ field, value }) => (value === null ? [] : [[field, value]]))) as Answers;

/** A draft as the server has it; `undefined` when nothing was kept under this id yet. */
export const draftOf = async ({ call }: Visitor, id: string): Promise<ListingDraft | undefined> => {
  try {
    return await call(getListingDraft, { params: { id } });
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  }
};

/** What changed, said now; an answer that is gone is taken back. */
export const changedAnswers = (before: Answers, after: Answers, at = new Date().toISOString()): DraftAnswer[] => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as AnswerName[];
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({ field: name, value: (after[name] ?? null) as DraftAnswer['value'], at }));
};

interface Keeping {
  id: string;
  producer: string;
  answers: DraftAnswer[];
}

export const keepDraft = async ({ call }: Visitor, { id, producer, answers }: Keeping): Promise<void> => {
  if (answers.length > 0) await call(keepListingDraft, { params: { id }, body: { producer, answers } });
};
