import { whoLookedAtMe } from '@chophien/contracts';
import { check, visitor } from '@chophien/site';
import { Crumbs, Empty, Page, Pager, when, withQuery } from '@chophien/ui';
import { z } from 'zod';
import type { Route } from './+types/looks';
import { LOOKS, MY_DATA } from './paths.ts';
import { purposeWords, whoWords } from './words.ts';

const PageNumber = z.coerce.number().int().min(1).max(500).catch(1);

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = check(PageNumber, new URL(request.url).searchParams.get('trang') ?? 1);
  return context.get(visitor).read(whoLookedAtMe, { query: { page } });
}

export default function Looks({ loaderData: { items, page, more } }: Route.ComponentProps) {
  return (
    <Page title="Ai đã xem dữ liệu của tôi" narrow hidden>
      <Crumbs
        links={[
          { href: '/tai-khoan', word: 'Tài khoản' },
          { href: MY_DATA, word: 'Dữ liệu của tôi' },
        ]}
      />
      <h1>Ai đã xem dữ liệu của tôi</h1>
      <p>
        Lần mới nhất ở trên. Thấy lần nào lạ, hãy <a href="/ho-tro/moi">báo cho chúng tôi</a>.
      </p>
      {items.length === 0 && <Empty title="Chưa có ai xem" />}
      <ul className="grid gap-2">
        {items.map(({ at, who, what }, index) => (
          <li key={`${at} ${index}`} className="panel grid gap-1">
            <b>{whoWords(who)}</b>
            <span>{purposeWords(what)}</span>
            <span className="field-hint">Lúc {when(at)}</span>
          </li>
        ))}
      </ul>
      <Pager page={page} more={more} href={(to) => withQuery(LOOKS, {}, { trang: to })} />
    </Page>
  );
}
