import { downloadMyData } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import type { Route } from './+types/file';

/** Everything held about her, passed on from the API as it comes; without a fresh proof she is led to the code first. */
export async function loader({ context }: Route.LoaderArgs) {
  const answer = await context.get(visitor).raw(downloadMyData.path);
  if (!answer.ok) {
    await answer.body?.cancel();
    return notFound(context);
  }
  return new Response(answer.body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': answer.headers.get('content-disposition') ?? 'attachment; filename="du-lieu-cua-toi.json"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
