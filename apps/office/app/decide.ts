import { Problem } from '@chophien/contracts';
import { goTo, type Visitor } from '@chophien/site';
import { type FieldSentences, typedIn } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from './attempt.ts';
import { dropUnfinished, keepUnfinished } from './unfinished.ts';

interface Words {
  sentences?: FieldSentences;
  fieldOf?: (field: string) => string;
}

const isEndedSession = (error: unknown): error is Response =>
  error instanceof Response && (error.headers.get('location') ?? '').startsWith('/dang-nhap');

/**
 * Runs a decision and goes where it says. As `attempt`, and what was typed outlives a fresh proof too (`/xac-nhan`) and a
 * session that ended: it stands in the form of `path` again when its official comes back.
 */
export const decide = (who: Visitor, path: string, form: FormData, act: () => Promise<string>, words: Words = {}) => {
  const keep = () => keepUnfinished(who, path, typedIn(form));
  const guarded = async () => {
    try {
      return redirect(await act(), { headers: { 'set-cookie': dropUnfinished(who) } });
    } catch (error) {
      const kept = keep();
      if (error instanceof Problem && error.code === 'identity.proof-needed') {
        return goTo(`/xac-nhan?next=${encodeURIComponent(path)}`, kept ? { 'set-cookie': kept } : {});
      }
      if (isEndedSession(error) && kept) error.headers.append('set-cookie', kept);
      throw error;
    }
  };
  return attempt(form, guarded, words);
};
