import { getMe } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import type { Route } from './+types/me-data';
import { answer, forScript } from '../phone/for-script.ts';

/** Who is signed in on this phone now, so that what another one kept on it is wiped. */
export const loader = ({ context }: Route.LoaderArgs): Promise<Response> =>
  forScript(async () => answer({ person: (await context.get(visitor).call(getMe)).id }));
