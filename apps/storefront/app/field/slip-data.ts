import { Id } from '@chophien/contracts';
import { check, visitor } from '@chophien/site';
import type { Route } from './+types/slip-data';
import { answer, forScript } from '../phone/for-script.ts';
import { takeSlip } from './take-slip.ts';

/** The photograph of a slip out of the phone's queue, under the id the phone gave it. */
export const action = ({ context, params, request }: Route.ActionArgs): Promise<Response> =>
  forScript(async () => {
    const slip = { household: check(Id, params.household), paper: check(Id, params.paper) };
    const { taken } = await takeSlip(context.get(visitor), request, slip);
    return answer({ taken }, taken ? 200 : 422);
  });
