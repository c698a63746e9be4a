import { address, downloadExport } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import type { Route } from './+types/export-file';

/** The file itself, passed on from the API; never kept by a cache. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const who = context.get(visitor);
  if (!/^[0-9a-f-]{36}$/.test(params.id)) return notFound(context);
  const file = await who.raw(address(downloadExport.path, params));
  if (!file.ok) return notFound(context);
  return new Response(file.body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="cho-phien-${params.id.slice(0, 8)}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
