import { visitor } from '@chophien/site';
import { answer, forScript } from '../phone/for-script.ts';
import type { Route } from './+types/draft-data';
import { draftOf, keepDraft } from './drafts.ts';
import { readSent, timed } from './sent.ts';

/** Answers of a listing on its way, as a phone sends them one after the other; answers with what stands now. */
export const action = ({ context, request }: Route.ActionArgs): Promise<Response> =>
  forScript(async () => {
    const who = context.get(visitor);
    const sent = await readSent(who, request);
    await keepDraft(who, { id: sent.id, producer: sent.producer, answers: timed(sent) });
    return answer({ draft: (await draftOf(who, sent.id)) ?? null });
  });
