import { suggestSearches } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import type { Route } from './+types/suggest-data';
import { filtersIn } from './filters.ts';
import { suggestionPath } from './suggestion-links.tsx';

/** The same for the box itself, while somebody types: words, and where each leads. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { q } = filtersIn(new URL(request.url).searchParams);
  const { items } = q ? await context.get(visitor).read(suggestSearches, { query: { q } }) : { items: [] };
  const body = JSON.stringify(items.map((one) => [one.text, suggestionPath(one)]));
  return new Response(body, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=60' },
  });
}
