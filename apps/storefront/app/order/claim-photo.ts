import { address, readClaimPhoto } from '@chophien/contracts';
import { passPaper, visitor } from '@chophien/site';
import type { Route } from './+types/claim-photo';
import { orderKey } from './order-key.ts';

/** A photograph that the buyer took of what was wrong, for herself. */
export const loader = ({ context, params: { code, id, photo }, request }: Route.LoaderArgs) =>
  passPaper(
    context,
    context.get(visitor),
    address(readClaimPhoto.path, { code, id, photo }, { key: orderKey(request) }),
  );
