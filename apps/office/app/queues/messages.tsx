import { type FailedMessage, listFailedMessages, Problem, retryMessage } from '@chophien/contracts';
import { pageIn, text, visitor } from '@chophien/site';
import {
  type Column,
  Crumbs,
  Empty,
  ErrorSummary,
  Hidden,
  Note,
  Page,
  Pager,
  Table,
  when,
  withQuery,
} from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/messages';
import { kindWords, providerWords, whyWords } from './message-words.ts';

const path = '/viec/tin-nhan';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'queue.read');
  const { searchParams } = new URL(request.url);
  const page = pageIn(searchParams);
  const found = await context.get(visitor).read(listFailedMessages, { query: { page } });
  return { found, done: searchParams.has('xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(who, path, form, async () => {
    const id = text(form, 'id');
    if (!isId(id)) throw new Problem('notifications.not-found');
    await who.call(retryMessage, { params: { id } });
    return `${path}?xong=1`;
  });
}

const columns: Column<FailedMessage>[] = [
  {
    head: 'Hộ',
    cell: ({ producer }) => (
      <a className="inline-block py-1" href={`/ho-gia-dinh/${producer.id}`}>
        {producer.name}
      </a>
    ),
  },
  { head: 'Xã, phường', cell: ({ commune }) => commune.fullName },
  { head: 'Tin về việc', cell: ({ kind }) => kindWords(kind) },
  { head: 'Gửi lúc', cell: ({ at }) => when(at) },
  { head: 'Vì sao', cell: ({ why, provider }) => `${whyWords(why)} (${providerWords(provider)})` },
  {
    head: 'Gửi lại',
    cell: ({ id, producer }) => (
      <form method="post" action={path} className="no-print">
        <Hidden name="id" value={id} />
        <button type="submit" className="button" aria-label={`Gửi lại cho ${producer.name}`}>
          Gửi lại
        </button>
      </form>
    ),
  },
];

export default function Messages({ loaderData: { found, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Tin nhắn không gửi được" hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/viec', word: 'Việc của tôi' },
        ]}
      />
      <h1>Tin nhắn không gửi được</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && (
        <Note tone="good">Tin đang được gửi lại. Nếu vẫn không được, tin lại hiện ở đây: hãy gọi điện cho hộ.</Note>
      )}
      <p>
        Trong ba mươi ngày qua, Zalo và SMS đều không nhận các tin này. Số điện thoại sai thì sửa số trước rồi gửi lại.
      </p>
      {found.items.length === 0 ? (
        <Empty title="Tin nhắn nào cũng đã gửi được" />
      ) : (
        <section className="panel">
          <Table
            caption={`${found.total} tin, mới nhất đứng đầu`}
            columns={columns}
            rows={found.items}
            idOf={({ id }) => id}
            stack
          />
        </section>
      )}
      <Pager page={found.page} more={found.page < found.pages} href={(page) => withQuery(path, {}, { trang: page })} />
    </Page>
  );
}
