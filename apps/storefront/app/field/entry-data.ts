import { Problem } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import type { Route } from './+types/entry-data';
import { answer, forScript } from '../phone/for-script.ts';
import { refusalIn, sendEntry, type SentEntry } from './send.ts';

/** One entry of the phone's queue; the answer carries the sentences that are shown. */
export const action = ({ context, request }: Route.ActionArgs): Promise<Response> =>
  forScript(async () => {
    const entry = (await request.json().catch(() => null)) as SentEntry | null;
    if (typeof entry !== 'object' || entry === null || typeof entry.body !== 'object' || entry.body === null) {
      throw new Problem('platform.malformed');
    }
    const said = await sendEntry(context.get(visitor), entry);
    const refusal = refusalIn(said, entry, new FormData());
    return answer({
      outcome: said.outcome,
      code: said.problem?.code,
      sentences: refusal && [refusal.sentence, ...Object.values(refusal.fields)],
      conflicts: said.conflicts,
      twins: said.twins,
      household: said.household,
    });
  });
