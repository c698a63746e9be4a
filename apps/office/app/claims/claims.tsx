import { listOrderClaims, type OrderClaim } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { pageIn, visitor } from '@chophien/site';
import { type Column, Crumbs, Empty, Page, Pager, StateBadge, Table, when, withQuery } from '@chophien/ui';
import { needs } from '../official.ts';
import { Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/claims';
import { claimKinds, claimStates } from './claim-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'claim.decide');
  const { searchParams } = new URL(request.url);
  const show = searchParams.get('muc') === 'tat-ca' ? ('all' as const) : ('open' as const);
  const page = pageIn(searchParams);
  return { show, found: await context.get(visitor).read(listOrderClaims, { query: { show, page } }) };
}

const columns: Column<OrderClaim>[] = [
  {
    head: 'Đơn',
    cell: ({ id, orderCode }) => (
      <a className="inline-block py-1" href={`/khieu-nai/${id}`}>
        {orderCode}
      </a>
    ),
  },
  { head: 'Báo', cell: ({ kind }) => claimKinds[kind] },
  { head: 'Người bán', cell: ({ producer }) => producer.name },
  { head: 'Lúc', cell: ({ openedAt }) => when(openedAt) },
  { head: 'Hạn trả lời', cell: ({ answerBy }) => when(answerBy) },
  { head: 'Tình trạng', cell: ({ state }) => <StateBadge state={claimStates[state]} /> },
  { head: 'Hoàn', cell: ({ amount }) => (amount === null ? '–' : formatDong(amount)) },
];

const tabs = [
  { key: 'open', muc: undefined, word: 'Chưa xong' },
  { key: 'all', muc: 'tat-ca', word: 'Tất cả' },
] as const;

export default function Claims({ loaderData: { show, found } }: Route.ComponentProps) {
  const tab = tabs.find(({ key }) => key === show) ?? tabs[0];
  return (
    <Page title="Người mua báo hỏng, thiếu" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Người mua báo hỏng, thiếu</h1>
      <Tabs
        label="Khiếu nại theo tình trạng"
        open={show}
        tabs={tabs.map(({ key, muc, word }) => ({ key, word, href: withQuery('/khieu-nai', {}, { muc }) }))}
      />
      {found.items.length === 0 ? (
        <Empty title="Không có việc nào" />
      ) : (
        <section className="panel">
          <Table
            caption={`${tab.word}: ${found.total}`}
            columns={columns}
            rows={found.items}
            idOf={({ id }) => id}
            stack
          />
        </section>
      )}
      <Pager
        page={found.page}
        more={found.page < found.pages}
        href={(page) => withQuery('/khieu-nai', { muc: tab.muc }, { trang: page })}
      />
    </Page>
  );
}
