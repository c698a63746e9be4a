import { getPriceHint } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { answer, forScript } from '../phone/for-script.ts';
import type { Route } from './+types/hint-data';
import { hintWords } from './hint-words.ts';

/** The price others ask, in words; empty where too few sell. */
export const loader = ({ context, request }: Route.LoaderArgs): Promise<Response> =>
  forScript(async () => {
    const { searchParams } = new URL(request.url);
    const query = check(getPriceHint.query!, {
      commodity: text(searchParams, 'mon'),
      unit: text(searchParams, 'don-vi'),
      commune: text(searchParams, 'xa'),
    });
    const { hint } = await context.get(visitor).call(getPriceHint, { query });
    return answer({ words: hintWords(hint, query.unit) });
  });
