import { approveListings, CommuneCode, Id, listListingReviews } from '@chophien/contracts';
import { check, pageIn, visitor } from '@chophien/site';
import { formatDong, unitWord } from '@chophien/kernel';
import { type Column, Crumbs, Note, Page, Pager, Picture, Submit, Table, withQuery } from '@chophien/ui';
import { areaCommunes } from '../applications/area-communes.ts';
import { attempt } from '../attempt.ts';
import { needs } from '../official.ts';
import { CommuneChoice, NothingHere, Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/listings';
import { ageWords, type Card, fieldWords, ofWords, outcomes, tabOf, tabs } from './listing-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'listing.review');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const tab = tabOf(searchParams.get('muc'));
  const asked = searchParams.get('loai');
  const of = asked === 'moi' ? ('listing' as const) : asked === 'sua' ? ('edit' as const) : undefined;
  const commune = CommuneCode.safeParse(searchParams.get('xa')).data;
  const late = searchParams.get('qua-han') === 'co';
  const page = pageIn(searchParams);
  const query = {
    state: tab.state,
    page,
    ...(of ? { of } : {}),
    ...(commune ? { commune } : {}),
    ...(late ? { late: 'yes' as const } : {}),
  };
  const [found, communes] = await Promise.all([who.read(listListingReviews, { query }), areaCommunes(who, me)]);
  return { tab, of, commune, late, found, communes, done: searchParams.get('xong') };
}

/** `<id> <version>` of each box that was ticked. */
const chosen = (form: FormData): { id: string; version: number }[] =>
  form.getAll('mon').flatMap((one) => {
    const [id, version] = typeof one === 'string' ? one.split(' ') : [];
    return Id.safeParse(id).success ? [{ id: id as string, version: Number(version) }] : [];
  });

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const body = check(approveListings.body!, { listings: chosen(form) });
      const { items } = await call(approveListings, { body });
      return { items };
    },
    { sentences: { listings: 'Hãy chọn ít nhất một món.' } },
  );
}

/** What can be let be shown from the list: new, and the house noticed nothing. */
const isPlain = ({ findings, of }: Pick<Card, 'findings' | 'of'>): boolean => findings === 0 && of === 'listing';

const columnsOf = (waiting: boolean): Column<Card>[] => [
  {
    head: 'Món hàng',
    cell: ({ id, name, picture, price, unit, of, fields, round }) => (
      <span className="grid grid-cols-[4.5rem_1fr] gap-3 items-start">
        <span className="rounded-lg overflow-clip">
          <Picture picture={picture} alt="" sizes="4.5rem" />
        </span>
        <span>
          <a className="inline-block py-1" href={`/mon-hang/${id}`}>
            {name}
          </a>
          <span className="block font-normal">
            {formatDong(price)}/{unitWord(unit)}
          </span>
          {of === 'edit' && (
            <span className="block font-normal text-muted">Muốn sửa: {fields.map(fieldWords).join(', ')}</span>
          )}
          {round > 1 && <span className="block font-normal text-muted">Gửi lần {round}</span>}
        </span>
      </span>
    ),
  },
  {
    head: 'Người bán',
    cell: ({ producer, commune }) => (
      <>
        {producer.name}
        <span className="block text-muted">{commune.name}</span>
      </>
    ),
  },
  {
    head: waiting ? 'Đã chờ' : 'Trả lại',
    cell: ({ age, late }) => (late ? <b>{ageWords(age)}, quá hẹn</b> : ageWords(age)),
  },
  {
    head: 'Máy nhắc',
    cell: ({ findings }) => (findings === 0 ? <span className="text-muted">Không có</span> : `${findings} điều`),
  },
  ...(waiting
    ? [
        {
          head: 'Chọn',
          cell: ({ id, version, name, findings, of }: Card) =>
            isPlain({ findings, of }) ? (
              <label className="choice">
                <input type="checkbox" name="mon" value={`${id} ${version}`} form="duyet" />
                <span className="sr-only">Chọn {name}</span>
              </label>
            ) : (
              <span className="text-muted">Mở ra xem</span>
            ),
        },
      ]
    : []),
];

type Data = Route.ComponentProps['loaderData'];

