import { randomUUID } from 'node:crypto';
import { listRecoveries, type RecoveryView, startRecovery } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import {
  type Column,
  Crumbs,
  Empty,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  Pager,
  StateBadge,
  Submit,
  Table,
  Tick,
  when,
  withQuery,
} from '@chophien/ui';
import { decide } from '../decide.ts';
import { needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/recoveries';
import { recoveryStates } from './recovery-words.ts';

const path = '/chuyen-so';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'person.recover');
  const who = context.get(visitor);
  const page = Number(new URL(request.url).searchParams.get('trang') ?? 1) || 1;
  const found = await who.read(listRecoveries, { query: { page } });
  return { ...found, id: randomUUID() as string, typed: asTyped(unfinished(who, path)) };
}

const sentences = {
  oldPhone: 'Ghi số cũ: số đang dùng để đăng nhập.',
  newPhone: 'Ghi số mới, khác số cũ.',
  reason: 'Ghi lý do, từ 3 đến 200 chữ.',
  cardSeen: 'Phải đối chiếu mặt người với căn cước rồi mới chuyển số.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(
    who,
    path,
    form,
    async () => {
      const body = check(startRecovery.body!, {
        id: text(form, 'id'),
        oldPhone: text(form, 'oldPhone'),
        newPhone: text(form, 'newPhone'),
        reason: text(form, 'reason'),
        cardSeen: text(form, 'cardSeen') === '1' || undefined,
      });
      await who.call(startRecovery, { body });
      return `${path}/${body.id}`;
    },
    { sentences },
  );
}

const columns: Column<RecoveryView>[] = [
  {
    head: 'Người',
    cell: (one) => (
      <a className="inline-block py-2 font-bold" href={`${path}/${one.id}`}>
        {one.name ?? one.oldPhone}
      </a>
    ),
  },
  { head: 'Hộ', cell: ({ producers }) => producers.join(', ') },
  { head: 'Từ số', cell: ({ oldPhone }) => oldPhone },
  { head: 'Sang số', cell: ({ newPhone }) => newPhone },
  { head: 'Bắt đầu', cell: ({ startedAt }) => when(startedAt) },
  { head: 'Tình trạng', cell: ({ state }) => <StateBadge state={recoveryStates[state]} /> },
];

export default function Recoveries({ loaderData, actionData }: Route.ComponentProps) {
  const { items, total, page, pages, id, typed } = loaderData;
  const shown = actionData ?? typed;
  const notFound = actionData?.code === 'platform.not-found';
  return (
    <Page title="Chuyển số điện thoại" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Chuyển số cho người mất điện thoại</h1>
      {notFound ? (
        <Note tone="bad">
          Không có người nào ở hộ trên địa bàn của bạn đăng nhập bằng số cũ này. Hãy hỏi lại số; hộ ở xã khác thì đến xã
          đó.
        </Note>
      ) : (
        <ErrorSummary refusal={actionData} />
      )}
      {typed && !actionData && <Note>Đã xác nhận. Điều bạn ghi vẫn còn, hãy xem lại rồi bấm lần nữa.</Note>}
      <section className="panel grid gap-3">
        <p>
          Chỉ làm khi người đó đứng trước mặt bạn cùng căn cước. Số cũ được báo tin và có 24 giờ để dừng lại; tên bạn
          được ghi vào nhật ký. Tài khoản nhận tiền bị khoá đổi 48 giờ sau khi chuyển.
        </p>
        <Form action={path}>
          <Hidden name="id" value={id} />
          <Field name="oldPhone" label="Số cũ (đã mất)" type="tel" inputMode="tel" autoComplete="off" refusal={shown} />
          <Field name="newPhone" label="Số mới" type="tel" inputMode="tel" autoComplete="off" refusal={shown} />
          <Field
            name="reason"
            label="Lý do"
            hint="Ví dụ: mất máy ngày 20/11, đã báo nhà mạng."
            maxLength={200}
            refusal={shown}
          />
          <Tick name="cardSeen" refusal={shown}>
            Tôi đã đối chiếu người này với ảnh trên căn cước.
          </Tick>
          <div>
            <Submit>Bắt đầu chuyển số</Submit>
          </div>
        </Form>
      </section>
      {items.length === 0 ? (
        <Empty title="Chưa có lần chuyển số nào trên địa bàn." />
      ) : (
        <Table
          caption={`${total} lần chuyển số trên địa bàn`}
          columns={columns}
          rows={items}
          idOf={(one) => one.id}
          stack
        />
      )}
      <Pager page={page} more={page < pages} href={(trang) => withQuery(path, {}, { trang })} />
    </Page>
  );
}
