import { listComplaintsAboutMe } from '@chophien/contracts';
import { pageIn, visitor } from '@chophien/site';
import { Crumbs, Empty, Page, Pager, StateBadge, when } from '@chophien/ui';
import { complaintStates, untilWhen } from '../complaints/words.ts';
import type { Route } from './+types/complaints';

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = pageIn(new URL(request.url).searchParams);
  return context.get(visitor).read(listComplaintsAboutMe, { query: { page } });
}

export default function Complaints({ loaderData: { items, page, pages } }: Route.ComponentProps) {
  return (
    <Page title="Khiếu nại về tôi" narrow hidden>
      <Crumbs links={[{ href: '/ban-hang', word: 'Bán hàng' }]} />
      <h1>Khiếu nại về tôi</h1>
      {items.length === 0 && (
        <Empty title="Không có khiếu nại nào">Người mua khiếu nại thì bạn được báo ở Tin nhắn và đọc ở đây.</Empty>
      )}
      <ul className="grid gap-3">
        {items.map((one) => (
          <li key={one.id} className="panel grid gap-1">
            <h2>
              <a href={`/ban-hang/khieu-nai/${one.id}`}>{one.topic.title}</a>
            </h2>
            <p>
              <StateBadge state={complaintStates[one.state]} />
            </p>
            <p>{untilWhen(one)}</p>
            <p className="field-hint">
              Số {one.number}, gửi {when(one.openedAt)}
              {one.orderCode && `, đơn ${one.orderCode}`}, {one.producer.name}
            </p>
          </li>
        ))}
      </ul>
      <Pager page={page} more={page < pages} href={(other) => `/ban-hang/khieu-nai?trang=${other}`} />
    </Page>
  );
}
