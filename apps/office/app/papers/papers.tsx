import {
  type AnswerOf,
  CommuneCode,
  listPapersToCheck,
  PaperKind,
  paperKinds,
  citizenCards,
} from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { pageIn, visitor } from '@chophien/site';
import { type Column, Crumbs, Note, Page, Pager, Submit, Table, whenDay, withQuery } from '@chophien/ui';
import { areaCommunes } from '../applications/area-communes.ts';
import { needs } from '../official.ts';
import { CommuneChoice, NothingHere, Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/papers';
import { leftWords, tabOf, tabs } from './paper-queue.ts';

type Item = AnswerOf<typeof listPapersToCheck>['items'][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'paper.check');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const tab = tabOf(searchParams.get('muc'));
  const kind = PaperKind.safeParse(searchParams.get('loai')).data;
  const commune = CommuneCode.safeParse(searchParams.get('xa')).data;
  const page = pageIn(searchParams);
  const query = { show: tab.show, page, ...(kind ? { kind } : {}), ...(commune ? { commune } : {}) };
  const [found, communes] = await Promise.all([who.read(listPapersToCheck, { query }), areaCommunes(who, me)]);
  return { tab, kind, commune, found, communes, done: searchParams.get('xong') };
}

const columns: Column<Item>[] = [
  {
    head: 'Giấy tờ',
    cell: ({ id, kind, number }) => (
      <>
        <a className="inline-block py-1" href={`/giay-to/${id}`}>
          {paperKinds[kind]}
        </a>
        {number && <span className="block font-normal text-muted">Số {number}</span>}
      </>
    ),
  },
  { head: 'Của', cell: ({ producerName }) => producerName },
  { head: 'Xã, phường', cell: ({ commune }) => commune.name },
  { head: 'Gửi ngày', cell: ({ handedInAt }) => whenDay(handedInAt) },
  {
    head: 'Hạn',
    cell: ({ expiresOn, daysLeft }) => (expiresOn ? `${formatDay(expiresOn)} · ${leftWords(daysLeft)}` : '–'),
  },
];

type Data = Route.ComponentProps['loaderData'];

const Filters = ({ tab, kind, commune, communes }: Pick<Data, 'tab' | 'kind' | 'commune' | 'communes'>) => (
  <form action="/giay-to" className="no-print flex flex-wrap items-end gap-3">
    {tab.key !== tabs[0].key && <input type="hidden" name="muc" value={tab.key} />}
    <label>
      <span className="field-name">Loại giấy</span>
      <select className="input" name="loai" defaultValue={kind ?? ''}>
        <option value="">Mọi loại</option>
        {Object.entries(paperKinds)
          .filter(([one]) => !(citizenCards as readonly string[]).includes(one))
          .map(([one, word]) => (
            <option key={one} value={one}>
              {word}
            </option>
          ))}
      </select>
    </label>
    <CommuneChoice communes={communes} chosen={commune} />
    <Submit kind="plain">Xem</Submit>
  </form>
);

export default function Papers({ loaderData }: Route.ComponentProps) {
  const { tab, kind, commune, found, done } = loaderData;
  const first = tabs[0].key;
  const href = (change: Record<string, string | number | undefined>) =>
    withQuery('/giay-to', { muc: tab.key === first ? undefined : tab.key, loai: kind, xa: commune }, change);
  return (
    <Page title="Giấy tờ" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Giấy tờ</h1>
      {done && <Note tone="good">Đã lưu kết quả; hộ được nhắn tin. Không còn giấy nào chờ bạn.</Note>}
      <Tabs
        label="Giấy tờ theo tình trạng"
        open={tab.key}
        tabs={tabs.map(({ key, show, word }) => ({
          key,
          word,
          href: href({ muc: key === first ? undefined : key }),
          count: found.counts[show],
        }))}
      />
      <Filters {...loaderData} />
      {found.items.length === 0 ? (
        <NothingHere total={found.total} none={tab.empty} things="giấy" firstPage={href({ trang: undefined })} />
      ) : (
        <section className="panel">
          <Table
            caption={`${tab.word}: ${found.total} giấy, ${tab.order}${found.pages > 1 ? `, trang ${found.page} trên ${found.pages}` : ''}`}
            columns={columns}
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
