import { type AnswerOf, CommuneCode, listReviews } from '@chophien/contracts';
import { pageIn, visitor } from '@chophien/site';
import { type Column, Crumbs, Note, Page, Pager, producerKinds, Submit, Table, whenDay, withQuery } from '@chophien/ui';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import { CommuneChoice, NothingHere, Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/queue';
import { type AreaCommune, areaCommunes } from './area-communes.ts';
import { decidedWords } from './decided-words.ts';
import { ageWords, answerWords, isRenaming, statusWords, tabOf, tabs } from './status-words.ts';

type Item = AnswerOf<typeof listReviews>['items'][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'application.decide');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const tab = tabOf(searchParams.get('muc'));
  const asked = CommuneCode.safeParse(searchParams.get('xa'));
  const commune = asked.success ? asked.data : undefined;
  const before = searchParams.get('truoc') ?? '';
  const page = pageIn(searchParams);
  const wishes = searchParams.get('doi-ten') === 'co';
  const query = {
    status: tab.status,
    page,
    ...(commune ? { commune } : {}),
    ...(wishes ? { wishes: 'yes' as const } : {}),
  };
  const [found, communes] = await Promise.all([who.read(listReviews, { query }), areaCommunes(who, me)]);
  return {
    tab,
    commune,
    wishes,
    found,
    communes,
    done: searchParams.get('xong') ?? '',
    before: isId(before) ? before : '',
  };
}

const waiting: Column<Item>[] = [
  {
    head: 'Người xem',
    cell: ({ reviewer }) =>
      reviewer === null ? <span className="text-muted">Chưa ai nhận</span> : reviewer || 'Một cán bộ',
  },
];

const columnsOf = (status: Item['status']): Column<Item>[] => [
  {
    head: 'Tên',
    cell: ({ id, name, round, wishes }) => (
      <>
        <a className="inline-block py-1" href={`/ho-so/${id}`}>
          {name}
        </a>
        {wishes && <span className="block font-normal">Chờ đồng ý đổi tên</span>}
        {round > 1 && <span className="block font-normal text-muted">Nộp lần {round}</span>}
      </>
    ),
  },
  { head: 'Loại hình', cell: ({ kind }) => producerKinds[kind] },
  {
    head: 'Xã, thôn',
    cell: ({ commune, subArea }) => (subArea ? `${subArea}, ${commune.fullName}` : commune.fullName),
  },
  { head: 'Nộp ngày', cell: ({ submittedAt }) => (submittedAt ? whenDay(submittedAt) : '–') },
  {
    head: 'Ở mục này',
    cell: ({ age, dueOn, late }) => {
      const due = answerWords({ dueOn, late });
      return (
        <>
          {ageWords(status, age)}
          {due && (late ? <b className="block">{due}</b> : <span className="block text-muted">{due}</span>)}
        </>
      );
    },
  },
  ...(status === 'submitted' || status === 'in-review' ? waiting : []),
];

/** One commune of several, as a list to choose from. */
const CommuneForm = ({
  tab,
  commune,
  communes,
}: {
  tab: string;
  commune: string | undefined;
  communes: AreaCommune[];
}) => (
  <form action="/ho-so" className="no-print flex flex-wrap items-end gap-3">
    {tab !== tabs[0].key && <input type="hidden" name="muc" value={tab} />}
    <CommuneChoice communes={communes} chosen={commune} />
    <Submit kind="plain">Xem</Submit>
  </form>
);

export default function Queue({ loaderData }: Route.ComponentProps) {
  const { tab, commune, wishes, found, communes, done, before } = loaderData;
  const first = tabs[0].key;
  const href = (change: Record<string, string | number | undefined>) =>
    withQuery(
      '/ho-so',
      { muc: tab.key === first ? undefined : tab.key, xa: commune, 'doi-ten': wishes ? 'co' : undefined },
      change,
    );
  const next = tab.key === first ? found.items.find(({ id }) => id !== before) : undefined;
  const place = communes.find(({ code }) => code === commune)?.word;
  return (
    <Page title="Hồ sơ đăng ký bán hàng" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Hồ sơ đăng ký bán hàng{place && `: ${place}`}</h1>
      {before && decidedWords(done) && (
        <Note tone="good">
          <p>
            {decidedWords(done)} <a href={`/ho-so/${before}`}>Xem lại hồ sơ vừa xong</a>.
          </p>
          {next ? (
            <p className="mt-3">
              <a className="button button-main" href={`/ho-so/${next.id}`}>
                Mở hồ sơ tiếp theo: {next.name}
              </a>
            </p>
          ) : (
            tab.key === first && <p>Không còn hồ sơ nào chờ bạn.</p>
          )}
        </Note>
      )}
      <Tabs
        label="Hồ sơ theo tình trạng"
        open={tab.key}
        tabs={tabs.map(({ key, status }) => ({
          key,
          word: statusWords[status].word,
          href: href({ muc: key === first ? undefined : key }),
          count: found.counts[status] ?? 0,
        }))}
      />
      {(isRenaming(tab.status) || wishes) && (
        <p className="no-print">
          <a
            className="chip"
            href={href({ 'doi-ten': wishes ? undefined : 'co' })}
            aria-current={wishes ? 'true' : undefined}
          >
            {wishes ? 'Đang chỉ hiện hồ sơ chờ đồng ý đổi tên. Xem tất cả' : 'Chỉ hồ sơ chờ đồng ý đổi tên'}
          </a>
        </p>
      )}
      {communes.length > 0 && <CommuneForm tab={tab.key} commune={commune} communes={communes} />}
      {found.items.length === 0 ? (
        <NothingHere total={found.total} none={tab.empty} things="hồ sơ" firstPage={href({ trang: undefined })}>
          {tab.key === first && 'Có hồ sơ mới, hồ sơ sẽ hiện ở đây, chờ lâu nhất đứng đầu.'}
        </NothingHere>
      ) : (
        <section className="panel">
          <Table
            caption={`${statusWords[tab.status].word}: ${found.total} hồ sơ, lâu nhất đứng đầu${found.pages > 1 ? `, trang ${found.page} trên ${found.pages}` : ''}`}
            columns={columnsOf(tab.status)}
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
