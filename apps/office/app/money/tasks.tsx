import { type AnswerOf, listPaymentTasks } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { pageIn, visitor } from '@chophien/site';
import { type Column, Crumbs, Empty, Page, Pager, Table, when, withQuery } from '@chophien/ui';
import { needs } from '../official.ts';
import { Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/tasks';
import { decisionWords, kindWords } from './money-words.ts';

type Item = AnswerOf<typeof listPaymentTasks>['items'][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'payment.handle');
  const { searchParams } = new URL(request.url);
  const state = searchParams.get('muc') === 'da-xong' ? ('closed' as const) : ('open' as const);
  const page = pageIn(searchParams);
  return { state, found: await context.get(visitor).read(listPaymentTasks, { query: { state, page } }) };
}

const columns: Column<Item>[] = [
  {
    head: 'Việc',
    cell: ({ id, kind }) => (
      <a className="inline-block py-1" href={`/tien/${id}`}>
        {kindWords[kind].word}
      </a>
    ),
  },
  { head: 'Đơn', cell: ({ orderCode }) => orderCode ?? '–' },
  { head: 'Số tiền', cell: ({ amount }) => formatDong(amount) },
  { head: 'Từ lúc', cell: ({ openedAt }) => when(openedAt) },
  { head: 'Kết quả', cell: ({ decision }) => (decision ? decisionWords[decision].done : 'Chưa xử lý') },
];

const tabs = [
  { key: 'open', muc: undefined, word: 'Chờ xử lý', empty: 'Không có khoản tiền nào chờ xử lý' },
  { key: 'closed', muc: 'da-xong', word: 'Đã xử lý', empty: 'Chưa có khoản tiền nào đã xử lý' },
] as const;

export default function PaymentTasks({ loaderData: { state, found } }: Route.ComponentProps) {
  const tab = tabs.find(({ key }) => key === state) ?? tabs[0];
  return (
    <Page title="Khoản tiền cần người xem" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Khoản tiền cần người xem</h1>
      <p>
        <a className="inline-block py-2" href="/tien/doi-chieu">
          Đối chiếu bảng kê của cổng thanh toán và bên giao hàng
        </a>
      </p>
      <Tabs
        label="Khoản tiền theo tình trạng"
        open={state}
        tabs={tabs.map(({ key, muc, word }) => ({
          key,
          word,
          href: withQuery('/tien', {}, { muc }),
          count: found.counts[key],
        }))}
      />
      {found.items.length === 0 ? (
        <Empty title={tab.empty} />
      ) : (
        <section className="panel">
          <Table
            caption={`${tab.word}: ${found.total} khoản`}
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
        href={(page) => withQuery('/tien', { muc: tab.muc }, { trang: page })}
      />
    </Page>
  );
}
