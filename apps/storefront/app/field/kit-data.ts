import { getFieldKit } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import type { Route } from './+types/kit-data';
import { answer, forScript } from '../phone/for-script.ts';

/** What a helper's phone takes along. */
export const loader = ({ context }: Route.LoaderArgs): Promise<Response> =>
  forScript(async () => answer(await context.get(visitor).call(getFieldKit)));
