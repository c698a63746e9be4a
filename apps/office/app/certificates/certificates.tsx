import { listCertificateReviews } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { certificateName, type Column, Crumbs, Empty, Note, Page, Pager, Table, withQuery } from '@chophien/ui';
import { needs } from '../official.ts';
import type { Route } from './+types/certificates';
import { type Certificate, decisionWords, tabOf, tabs, untilWords, waitedWords } from './certificate-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'certificate.review');
  const { searchParams } = new URL(request.url);
  const tab = tabOf(searchParams.get('muc'));
  const page = Math.min(500, Math.max(1, Math.trunc(Number(searchParams.get('trang'))) || 1));
  const found = await context.get(visitor).read(listCertificateReviews, { query: { state: tab.state, page } });
  const now = Date.now();
  return { tab, found, now, today: vietnamDay(new Date(now)), done: searchParams.get('xong') };
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

export default function Certificates({ loaderData: { tab, found, now, today, done } }: Route.ComponentProps) {
  const first = tabs[0].key;
  const href = (change: Record<string, string | number | undefined>) =>
    withQuery('/chung-nhan', { muc: tab.key === first ? undefined : tab.key }, change);
  return (
    <Page title="Giấy chứng nhận" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Giấy chứng nhận</h1>
      <p>Người mua chỉ thấy giấy mà cán bộ đã so với ảnh và thấy đúng.</p>
      {done && decisionWords[done] && <Note tone="good">{decisionWords[done]} Không còn giấy nào chờ bạn.</Note>}
      <nav className="filters rail" aria-label="Giấy chứng nhận theo tình trạng">
        {tabs.map(({ key, state, word }) => (
          <a
            key={key}
            className="chip"
            href={href({ muc: key === first ? undefined : key })}
            aria-current={key === tab.key ? 'page' : undefined}
          >
            {word} ({found.counts[state]})
          </a>
        ))}
      </nav>
      {found.items.length === 0 ? (
        <Empty title={found.total === 0 ? tab.empty : 'Trang này không còn giấy nào'}>
          {found.total > 0 && (
            <a className="inline-block py-2" href={href({ trang: undefined })}>
              Về trang đầu
            </a>
          )}
        </Empty>
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
