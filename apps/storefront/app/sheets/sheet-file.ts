import { address, downloadGoodsTemplate, downloadWrongGoods, exportGoods, Id } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import type { Route } from './+types/sheet-file';

const paths = { mau: downloadGoodsTemplate.path, hang: exportGoods.path, 'can-sua': downloadWrongGoods.path } as const;

/** The template, a producer's goods, or the rows to mend; passed on from the API, never kept by a cache. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { searchParams, pathname } = new URL(request.url);
  const format = searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx';
  const id = 'id' in params ? params.id : undefined;
  if (id !== undefined && !Id.safeParse(id).success) return notFound(context);
  const which = id === undefined ? 'mau' : pathname.endsWith('/can-sua') ? 'can-sua' : 'hang';
  const path = id === undefined ? paths.mau : address(paths[which], { id });
  const file = await context.get(visitor).raw(`${path}?format=${format}`);
  if (!file.ok) return notFound(context);
  const kept = ['content-type', 'content-disposition'].flatMap((name): [string, string][] => {
    const value = file.headers.get(name);
    return value ? [[name, value]] : [];
  });
  return new Response(file.body, {
    headers: [...kept, ['cache-control', 'no-store'], ['x-content-type-options', 'nosniff']],
  });
}
