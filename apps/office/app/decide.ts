import type { Visitor } from '@chophien/site';
import { type FieldSentences, typedIn } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from './attempt.ts';
import { dropUnfinished, keepUnfinished } from './unfinished.ts';

interface Words {
  sentences?: FieldSentences;
  fieldOf?: (field: string) => string;
}

/** The visitor leads away by itself: to prove who she is once more, or to sign in again. */
const leadsAway = (error: unknown): error is Response => error instanceof Response && error.headers.has('location');

/**
 * Runs a decision and goes where it says. As `attempt`, and what was typed outlives a fresh proof and a session that ended
 * too: it stands in the form of `path` again when its official comes back there.
 */
export const decide = (who: Visitor, path: string, form: FormData, act: () => Promise<string>, words: Words = {}) => {
  const guarded = async () => {
    try {
      return redirect(await act(), { headers: { 'set-cookie': dropUnfinished(who) } });
    } catch (error) {
      const kept = leadsAway(error) && keepUnfinished(who, path, typedIn(form));
      if (leadsAway(error) && kept) error.headers.append('set-cookie', kept);
      throw error;
    }
  };
  return attempt(form, guarded, words);
};
