import { getMe, listMyProducers, producersOf } from '@chophien/contracts';
import { goTo, visitor } from '@chophien/site';
import { Crumbs, Empty, Page } from '@chophien/ui';
import type { Route } from './+types/choose';
import { earningsPath } from './words.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const [me, { items }] = await Promise.all([read(getMe), read(listMyProducers)]);
  const mine = new Set(producersOf(me, 'statement.read'));
  const stalls = items.filter(({ id }) => mine.has(id)).map(({ id, name }) => ({ id, name }));
  const [only] = stalls;
  if (only && stalls.length === 1) return goTo(earningsPath(only.id));
  return { stalls };
}

export default function ChooseStall({ loaderData: { stalls } }: Route.ComponentProps) {
  return (
    <Page title="Tiền bán hàng" narrow hidden>
      <Crumbs links={[{ href: '/ban-hang', word: 'Bán hàng' }]} />
      <h1>Tiền bán hàng</h1>
      {stalls.length === 0 ? (
        <Empty title="Bạn chưa có gian hàng nào" />
      ) : (
        <ul className="grid gap-2">
          {stalls.map(({ id, name }) => (
            <li key={id}>
              <a className="choice text-ink no-underline" href={earningsPath(id)}>
                <b>{name}</b>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
