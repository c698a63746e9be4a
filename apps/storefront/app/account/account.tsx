import { getMe, listMyRecoveries, renameMe, stopMyRecovery } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { check, text, visitor } from '@chophien/site';
import { ErrorSummary, Field, Form, Hidden, Note, Page, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/account';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const [me, { items }] = await Promise.all([read(getMe), read(listMyRecoveries)]);
  const open = items.find(({ state }) => state === 'waiting' || state === 'unproved');
  return { me, open, done: new URL(request.url).searchParams.get('xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      if (text(form, 'go') === 'dung') {
        await call(stopMyRecovery, { params: check(stopMyRecovery.params!, { id: text(form, 'recovery') }) });
        return redirect('/tai-khoan?xong=da-dung');
      }
      await call(renameMe, { body: check(renameMe.body!, { name: text(form, 'name') }) });
      return redirect('/tai-khoan?xong=ten');
    },
    { name: 'Ghi họ và tên, ví dụ Nguyễn Thị Mận.' },
  );
}

const said: Record<string, string> = {
  ten: 'Đã lưu tên.',
  'doi-so': 'Đã đổi số. Từ nay đăng nhập bằng số mới; các máy khác đã được đăng xuất.',
  'da-dung': 'Đã dừng. Tài khoản vẫn dùng số này.',
};

export default function Account({ loaderData: { me, open, done }, actionData }: Route.ComponentProps) {
  const words = done ? said[done] : undefined;
  return (
    <Page title="Tài khoản" narrow hidden refused={Boolean(actionData)}>
      <h1>Tài khoản</h1>
      <ErrorSummary refusal={actionData} />
      {words && !actionData && <Note tone="good">{words}</Note>}
      {me.grants.some(({ role }) => role === 'helper') && (
        <p>
          <a className="button button-main w-full" href="/nhap-ho">
            Nhập hộ
          </a>
        </p>
      )}
      {open && (
        <Note tone="bad">
          <h2>Số của bạn đang được chuyển</h2>
          <p>
            Ngày {when(open.startedAt)}, cán bộ xã bắt đầu chuyển tài khoản này từ {open.oldPhone} sang {open.newPhone}
            {open.takesEffectAt && <>, có hiệu lực lúc {when(open.takesEffectAt)}</>}. Nếu bạn không nhờ việc này, hãy
            dừng lại ngay.
          </p>
          <Form>
            <Hidden name="recovery" value={open.id} />
            <Submit kind="warn" name="go" value="dung">
              Không phải tôi, dừng lại
            </Submit>
          </Form>
        </Note>
      )}
      <section className="panel grid gap-3">
        <Form>
          <Field
            name="name"
            label="Họ và tên"
            value={me.name ?? ''}
            autoComplete="name"
            maxLength={80}
            refusal={actionData}
          />
          <div>
            <Submit kind="plain" name="go" value="ten">
              Lưu tên
            </Submit>
          </div>
        </Form>
      </section>
      <section className="panel grid gap-1">
        <h2>Số điện thoại</h2>
        <p>
          Bạn đăng nhập bằng số <b>{me.phone ? localPhone(me.phone) : '—'}</b>.
        </p>
        <p>
          <a className="inline-block py-3" href="/tai-khoan/doi-so">
            Đổi sang số khác
          </a>
        </p>
      </section>
      <section className="panel grid gap-1">
        <h2>Máy đang đăng nhập</h2>
        <p>Xem tài khoản đang mở ở những máy nào, và đóng máy bạn không còn dùng.</p>
        <p>
          <a className="inline-block py-3" href="/tai-khoan/thiet-bi">
            Xem các máy
          </a>
        </p>
        <p>
          <a className="inline-block py-3" href="/tai-khoan/chuyen">
            Máy này nhiều người dùng
          </a>
        </p>
      </section>
      <section className="panel grid gap-1">
        <h2>Hộ và uỷ quyền</h2>
        <p className="flex flex-wrap gap-x-6">
          <a className="inline-block py-3" href="/ban-hang/ho">
            Người và số điện thoại của hộ
          </a>
          <a className="inline-block py-3" href="/tai-khoan/lam-thay">
            Tôi làm thay ai
          </a>
          <a className="inline-block py-3" href="/loi-moi">
            Lời mời
          </a>
          <a className="inline-block py-3" href="/nhan-lai">
            Nhận lại hộ của tôi
          </a>
        </p>
      </section>
      <section className="panel grid gap-1">
        <h2>Dữ liệu của tôi</h2>
        <p>Xem Chợ Phiên giữ gì về bạn, ai đã xem; tải về, xin sửa hoặc xóa.</p>
        <p className="flex flex-wrap gap-x-6">
          <a className="inline-block py-3" href="/tai-khoan/du-lieu">
            Xem dữ liệu của tôi
          </a>
          <a className="inline-block py-3" href="/tap-huan">
            Tập huấn
          </a>
          <a className="inline-block py-3" href="/ho-tro">
            Nhờ giúp
          </a>
        </p>
      </section>
      <p>
        <a className="button" href="/dang-xuat">
          Đăng xuất khỏi máy này
        </a>
      </p>
    </Page>
  );
}
