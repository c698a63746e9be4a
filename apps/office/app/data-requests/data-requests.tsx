import { type DataRequest, listDataRequests } from '@chophien/contracts';
import { pageIn, visitor } from '@chophien/site';
import { Badge, type Column, Crumbs, Empty, Note, Page, Pager, StateBadge, Table, when, withQuery } from '@chophien/ui';
import { needs } from '../official.ts';
import { leftWords } from '../times.ts';
import type { Route } from './+types/data-requests';
import { kindWords, stateWords } from './request-words.ts';

const path = '/du-lieu';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'data.handle');
  const { searchParams } = new URL(request.url);
  const state = searchParams.get('muc') === 'da-xong' ? ('done' as const) : ('open' as const);
  const page = pageIn(searchParams);
  const found = await context.get(visitor).read(listDataRequests, { query: { state, page } });
  return { state, found, now: new Date().toISOString() };
}

const clock = (dueAt: string, now: Date) => {
  const words = leftWords(dueAt, now);
  return Date.parse(dueAt) < now.getTime() ? <Badge tone="bad">{words}</Badge> : words;
};

const columns = (now: Date): Column<DataRequest>[] => [
  {
    head: 'Yêu cầu',
    cell: ({ id, number, kind }) => (
      <>
        <a className="inline-block py-1" href={`${path}/${id}`}>
          {kindWords[kind]}
        </a>
        <span className="block font-normal text-muted">{number}</span>
      </>
    ),
  },
  { head: 'Gửi lúc', cell: ({ madeAt }) => when(madeAt) },
  {
    head: 'Báo đã nhận',
    cell: ({ acknowledgedAt, replyBy }) => (acknowledgedAt ? when(acknowledgedAt) : clock(replyBy, now)),
  },
  {
    head: 'Làm xong',
    cell: ({ decidedAt, dueAt, late }) => {
      if (!decidedAt) return clock(dueAt, now);
      return late ? `${when(decidedAt)}, trễ hạn` : when(decidedAt);
    },
  },
  { head: 'Tình trạng', cell: ({ state }) => <StateBadge state={stateWords[state]} /> },
];

export default function DataRequests({ loaderData: { state, found, now } }: Route.ComponentProps) {
  const muc = state === 'done' ? 'da-xong' : undefined;
  return (
    <Page title="Yêu cầu về dữ liệu cá nhân" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Yêu cầu về dữ liệu cá nhân</h1>
      {state === 'open' && found.late > 0 && <Note tone="bad">{found.late} yêu cầu đã quá hạn.</Note>}
      <nav className="filters rail" aria-label="Yêu cầu theo tình trạng">
        <a className="chip" href={path} aria-current={state === 'open' ? 'page' : undefined}>
          Chưa xong
        </a>
        <a className="chip" href={`${path}?muc=da-xong`} aria-current={state === 'done' ? 'page' : undefined}>
          Đã xong
        </a>
      </nav>
      {found.items.length === 0 ? (
        <Empty title={state === 'open' ? 'Không có yêu cầu nào chờ giải quyết' : 'Chưa có yêu cầu nào đã xong'} />
      ) : (
        <section className="panel">
          <Table
            caption={`${found.total} yêu cầu${state === 'open' ? ', gần hạn nhất đứng đầu' : ', mới xong đứng đầu'}`}
            columns={columns(new Date(now))}
            rows={found.items}
            idOf={({ id }) => id}
            stack
          />
        </section>
      )}
      <Pager
        page={found.page}
        more={found.page < found.pages}
        href={(page) => withQuery(path, { muc }, { trang: page })}
      />
    </Page>
  );
}
