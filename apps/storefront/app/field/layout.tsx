import { getFieldKit } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Outlet, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/layout';
import { Queue } from './queue.tsx';
import { script } from './script.ts';

/** Who helps, and what she takes along: for all pages of the field. */
export const loader = async ({ context }: Route.LoaderArgs) => ({ kit: await context.get(visitor).read(getFieldKit) });

export const useKit = () => {
  const found = useRouteLoaderData<typeof loader>('field');
  if (!found) throw new Error('only pages of the field know the kit');
  return found.kit;
};

export default function Field({ loaderData: { kit } }: Route.ComponentProps) {
  return (
    <div data-field="" data-helper={kit.helper.id}>
      <Queue />
      <Outlet />
      <script src={script} defer />
    </div>
  );
}
