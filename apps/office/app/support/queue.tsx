import { type AnswerOf, CommuneCode, listSupport } from '@chophien/contracts';
import { pageIn, visitor } from '@chophien/site';
import { Badge, type Column, Crumbs, Note, Page, Pager, Submit, Table, whenDay, withQuery } from '@chophien/ui';
import { areaCommunes } from '../applications/area-communes.ts';
import { needs } from '../official.ts';
import { CommuneChoice, NothingHere, Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/queue';
import { tabOf, tabs } from './support-words.ts';
import { leftWords } from '../times.ts';

type Item = AnswerOf<typeof listSupport>['items'][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'support.handle');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const tab = tabOf(searchParams.get('muc'));
  const commune = CommuneCode.safeParse(searchParams.get('xa')).data;
  const mine = searchParams.get('cua-toi') === '1';
  const page = pageIn(searchParams);
  const query = { state: tab.state, page, ...(commune ? { commune } : {}), ...(mine ? { mine: '1' as const } : {}) };
  const [found, communes] = await Promise.all([who.read(listSupport, { query }), areaCommunes(who, me)]);
  return { tab, commune, mine, found, communes, now: new Date().toISOString() };
}

const columns = (now: Date): Column<Item>[] => [
  {
    head: 'Yêu cầu',
    cell: ({ id, number, topic }) => (
      <>
        <a className="inline-block py-1" href={`/ho-tro/${id}`}>
          {topic.title}
        </a>
        <span className="block font-normal text-muted">{number}</span>
      </>
    ),
  },
  { head: 'Của hộ', cell: ({ producer }) => producer?.name ?? '–' },
  { head: 'Xã, phường', cell: ({ commune }) => commune.fullName },
  { head: 'Gửi ngày', cell: ({ openedAt }) => whenDay(openedAt) },
  {
    head: 'Hẹn trả lời',
    cell: ({ state, late, dueAt, closedAt }) => {
      if (state !== 'closed') return late ? <Badge tone="bad">{leftWords(dueAt, now)}</Badge> : leftWords(dueAt, now);
      return late ? 'Đóng trễ hẹn' : `Đóng đúng hẹn${closedAt ? `, ${whenDay(closedAt)}` : ''}`;
    },
  },
  { head: 'Người nhận', cell: ({ owner }) => owner ?? <span className="text-muted">Chưa ai nhận</span> },
];

type Data = Route.ComponentProps['loaderData'];

const Filters = ({ tab, commune, mine, communes }: Pick<Data, 'tab' | 'commune' | 'mine' | 'communes'>) => (
  <form action="/ho-tro" className="no-print flex flex-wrap items-end gap-3">
    {tab.key !== tabs[0].key && <input type="hidden" name="muc" value={tab.key} />}
    <CommuneChoice communes={communes} chosen={commune} />
    <label>
      <span className="field-name">Người nhận</span>
      <select className="input" name="cua-toi" defaultValue={mine ? '1' : ''}>
        <option value="">Tất cả</option>
        <option value="1">Việc tôi nhận</option>
      </select>
    </label>
    <Submit kind="plain">Xem</Submit>
  </form>
);

export default function SupportQueue({ loaderData }: Route.ComponentProps) {
  const { tab, commune, mine, found, now } = loaderData;
  const first = tabs[0].key;
  const href = (change: Record<string, string | number | undefined>) =>
    withQuery(
      '/ho-tro',
      { muc: tab.key === first ? undefined : tab.key, xa: commune, 'cua-toi': mine ? '1' : undefined },
      change,
    );
  return (
    <Page title="Yêu cầu hỗ trợ" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Yêu cầu hỗ trợ</h1>
      {found.late > 0 && <Note tone="warn">{found.late} yêu cầu đã quá hẹn mà chưa đóng.</Note>}
      <Tabs
        label="Yêu cầu theo tình trạng"
        open={tab.key}
        tabs={tabs.map(({ key, state, word }) => ({
          key,
          word,
          href: href({ muc: key === first ? undefined : key }),
          count: found.counts[state] ?? 0,
        }))}
      />
      <Filters {...loaderData} />
      {found.items.length === 0 ? (
        <NothingHere total={found.total} none={tab.empty} things="yêu cầu" firstPage={href({ trang: undefined })} />
      ) : (
        <section className="panel">
          <Table
            caption={`${tab.word}: ${found.total} yêu cầu${tab.state === 'closed' ? ', mới đóng đứng đầu' : ', gần hẹn nhất đứng đầu'}`}
            columns={columns(new Date(now))}
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
