import { randomUUID } from 'node:crypto';
import { type AnswerOf, Id, listPayouts, makePayouts } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { check, pageIn, text, visitor } from '@chophien/site';
import {
  Badge,
  type Column,
  Crumbs,
  Empty,
  ErrorSummary,
  Form,
  Hidden,
  Page,
  Pager,
  Submit,
  Table,
  when,
  withQuery,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/payouts';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'payout.make');
  const page = pageIn(new URL(request.url).searchParams);
  return { id: randomUUID() as string, found: await context.get(visitor).read(listPayouts, { query: { page } }) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const id = check(Id, text(form, 'id'));
    await who.call(makePayouts, { body: { id } });
    return redirect(`/doi-soat/chi-tra/${id}`);
  });
}

type Item = AnswerOf<typeof listPayouts>['items'][number];
const columns: Column<Item>[] = [
  {
    head: 'Lập lúc',
    cell: ({ id, madeAt }) => (
      <a className="inline-block py-1" href={`/doi-soat/chi-tra/${id}`}>
        {when(madeAt)}
      </a>
    ),
  },
  { head: 'Người bán', cell: ({ payouts }) => payouts },
  { head: 'Số tiền', cell: ({ amount }) => formatDong(amount) },
  {
    head: 'Tình trạng',
    cell: ({ state, open }) => {
      if (state === 'made') return <Badge tone="wait">Chờ người thứ hai duyệt</Badge>;
      return open === 0 ? <Badge tone="good">Đã chi xong</Badge> : <Badge tone="wait">Còn {open} khoản</Badge>;
    },
  },
];

export default function Payouts({ loaderData: { id, found }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Chi trả người bán" hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/doi-soat', word: 'Đối soát' }]} />
      <h1>Chi trả người bán</h1>
      <ErrorSummary refusal={actionData} />
      <section className="panel grid gap-3">
        <p>
          Gom mọi khoản đã giao xong, qua thời gian khiếu nại, không bị giữ và tiền đã về đối tác. Người khác duyệt rồi
          mới tải tệp gửi ngân hàng.
        </p>
        <Form>
          <Hidden name="id" value={id} />
          <div>
            <Submit>Lập đợt chi trả</Submit>
          </div>
        </Form>
      </section>
      {found.items.length === 0 ? (
        <Empty title="Chưa có đợt chi trả nào" />
      ) : (
        <section className="panel">
          <Table caption="Các đợt chi trả" columns={columns} rows={found.items} idOf={(one) => one.id} stack />
        </section>
      )}
      <Pager page={found.page} more={found.more} href={(page) => withQuery('/doi-soat/chi-tra', {}, { trang: page })} />
    </Page>
  );
}
