import { getMe, listTrainings } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Badge, Crumbs, Empty, Page, Pager, StateBadge, withQuery } from '@chophien/ui';
import { z } from 'zod';
import type { Route } from './+types/classes';
import { CLASSES, TRAINING } from './paths.ts';
import { sessionState, span } from './words.ts';

const PageNumber = z.coerce.number().int().min(1).max(500).catch(1);

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const show = text(searchParams, 'xem') === 'da-qua' ? ('past' as const) : ('coming' as const);
  const page = check(PageNumber, searchParams.get('trang') ?? 1);
  const [me, found] = await Promise.all([read(getMe), read(listTrainings, { query: { show, page } })]);
  return { me: me.id, show, now: new Date().toISOString(), ...found };
}

export default function Classes({ loaderData: { me, show, now, items, page, pages } }: Route.ComponentProps) {
  const past = show === 'past';
  return (
    <Page title="Các buổi học" narrow hidden>
      <Crumbs links={[{ href: TRAINING, word: 'Tập huấn' }]} />
      <h1>Các buổi học</h1>
      <nav className="filters" aria-label="Xem buổi nào">
        <a className="chip" href={CLASSES} aria-current={past ? undefined : 'page'}>
          Sắp tới
        </a>
        <a className="chip" href={`${CLASSES}?xem=da-qua`} aria-current={past ? 'page' : undefined}>
          Đã qua
        </a>
      </nav>
      {items.length === 0 && (
        <Empty title={past ? 'Chưa có buổi nào đã qua' : 'Chưa có buổi nào sắp tới'}>
          Buổi học do tập huấn viên hoặc cán bộ xã lên lịch ở trang cán bộ.
        </Empty>
      )}
      <ul className="grid gap-3">
        {items.map((session) => (
          <li key={session.id} className="panel grid gap-1">
            <h2>
              <a href={`${CLASSES}/${session.id}`}>{session.course.title}</a>
            </h2>
            <p>{span(session.startsAt, session.endsAt)}</p>
            <p>
              {session.place}, {session.commune.fullName}
            </p>
            <p className="flex flex-wrap items-center gap-2">
              <StateBadge state={sessionState(session, now)} />
              {session.trainer.id === me && <Badge>Bạn dạy</Badge>}
              <span>{session.attended} hộ có mặt</span>
            </p>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        more={page < pages}
        href={(to) => withQuery(CLASSES, { xem: past ? 'da-qua' : undefined }, { trang: to })}
      />
    </Page>
  );
}
