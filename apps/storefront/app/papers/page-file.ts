import { address, readOwnPaper } from '@chophien/contracts';
import { passPaper, visitor } from '@chophien/site';
import type { Route } from './+types/page-file';

/** One page of an own paper: a picture to look at, or a PDF to save. */
export const loader = ({ context, params: { producer, paper, page } }: Route.LoaderArgs) =>
  passPaper(context, context.get(visitor), address(readOwnPaper.path, { producer, id: paper, page }));
