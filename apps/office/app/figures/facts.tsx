import { type AnswerOf, CommuneCode, getCommune, IndicatorId, listFacts } from '@chophien/contracts';
import { formatDay, formatDong } from '@chophien/kernel';
import { notFound, pageIn, visitor } from '@chophien/site';
import { type Column, Crumbs, Empty, Page, Pager, Table, when, withQuery } from '@chophien/ui';
import { commodities, commodityName } from '../commodities.ts';
import { MonthForm } from '../month-form.tsx';
import { monthOf, monthWords } from '../month.ts';
import type { Route } from './+types/facts';
import { whole } from './headline.tsx';
import { factWords } from './indicator-words.ts';

type Fact = AnswerOf<typeof listFacts>['items'][number];

const names: Record<IndicatorId, string> = {
  'households-selling': 'Hộ bán hàng trên mạng',
  'active-shops': 'Gian hàng hoạt động',
  'sales-value': 'Doanh số',
  'key-products-online': 'Sản phẩm chủ lực bán trên mạng',
  'households-trained': 'Hộ bán hàng được tập huấn',
  'households-skilled': 'Hộ đủ kỹ năng bán hàng số',
  'sellers-verified': 'Người bán đã xác minh danh tính',
  'support-on-time': 'Yêu cầu hỗ trợ đóng đúng hạn',
  'complaints-on-time': 'Khiếu nại quyết định đúng hạn',
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const indicator = IndicatorId.safeParse(params['chi-tieu']);
  const code = CommuneCode.safeParse(params.xa);
  if (!indicator.success || !code.success) return notFound(context);
  const who = context.get(visitor);
  const month = monthOf(request);
  const page = pageIn(new URL(request.url).searchParams);
  const [found, list, commune] = await Promise.all([
    who.read(listFacts, { params: { code: code.data, indicator: indicator.data }, query: { month, page } }),
    commodities(who),
    who.read(getCommune, { params: { code: code.data } }),
  ]);
  return {
    ...found,
    items: found.items.map((fact) => ({ ...fact, commodity: fact.commodity && commodityName(list, fact.commodity) })),
    commune: { code: commune.code, fullName: commune.fullName },
    indicator: indicator.data,
    month,
  };
}

const columns: Column<Fact>[] = [
  { head: 'Sự kiện', cell: (fact) => factWords(fact) },
  { head: 'Tính vào ngày', cell: ({ day }) => formatDay(day) },
  { head: 'Ghi nhận lúc', cell: ({ at }) => when(at) },
  { head: 'Người bán', cell: ({ producer }) => producer ?? '–' },
  { head: 'Hàng', cell: ({ commodity }) => commodity ?? '–' },
  { head: 'Kênh', cell: ({ channel }) => channelWord(channel) },
  { head: 'Số tiền', number: true, cell: ({ kind, amount }) => (kind === 'sale' ? formatDong(amount) : '–') },
  { head: 'Mã sự kiện', cell: ({ event }) => <code className="text-sm">{event.slice(-8)}</code> },
];

const channelWord = (channel: string | null): string => {
  if (channel === null) return '–';
  return channel === 'cho-phien' ? 'Chợ Phiên' : channel;
};

export default function Facts({ loaderData }: Route.ComponentProps) {
  const { items, total, page, pages, commune, indicator, month } = loaderData;
  const above = `/so-lieu/${commune.code}`;
  const path = `${above}/${indicator}`;
  return (
    <Page title={`${names[indicator]}, ${commune.fullName}`} hidden>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: `/so-lieu?thang=${month}`, word: 'Số liệu' },
          { href: `${above}?thang=${month}`, word: commune.fullName },
        ]}
      />
      <h1>
        {names[indicator]}, {commune.fullName}: sự kiện đứng sau, {monthWords(month)}
      </h1>
      <MonthForm path={path} month={month} />
      {items.length === 0 ? (
        <Empty title={total === 0 ? 'Không có sự kiện nào trong tháng này' : 'Trang này không còn sự kiện nào'} />
      ) : (
        <section className="panel">
          <Table
            caption={`${whole(total)} sự kiện${pages > 1 ? `, trang ${page} trên ${pages}` : ''}, mới nhất trước`}
            columns={columns}
            rows={items.map((fact, line) => ({ ...fact, line }))}
            idOf={(fact) => `${fact.event} ${(fact as { line?: number }).line}`}
            stack
          />
        </section>
      )}
      <Pager page={page} more={page < pages} href={(to) => withQuery(path, { thang: month }, { trang: to })} />
    </Page>
  );
}
