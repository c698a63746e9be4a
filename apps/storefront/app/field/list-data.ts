import { listFieldHouseholds } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import type { Route } from './+types/list-data';
import { answer, forScript } from '../phone/for-script.ts';

/** One page of a helper's households for her phone; 304 when it has them as they are. */
export const loader = ({ context, request }: Route.LoaderArgs): Promise<Response> =>
  forScript(async () => {
    const page = Number(new URL(request.url).searchParams.get('trang') ?? 1);
    const known = /^"([0-9a-f]{32})"$/.exec(request.headers.get('if-none-match') ?? '')?.[1];
    const { version, unchanged, items, pages } = await context
      .get(visitor)
      .call(listFieldHouseholds, { query: { page, ...(known ? { known } : {}) } });
    const etag = `"${version}"`;
    if (unchanged) return new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-store' } });
    return answer({ items, pages }, 200, { etag });
  });
