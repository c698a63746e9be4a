import { address, readMyClaimPhoto } from '@chophien/contracts';
import { passPaper, visitor } from '@chophien/site';
import type { Route } from './+types/claim-photo';

/** A photograph that a buyer took of what was wrong, for its producer. */
export const loader = ({ context, params: { id, photo } }: Route.LoaderArgs) =>
  passPaper(context, context.get(visitor), address(readMyClaimPhoto.path, { id, photo }));
