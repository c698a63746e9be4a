import { Problem } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { refusalOf } from '@chophien/ui';
import { answer, forScript } from '../phone/for-script.ts';
import type { Route } from './+types/hand-in-data';
import { handIn } from './hand-in.ts';
import { answerOfCode, sentences } from './judge.ts';
import { cropsOf, rowsOf } from './kit-of.ts';
import { known } from './kit.ts';
import { given, readSent } from './sent.ts';

/**
 * A listing out of a phone's queue. Handed in twice it is one: its id was made on the phone. What is wrong with it comes back in
 * words, by the answers they are about.
 */
export const action = ({ context, request }: Route.ActionArgs): Promise<Response> =>
  forScript(async () => {
    const who = context.get(visitor);
    const sent = await readSent(who, request);
    const answers = given(sent);
    const [crops, rows] = await Promise.all([cropsOf(who), rowsOf(who)]);
    const crop = known(
      crops.find(({ id }) => id === answers.commodity),
      rows,
    );
    try {
      await handIn(who, { id: sent.id, producer: sent.producer, answers, crop, sure: sent.sure });
      return answer({ outcome: 'handed-in' });
    } catch (error) {
      if (!(error instanceof Problem) || !isAboutIt(error)) throw error;
      const { code, sentence, fields } = refusalOf(error, new FormData(), sentences);
      const about = answerOfCode[code];
      return answer({ outcome: 'refused', code, sentence, fields: about ? { [about]: sentence } : fields });
    }
  });

/** A refusal of this very listing; a line that is down or a session that ended says nothing about it. */
const isAboutIt = ({ code, status }: Problem): boolean =>
  code === 'platform.invalid-input' || (code.startsWith('catalogue.') && status < 500);
