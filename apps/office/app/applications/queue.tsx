import { type ApplicationView, formerListApplications } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import {
  type Column,
  Crumbs,
  Empty,
  Page,
  Pager,
  producerKinds,
  producerStates,
  StateBadge,
  Table,
  whenDay,
  withQuery,
} from '@chophien/ui';
import type { Route } from './+types/queue';

type State = ApplicationView['state'];

const tabs: Record<string, { state: State; word: string; empty: string }> = {
  'cho-duyet': { state: 'submitted', word: 'Chờ duyệt', empty: 'Không có hồ sơ nào chờ duyệt' },
  'tra-lai': { state: 'returned', word: 'Đã trả lại', empty: 'Không có hồ sơ nào đang chờ người dân sửa' },
  'da-duyet': { state: 'approved', word: 'Đã duyệt', empty: 'Chưa duyệt hồ sơ nào' },
};
const FIRST = 'cho-duyet';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('muc') ?? FIRST;
  const tab = Object.hasOwn(tabs, asked) ? asked : FIRST;
  const page = Math.min(500, Math.max(1, Math.trunc(Number(searchParams.get('trang'))) || 1));
  const { read } = context.get(visitor);
  return { tab, found: await read(formerListApplications, { query: { state: tabs[tab]!.state, page } }) };
}

const columns: Column<ApplicationView>[] = [
  {
    head: 'Tên',
    cell: ({ id, name }) => (
      <a className="inline-block py-1" href={`/ho-so/${id}`}>
        {name}
      </a>
    ),
  },
  { head: 'Loại hình', cell: ({ kind }) => producerKinds[kind] },
  { head: 'Xã, phường', cell: ({ commune }) => commune.fullName },
  { head: 'Người nộp', cell: ({ applicant }) => applicant.name ?? 'Chưa ghi tên' },
  { head: 'Nộp ngày', cell: ({ submittedAt }) => whenDay(submittedAt) },
];

const approvedColumns: Column<ApplicationView>[] = [
  ...columns,
  {
    head: 'Hiện nay',
    cell: ({ producerState }) => producerState && <StateBadge state={producerStates[producerState]} />,
  },
];

export default function Queue({ loaderData: { tab, found } }: Route.ComponentProps) {
  const href = (change: Record<string, string | number | undefined>) =>
    withQuery('/ho-so', { muc: tab === FIRST ? undefined : tab }, change);
  return (
    <Page title="Hồ sơ đăng ký bán hàng" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Hồ sơ đăng ký bán hàng</h1>
      <nav className="filters" aria-label="Hồ sơ theo tình trạng">
        {Object.entries(tabs).map(([key, { word }]) => (
          <a
            key={key}
            className="chip"
            href={href({ muc: key === FIRST ? undefined : key })}
            aria-current={key === tab ? 'page' : undefined}
          >
            {word}
            {key === tab && ` (${found.total})`}
          </a>
        ))}
      </nav>
      {found.items.length === 0 ? (
        <Empty title={found.total === 0 ? tabs[tab]!.empty : 'Trang này không còn hồ sơ nào'}>
          {tab === FIRST && 'Có hồ sơ mới, hồ sơ sẽ hiện ở đây, cũ nhất trước.'}
        </Empty>
      ) : (
        <section className="panel">
          <Table
            caption={`${tabs[tab]!.word}: ${found.total} hồ sơ${found.pages > 1 ? `, trang ${found.page} trên ${found.pages}` : ''}`}
            columns={tab === 'da-duyet' ? approvedColumns : columns}
            rows={found.items}
            idOf={({ id }) => id}
            stack
          />
        </section>
      )}
      <Pager page={found.page} more={found.page < found.pages} href={(page) => href({ trang: page })} />
    </Page>
  );
}
