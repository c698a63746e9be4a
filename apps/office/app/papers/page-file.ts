import { address, readPaper } from '@chophien/contracts';
import { passPaper, visitor } from '@chophien/site';
import type { Route } from './+types/page-file';

/** One page of a paper of one's area; the API notes who looked. */
export const loader = ({ context, params: { id, page } }: Route.LoaderArgs) =>
  passPaper(context, context.get(visitor), address(readPaper.path, { id, page }));
