import { answerInvitation, listMyInvitations } from '@chophien/contracts';
import { optional, ownPath, text, visitor } from '@chophien/site';
import { Choices, Empty, ErrorSummary, Form, Hidden, Note, Page, Submit, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/invitations';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const found = await context.get(visitor).read(listMyInvitations);
  return { ...found, next: ownPath(searchParams.get('next'), '/ban-hang'), done: text(searchParams, 'xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const yes = text(form, 'go') === 'dong-y';
      const household = optional(form, 'household');
      await call(answerInvitation, {
        params: { id: text(form, 'id') },
        body: { yes, ...(yes && household ? { household } : {}) },
      });
      return redirect(`/loi-moi?xong=${yes ? 'dong-y' : 'khong'}`);
    },
    { household: 'Chọn hộ nào vào tổ chức.' },
  );
}

export default function Invitations({
  loaderData: { items, households, next, done },
  actionData,
}: Route.ComponentProps) {
  return (
    <Page title="Lời mời" narrow hidden refused={Boolean(actionData)}>
      <h1>Lời mời gửi cho tôi</h1>
      <ErrorSummary refusal={actionData} />
      {done === 'dong-y' && <Note tone="good">Đã đồng ý. Từ bây giờ bạn thấy gian hàng ở trang Bán hàng.</Note>}
      {done === 'khong' && <Note tone="good">Đã từ chối lời mời.</Note>}
      {items.length === 0 && <Empty title="Không có lời mời nào" />}
      <ul className="grid gap-3">
        {items.map((item) => {
          const mine = item.role === 'member-household';
          const refusal = actionData?.typed.id === item.id ? actionData : undefined;
          return (
            <li key={item.id} className="panel grid gap-3">
              <h2>{item.name}</h2>
              <p>{item.sentence}</p>
              <p className="field-hint">
                {item.communeName}
                {item.invitedBy && `. Người mời: ${item.invitedBy}`}. Trả lời trước {whenDay(item.until)}.
              </p>
              {mine && households.length === 0 ? (
                <p>
                  Bạn chưa có hộ nào ở đây. <a href="/nhan-lai">Nhận lại hộ</a> hoặc <a href="/dang-ky-ban">đăng ký</a>{' '}
                  trước đã.
                </p>
              ) : (
                <Form>
                  <Hidden name="id" value={item.id} />
                  {mine && households.length === 1 && <Hidden name="household" value={households[0]?.id ?? ''} />}
                  {mine && households.length > 1 && (
                    <Choices
                      name="household"
                      legend="Hộ nào vào?"
                      refusal={refusal}
                      options={households.map(({ id, name }) => ({ value: id, word: name }))}
                    />
                  )}
                  <Submit name="go" value="dong-y" wide>
                    Đồng ý
                  </Submit>
                  <Submit kind="plain" name="go" value="khong" wide>
                    Không
                  </Submit>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      <p>
        <a className="inline-block py-3" href={next}>
          {items.length > 0 ? 'Để lúc khác' : 'Đi tiếp'}
        </a>
      </p>
    </Page>
  );
}
