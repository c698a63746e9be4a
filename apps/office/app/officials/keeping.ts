import type { Visitor } from '@chophien/site';
import { type FieldSentences, typedIn } from '@chophien/ui';
import { attempt } from '../attempt.ts';
import { keepUnfinished } from '../unfinished.ts';

/**
 * Runs what a form asks for whose answer is shown on the same page, because it can be shown only once. What was typed outlives
 * a fresh proof, as it does with `decide`.
 */
export const keeping = <T>(
  who: Visitor,
  path: string,
  form: FormData,
  act: () => Promise<T>,
  words: { sentences?: FieldSentences; fieldOf?: (field: string) => string } = {},
) =>
  attempt(
    form,
    async () => {
      try {
        return await act();
      } catch (error) {
        const isAway = error instanceof Response && error.headers.has('location');
        const kept = isAway && keepUnfinished(who, path, typedIn(form));
        if (isAway && kept) error.headers.append('set-cookie', kept);
        throw error;
      }
    },
    words,
  );
