import { visitor } from '@chophien/site';
import { answer, forScript } from '../phone/for-script.ts';
import type { Route } from './+types/kit-data';
import { kitOf, withoutCrops } from './kit-of.ts';

/** Who is signed in and for whom she may sell: asked by the phone before it sends anything. */
export const loader = ({ context }: Route.LoaderArgs): Promise<Response> =>
  forScript(async () => answer(withoutCrops(await kitOf(context.get(visitor)))));
