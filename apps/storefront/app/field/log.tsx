import { listFieldLog } from '@chophien/contracts';
import { check, visitor } from '@chophien/site';
import { Empty, Page, StateBadge, when } from '@chophien/ui';
import { z } from 'zod';
import type { Route } from './+types/log';
import { FIELD, householdPath } from './paths.ts';
import { kinds, outcomes } from './words.ts';

const PageNumber = z.coerce.number().int().min(1).max(500).catch(1);

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = check(PageNumber, new URL(request.url).searchParams.get('trang') ?? 1);
  return context.get(visitor).read(listFieldLog, { query: { page } });
}

export default function Log({ loaderData: { items, page, pages } }: Route.ComponentProps) {
  return (
    <Page title="Nhật ký nhập hộ" narrow hidden>
      <p>
        <a className="inline-block py-2" href={FIELD}>
          ← Danh sách hộ
        </a>
      </p>
      <h1>Nhật ký của tôi</h1>
      {items.length === 0 && <Empty title="Chưa có gì">Việc bạn làm cho các hộ được ghi ở đây.</Empty>}
      <ul className="grid gap-3">
        {items.map(({ id, household, name, kind, at, outcome }) => (
          <li key={id} className="panel grid gap-1">
            <p>
              {kinds[kind]} <StateBadge state={outcomes[outcome]} />
            </p>
            {name && (
              <a className="inline-block py-2" href={householdPath(household)}>
                {name}
              </a>
            )}
            <p className="field-hint">{when(at)}</p>
          </li>
        ))}
      </ul>
      {page < pages && (
        <p>
          <a className="button" href={`${FIELD}/nhat-ky?trang=${page + 1}`}>
            Cũ hơn
          </a>
        </p>
      )}
    </Page>
  );
}
