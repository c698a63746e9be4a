import { address, downloadMyStatement, StatementFormat } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import type { Route } from './+types/file';
import { isId, isMonth } from './words.ts';

/** The month as a file, passed on from the API; never kept by a cache. */
export async function loader({ context, params: { producer, month, as } }: Route.LoaderArgs) {
  const format = StatementFormat.safeParse(as);
  if (!isId(producer) || !isMonth(month) || !format.success) return notFound(context);
  const path = `${address(downloadMyStatement.path, { producer, month })}?as=${format.data}`;
  const file = await context.get(visitor).raw(path);
  if (!file.ok) return notFound(context);
  const kept = ['content-type', 'content-disposition'].flatMap((name): [string, string][] => {
    const value = file.headers.get(name);
    return value ? [[name, value]] : [];
  });
  return new Response(file.body, {
    headers: [...kept, ['cache-control', 'no-store'], ['x-content-type-options', 'nosniff']],
  });
}
