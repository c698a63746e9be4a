import { address, downloadPayoutFile, downloadProducerStatement, downloadWithholding } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import { isId } from '../id.ts';
import type { Route } from './+types/file';

const pathOf = ({ producer, month, id, layout, as }: Route.LoaderArgs['params']): string | undefined => {
  const kind = as && encodeURIComponent(as);
  if (producer && month && kind && isId(producer))
    return `${address(downloadProducerStatement.path, { producer, month })}?as=${kind}`;
  if (id && layout && isId(id))
    return `${address(downloadPayoutFile.path, { id })}?layout=${encodeURIComponent(layout)}`;
  if (month && kind) return `${address(downloadWithholding.path, { month })}?as=${kind}`;
  return undefined;
};

/** A producer's month, a payout for the bank, or what was withheld; passed on from the API, never kept by a cache. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const path = pathOf(params);
  const file = path && (await context.get(visitor).raw(path));
  if (!file || !file.ok) return notFound(context);
  const kept = ['content-type', 'content-disposition'].flatMap((name): [string, string][] => {
    const value = file.headers.get(name);
    return value ? [[name, value]] : [];
  });
  return new Response(file.body, {
    headers: [...kept, ['cache-control', 'no-store'], ['x-content-type-options', 'nosniff']],
  });
}
