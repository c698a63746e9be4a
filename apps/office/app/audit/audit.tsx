import { type AnswerOf, listAudit } from '@chophien/contracts';
import { pageIn, visitor } from '@chophien/site';
import { type Column, Crumbs, Empty, Page, Pager, Table, when, withQuery } from '@chophien/ui';
import { needs } from '../official.ts';
import type { Route } from './+types/audit';
import { actorWords, doneWords, purposeWords, short, subjectWords } from './audit-words.ts';

type Entry = AnswerOf<typeof listAudit>['items'][number];

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'audit.read');
  const { searchParams } = new URL(request.url);
  const actor = searchParams.get('nguoi') ?? '';
  const filter = {
    nguoi: isId(actor) ? actor : undefined,
    viec: searchParams.get('viec')?.slice(0, 64) || undefined,
  };
  const page = pageIn(searchParams);
  const query = {
    page,
    ...(filter.nguoi ? { actor: filter.nguoi } : {}),
    ...(filter.viec ? { subject: filter.viec } : {}),
  };
  return { ...(await context.get(visitor).read(listAudit, { query })), filter };
}

const path = '/nhat-ky';

const columns: Column<Entry>[] = [
  { head: 'Lúc', cell: ({ at }) => when(at) },
  { head: 'Việc', cell: ({ what }) => doneWords(what) },
  {
    head: 'Ai làm',
    cell: ({ actorKind, actorId, actorName }) => {
      const words = actorWords(actorKind, actorId, actorName);
      return actorId && isId(actorId) ? <a href={`${path}?nguoi=${actorId}`}>{words}</a> : words;
    },
  },
  { head: 'Thay cho', cell: ({ onBehalfOf }) => (onBehalfOf ? short(onBehalfOf) : '–') },
  {
    head: 'Về',
    cell: ({ subject }) => <a href={`${path}?${new URLSearchParams({ viec: subject })}`}>{subjectWords(subject)}</a>,
  },
  { head: 'Để làm gì', cell: ({ purpose }) => purposeWords(purpose) },
];

export default function Audit({ loaderData: { items, page, more, filter } }: Route.ComponentProps) {
  const narrowed = filter.nguoi ?? filter.viec;
  return (
    <Page title="Nhật ký" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Nhật ký của tỉnh</h1>
      <p>Ai đã làm gì, ai đã xem dữ liệu cá nhân của ai. Mỗi lần mở trang này cũng được ghi lại.</p>
      {narrowed && (
        <p>
          Chỉ hiện việc {filter.nguoi ? 'của' : 'về'} <b>{short(narrowed)}</b>.{' '}
          <a className="inline-block py-2" href={path}>
            Xem tất cả
          </a>
        </p>
      )}
      {items.length === 0 ? (
        <Empty title="Chưa có việc nào được ghi" />
      ) : (
        <section className="panel">
          <Table
            caption={`Mới nhất trước, trang ${page}`}
            columns={columns}
            rows={items}
            idOf={({ id, kind }) => `${kind} ${id}`}
            stack
          />
        </section>
      )}
      <Pager page={page} more={more} href={(to) => withQuery(path, filter, { trang: to })} />
    </Page>
  );
}
