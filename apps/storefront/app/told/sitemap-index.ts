import { visitor } from '@chophien/site';
import type { Route } from './+types/sitemap-index';
import { files } from './files.ts';
import { index, xml } from './sitemap.ts';

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { read, env } = context.get(visitor);
  return xml(index(env.origin, await files(read)));
};
