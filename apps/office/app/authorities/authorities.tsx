import { type AuthorityRequest, listAuthorityRequests } from '@chophien/contracts';
import { pageIn, visitor } from '@chophien/site';
import { Badge, type Column, Crumbs, Empty, Note, Page, Pager, StateBadge, Table, when, withQuery } from '@chophien/ui';
import { needs } from '../official.ts';
import { leftWords } from '../times.ts';
import type { Route } from './+types/authorities';
import { kindWords, stateWords } from './authority-words.ts';

const path = '/co-quan';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'authority.handle');
  const { searchParams } = new URL(request.url);
  const state = searchParams.get('muc') === 'da-tra-loi' ? ('answered' as const) : ('open' as const);
  const page = pageIn(searchParams);
  const found = await context.get(visitor).read(listAuthorityRequests, { query: { state, page } });
  return { state, found, now: new Date().toISOString() };
}

const columns = (now: Date): Column<AuthorityRequest>[] => [
  {
    head: 'Yêu cầu',
    cell: ({ id, number, kind, urgent }) => (
      <>
        <a className="inline-block py-1" href={`${path}/${id}`}>
          {kindWords[kind]}
        </a>{' '}
        {urgent && <Badge tone="bad">Khẩn</Badge>}
        <span className="block font-normal text-muted">{number}</span>
      </>
    ),
  },
  {
    head: 'Cơ quan',
    cell: ({ authority, document }) => (
      <>
        {authority}
        <span className="block text-muted">{document}</span>
      </>
    ),
  },
  { head: 'Nhận lúc', cell: ({ receivedAt }) => when(receivedAt) },
  {
    head: 'Hạn',
    cell: ({ answered, late, dueAt }) => {
      if (answered) return late ? 'Gửi trễ hạn' : 'Gửi đúng hạn';
      return late ? <Badge tone="bad">{leftWords(dueAt, now)}</Badge> : leftWords(dueAt, now);
    },
  },
  { head: 'Tình trạng', cell: ({ state }) => <StateBadge state={stateWords[state]} /> },
];

export default function Authorities({ loaderData: { state, found, now } }: Route.ComponentProps) {
  const muc = state === 'answered' ? 'da-tra-loi' : undefined;
  return (
    <Page title="Yêu cầu của cơ quan nhà nước" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Yêu cầu của cơ quan nhà nước</h1>
      <p>Một người soạn, người khác xem và gửi. Đồng hồ chạy từ lúc nhận văn bản, kể cả ngày nghỉ.</p>
      {state === 'open' && found.late > 0 && <Note tone="bad">{found.late} yêu cầu đã quá hạn.</Note>}
      <p className="no-print">
        <a className="button button-main" href={`${path}/ghi`}>
          Ghi yêu cầu mới nhận
        </a>
      </p>
      <nav className="filters rail" aria-label="Yêu cầu theo tình trạng">
        <a className="chip" href={path} aria-current={state === 'open' ? 'page' : undefined}>
          Chưa trả lời
        </a>
        <a className="chip" href={`${path}?muc=da-tra-loi`} aria-current={state === 'answered' ? 'page' : undefined}>
          Đã trả lời
        </a>
      </nav>
      {found.items.length === 0 ? (
        <Empty title={state === 'open' ? 'Không có yêu cầu nào chờ trả lời' : 'Chưa có yêu cầu nào đã trả lời'} />
      ) : (
        <section className="panel">
          <Table
            caption={`${found.total} yêu cầu${state === 'open' ? ', gần hạn nhất đứng đầu' : ', mới gửi đứng đầu'}`}
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
