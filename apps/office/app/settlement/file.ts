import {
  address,
  downloadPayoutFile,
  downloadProducerStatement,
  downloadWithholding,
  type Grant,
} from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import { isId } from '../id.ts';
import { official } from '../official.ts';
import { provinceOf } from './province.ts';
import type { Route } from './+types/file';

const pathOf = (
  { producer, month, id, layout, as }: Route.LoaderArgs['params'],
  grants: readonly Grant[],
): string | undefined => {
  const kind = as && encodeURIComponent(as);
  if (producer && month && kind && isId(producer))
    return `${address(downloadProducerStatement.path, { producer, month })}?as=${kind}`;
  if (id && layout && isId(id))
    return `${address(downloadPayoutFile.path, { id })}?layout=${encodeURIComponent(layout)}`;
  if (month && kind) return `${address(downloadWithholding.path, { province: provinceOf(grants), month })}?as=${kind}`;
  return undefined;
};

/** A producer's month, a payout for the bank, or what was withheld; passed on from the API, never kept by a cache. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const path = pathOf(params, (await official(context)).grants);
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