const Filters = ({ tab, of, commune, late, communes }: Omit<Data, 'found' | 'done'>) => (
  <form action="/mon-hang" className="no-print flex flex-wrap items-end gap-3">
    {tab.key !== tabs[0].key && <input type="hidden" name="muc" value={tab.key} />}
    <label>
      <span className="field-name">Loại việc</span>
      <select className="input" name="loai" defaultValue={of === 'listing' ? 'moi' : of === 'edit' ? 'sua' : ''}>
        <option value="">Tất cả</option>
        <option value="moi">{ofWords.listing}</option>
        <option value="sua">{ofWords.edit}</option>
      </select>
    </label>
    <CommuneChoice communes={communes} chosen={commune} />
    <label className="choice">
      <input type="checkbox" name="qua-han" value="co" defaultChecked={late} />
      <span>Chỉ món quá hẹn</span>
    </label>
    <Submit kind="plain">Xem</Submit>
  </form>
);

const done: Record<string, string> = {
  duyet: 'Đã duyệt; hộ được báo. Không còn món nào chờ bạn.',
  'tra-lai': 'Đã trả lại; hộ được báo việc cần sửa. Không còn món nào chờ bạn.',
};

export default function Listings({ loaderData, actionData }: Route.ComponentProps) {
  const { tab, of, commune, late, found } = loaderData;
  const first = tabs[0].key;
  const waiting = tab.state === 'in_review';
  const refused = actionData && 'sentence' in actionData ? actionData : undefined;
  const decided = actionData && 'items' in actionData ? actionData.items : [];
  const href = (change: Record<string, string | number | undefined>) =>
    withQuery(
      '/mon-hang',
      {
        muc: tab.key === first ? undefined : tab.key,
        loai: of === 'listing' ? 'moi' : of === 'edit' ? 'sua' : undefined,
        xa: commune,
        'qua-han': late ? 'co' : undefined,
      },
      change,
    );
  return (
    <Page title="Món hàng chờ duyệt" hidden refused={Boolean(refused)}>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Món hàng</h1>
      <p>Mỗi món mới, và mỗi lần sửa điều người mua tin vào, được xem trước khi hiện trên chợ.</p>
      {loaderData.done && done[loaderData.done] && <Note tone="good">{done[loaderData.done]}</Note>}
      {refused && <Note tone="bad">{Object.values(refused.fields)[0] ?? refused.sentence}</Note>}
      {decided.length > 0 && <Decided items={decided} />}
      <Tabs
        label="Món hàng theo tình trạng"
        open={tab.key}
        tabs={tabs.map(({ key, state, word }) => ({
          key,
          word,
          href: href({ muc: key === first ? undefined : key }),
          count: found.counts[state],
        }))}
      />
      <Filters {...loaderData} />
      {found.items.length === 0 ? (
        <NothingHere total={found.total} none={tab.empty} things="món" firstPage={href({ trang: undefined })} />
      ) : (
        <section className="panel grid gap-4">
          <Table
            caption={`${tab.word}: ${found.total} món, lâu nhất đứng đầu${found.pages > 1 ? `, trang ${found.page} trên ${found.pages}` : ''}`}
            columns={columnsOf(waiting)}
            rows={found.items}
            idOf={({ id }) => id}
            stack
          />
          {waiting && found.items.some(isPlain) && (
            <form method="post" id="duyet" data-once="" className="no-print">
              <p className="field-hint">Chọn được món mới mà máy không nhắc điều gì; món khác thì mở ra xem.</p>
              <Submit>Duyệt các món đã chọn</Submit>
            </form>
          )}
        </section>
      )}
      <Pager page={found.page} more={found.page < found.pages} href={(page) => href({ trang: page })} />
    </Page>
  );
}

/** What became of each of several; those that were refused say why. */
const Decided = ({ items }: { items: { id: string; name: string | null; outcome: string }[] }) => {
  const refused = items.filter(({ outcome }) => outcome !== 'approved');
  return (
    <Note tone={refused.length > 0 ? 'warn' : 'good'}>
      <p>
        Đã duyệt {items.length - refused.length} món{refused.length > 0 && `, ${refused.length} món chưa được duyệt:`}
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ id, outcome }) => (
            <li key={id}>
              <a className="inline-block py-1" href={`/mon-hang/${id}`}>
                Mở món này
              </a>
              : {outcomes[outcome] ?? 'chưa làm được'}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
};
