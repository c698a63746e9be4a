import { CertificateKind, CommuneCode, listCertificateReviews } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { pageIn, visitor } from '@chophien/site';
import {
  certificateKinds,
  certificateName,
  type Column,
  Crumbs,
  Note,
  Page,
  Pager,
  Submit,
  Table,
  withQuery,
} from '@chophien/ui';
import { areaCommunes } from '../applications/area-communes.ts';
import { needs } from '../official.ts';
import { CommuneChoice, NothingHere, Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/certificates';
import { type Certificate, decisionWords, tabOf, tabs, untilWords, waitedWords } from './certificate-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'certificate.review');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const tab = tabOf(searchParams.get('muc'));
  const page = pageIn(searchParams);
  const kind = CertificateKind.safeParse(searchParams.get('loai')).data;
  const commune = CommuneCode.safeParse(searchParams.get('xa')).data;
  const query = { state: tab.state, page, ...(kind ? { kind } : {}), ...(commune ? { commune } : {}) };
  const [found, communes] = await Promise.all([who.read(listCertificateReviews, { query }), areaCommunes(who, me)]);
  const now = Date.now();
  return { tab, kind, commune, found, communes, now, today: vietnamDay(new Date(now)), done: searchParams.get('xong') };
}

const columnsOf = (waiting: boolean, now: number, today: string): Column<Certificate>[] => [
  {
    head: 'Giấy',
    cell: ({ id, number, ...one }) => (
      <>
        <a className="inline-block py-1" href={`/chung-nhan/${id}`}>
          {certificateName(one)}
        </a>
        <span className="block font-normal text-muted">Số {number}</span>
      </>
    ),
  },
  {
    head: 'Của',
    cell: ({ producer, commune }) => (
      <>
        {producer.name}
        <span className="block text-muted">{commune.name}</span>
      </>
    ),
  },
  {
    head: 'Món hàng',
    cell: ({ listings }) => (listings.length > 0 ? listings.map(({ name }) => name).join(', ') : 'Chưa chọn'),
  },
  { head: 'Cấp ngày', cell: ({ issuedOn }) => formatDay(issuedOn) },
  waiting
    ? { head: 'Đã chờ', cell: ({ declaredAt }) => waitedWords(declaredAt, now) }
    : { head: 'Hạn', cell: (one) => untilWords(one, today) },
];

type Data = Route.ComponentProps['loaderData'];

const Filters = ({ tab, kind, commune, communes }: Pick<Data, 'tab' | 'kind' | 'commune' | 'communes'>) => (
  <form action="/chung-nhan" className="no-print flex flex-wrap items-end gap-3">
    {tab.key !== tabs[0].key && <input type="hidden" name="muc" value={tab.key} />}
    <label>
      <span className="field-name">Loại giấy</span>
      <select className="input" name="loai" defaultValue={kind ?? ''}>
        <option value="">Mọi loại</option>
        {CertificateKind.options.map((one) => (
          <option key={one} value={one}>
            {certificateKinds[one]}
          </option>
        ))}
      </select>
    </label>
    <CommuneChoice communes={communes} chosen={commune} />
    <Submit kind="plain">Xem</Submit>
  </form>
);

export default function Certificates({ loaderData }: Route.ComponentProps) {
  const { tab, kind, commune, found, now, today, done } = loaderData;
  const first = tabs[0].key;
  const href = (change: Record<string, string | number | undefined>) =>
    withQuery('/chung-nhan', { muc: tab.key === first ? undefined : tab.key, loai: kind, xa: commune }, change);
  return (
    <Page title="Giấy chứng nhận" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Giấy chứng nhận</h1>
      <p>Người mua chỉ thấy giấy mà cán bộ đã so với ảnh và thấy đúng.</p>
      {done && decisionWords[done] && <Note tone="good">{decisionWords[done]} Không còn giấy nào chờ bạn.</Note>}
      <Tabs
        label="Giấy chứng nhận theo tình trạng"
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
        <NothingHere total={found.total} none={tab.empty} things="giấy" firstPage={href({ trang: undefined })} />
      ) : (
        <section className="panel">
          <Table
            caption={`${tab.word}: ${found.total} giấy${tab.state === 'claimed' ? ', lâu nhất đứng đầu' : ''}${found.pages > 1 ? `, trang ${found.page} trên ${found.pages}` : ''}`}
            columns={columnsOf(tab.state === 'claimed', now, today)}
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
