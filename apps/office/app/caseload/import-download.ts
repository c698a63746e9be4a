import { address, downloadImportTemplate, downloadWrongRows } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import { isId } from '../id.ts';
import type { Route } from './+types/import-download';

/** The template, or (with an id) the wrong rows of a list; passed on from the API, never kept by a cache. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { id } = params;
  const format = new URL(request.url).searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx';
  if (id !== undefined && !isId(id)) return notFound(context);
  const path = id ? address(downloadWrongRows.path, { id }) : downloadImportTemplate.path;
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
