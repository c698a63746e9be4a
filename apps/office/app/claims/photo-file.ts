import { address, readClaimPhotoOfArea } from '@chophien/contracts';
import { passPaper, visitor } from '@chophien/site';
import type { Route } from './+types/photo-file';

/** A photograph of a claim of one's area. */
export const loader = ({ context, params: { id, photo } }: Route.LoaderArgs) =>
  passPaper(context, context.get(visitor), address(readClaimPhotoOfArea.path, { id, photo }));
