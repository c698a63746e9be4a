import { type AnswerOf, CommuneCode, listComplaints } from '@chophien/contracts';
import { pageIn, visitor } from '@chophien/site';
import { Badge, type Column, Crumbs, Note, Page, Pager, Submit, Table, whenDay, withQuery } from '@chophien/ui';
import { areaCommunes } from '../applications/area-communes.ts';
import { needs } from '../official.ts';
import { CommuneChoice, NothingHere, Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/queue';
import { tabOf, tabs } from './complaint-words.ts';
import { leftWords } from '../times.ts';

type Item = AnswerOf<typeof listComplaints>['items'][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'complaint.handle');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const tab = tabOf(searchParams.get('muc'));
  const commune = CommuneCode.safeParse(searchParams.get('xa')).data;
  const mine = searchParams.get('cua-toi') === '1';
  const late = searchParams.get('qua-han') === '1';
  const page = pageIn(searchParams);
  const query = {
    state: tab.state,
    page,
    ...(commune ? { commune } : {}),
    ...(mine ? { mine: '1' as const } : {}),
    ...(late ? { late: '1' as const } : {}),
  };
  const [found, communes] = await Promise.all([who.read(listComplaints, { query }), areaCommunes(who, me)]);
  return { tab, commune, mine, late, found, communes, now: new Date().toISOString() };
}

const columns = (now: Date): Column<Item>[] => [
  {
    head: 'Đơn',
    cell: ({ id, number, topic }) => (
      <>
        <a className="inline-block py-1" href={`/don-khieu-nai/${id}`}>
          {topic.title}
        </a>
        <span className="block font-normal text-muted">{number}</span>
      </>
    ),
  },
  { head: 'Người bán', cell: ({ producer }) => producer.name },
  { head: 'Xã, phường', cell: ({ commune }) => commune.fullName },
  { head: 'Gửi ngày', cell: ({ openedAt }) => whenDay(openedAt) },
  {
    head: 'Hạn quyết định',
    cell: ({ state, late, dueAt, decidedAt }) => {
      if (state !== 'decided') return late ? <Badge tone="bad">{leftWords(dueAt, now)}</Badge> : leftWords(dueAt, now);
      return late ? 'Quyết định quá hạn' : `Quyết định đúng hạn${decidedAt ? `, ${whenDay(decidedAt)}` : ''}`;
    },
  },
  { head: 'Người giải quyết', cell: ({ owner }) => owner ?? <span className="text-muted">Chưa có</span> },
];

type Data = Route.ComponentProps['loaderData'];

const Filters = ({
  tab,
  commune,
  mine,
  late,
  communes,
}: Pick<Data, 'tab' | 'commune' | 'mine' | 'late' | 'communes'>) => (
  <form action="/don-khieu-nai" className="no-print flex flex-wrap items-end gap-3">
    {tab.key !== tabs[0].key && <input type="hidden" name="muc" value={tab.key} />}
    <CommuneChoice communes={communes} chosen={commune} />
    <label>
      <span className="field-name">Người giải quyết</span>
      <select className="input" name="cua-toi" defaultValue={mine ? '1' : ''}>
        <option value="">Tất cả</option>
        <option value="1">Đơn của tôi</option>
      </select>
    </label>
    <label>
      <span className="field-name">Hạn</span>
      <select className="input" name="qua-han" defaultValue={late ? '1' : ''}>
        <option value="">Tất cả</option>
        <option value="1">Đã quá hạn</option>
      </select>
    </label>
    <Submit kind="plain">Xem</Submit>
  </form>
);

export default function ComplaintQueue({ loaderData }: Route.ComponentProps) {
  const { tab, commune, mine, late, found, now } = loaderData;
  const first = tabs[0].key;
  const href = (change: Record<string, string | number | undefined>) =>
    withQuery(
      '/don-khieu-nai',
      {
        muc: tab.key === first ? undefined : tab.key,
        xa: commune,
        'cua-toi': mine ? '1' : undefined,
        'qua-han': late ? '1' : undefined,
      },
      change,
    );
  return (
    <Page title="Đơn khiếu nại" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Đơn khiếu nại</h1>
      {found.late > 0 && <Note tone="warn">{found.late} đơn khiếu nại đã quá hạn mà chưa quyết định.</Note>}
      <Tabs
        label="Đơn theo tình trạng"
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
        <NothingHere total={found.total} none={tab.empty} things="đơn" firstPage={href({ trang: undefined })} />
      ) : (
        <section className="panel">
          <Table
            caption={`${tab.word}: ${found.total} đơn${tab.state === 'decided' ? ', mới nhất đứng đầu' : ', gần hạn nhất đứng đầu'}`}
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
