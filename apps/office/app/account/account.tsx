import { closeSession, listSessions, mySecurity, renameMe, type SessionView } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { check, text, visitor } from '@chophien/site';
import { type Column, ErrorSummary, Field, Form, Hidden, Note, Page, Submit, Table, when, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt, ofForm } from '../attempt.ts';
import { areaWords, official } from '../official.ts';
import { roleWords } from '../officials/role-words.ts';
import type { Route } from './+types/account';

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const me = await official(context);
  const [security, { items }, area] = await Promise.all([
    who.read(mySecurity),
    who.read(listSessions),
    areaWords(who, me),
  ]);
  const done = new URL(request.url).searchParams.get('xong');
  return { me, security, sessions: items, area, done };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      if (text(form, 'go') === 'ten') {
        await call(renameMe, { body: check(renameMe.body!, { name: text(form, 'name') }) });
        return redirect('/tai-khoan?xong=ten');
      }
      await call(closeSession, { params: check(closeSession.params!, { id: text(form, 'session') }) });
      return redirect('/tai-khoan?xong=may');
    },
    { sentences: { name: 'Ghi họ và tên.' } },
  );
}

const said: Record<string, string> = {
  ten: 'Đã lưu tên.',
  may: 'Đã đăng xuất.',
  'mat-khau': 'Đã đổi mật khẩu. Các máy khác đã được đăng xuất.',
  'ma-xac-thuc': 'Đã đổi ứng dụng xác thực. Mã của ứng dụng cũ không dùng được nữa.',
};

const Close = ({ session }: { session: SessionView }) =>
  session.current ? (
    <b>Máy này</b>
  ) : (
    <Form>
      <Hidden name="session" value={session.id} />
      <Submit kind="plain">Đăng xuất</Submit>
    </Form>
  );

const columns: Column<SessionView>[] = [
  { head: 'Máy', cell: ({ label }) => label },
  { head: 'Từ lúc', cell: ({ openedAt }) => when(openedAt) },
  { head: 'Dùng lần cuối', cell: ({ lastSeenAt }) => when(lastSeenAt) },
  { head: 'Địa chỉ mạng', cell: ({ address }) => address },
  { head: 'Đóng', cell: (session) => <Close session={session} /> },
];

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { me, security, sessions, area, done } = loaderData;
  const words = done ? said[done] : undefined;
  const few = security.recoveryCodesLeft < 4;
  return (
    <Page title="Tài khoản" narrow hidden refused={Boolean(actionData)}>
      <h1>Tài khoản của tôi</h1>
      <ErrorSummary refusal={actionData} />
      {words && !actionData && <Note tone="good">{words}</Note>}
      <section className="panel grid gap-3">
        <p>
          {me.grants.map(({ role }) => roleWords[role]).join(', ')} · {area} · số <b>{localPhone(me.phone ?? '')}</b>
        </p>
        <Form>
          <Field
            name="name"
            label="Họ và tên"
            value={me.name ?? ''}
            autoComplete="name"
            maxLength={80}
            refusal={ofForm(actionData, 'ten')}
          />
          <div>
            <Submit kind="plain" name="go" value="ten">
              Lưu tên
            </Submit>
          </div>
        </Form>
      </section>
      <section className="panel grid gap-2">
        <h2>Đăng nhập</h2>
        <p>Đặt mật khẩu và ứng dụng xác thực lần cuối ngày {whenDay(security.changedAt)}.</p>
        {few && (
          <Note tone="warn">
            {security.recoveryCodesLeft === 0
              ? 'Bạn không còn mã khôi phục nào.'
              : `Chỉ còn ${security.recoveryCodesLeft} mã khôi phục.`}{' '}
            Hãy tạo mười mã mới.
          </Note>
        )}
        <ul className="grid gap-1">
          <li>
            <a className="inline-block py-2" href="/tai-khoan/mat-khau">
              Đổi mật khẩu
            </a>
          </li>
          <li>
            <a className="inline-block py-2" href="/tai-khoan/ma-xac-thuc">
              Đổi ứng dụng xác thực (đổi điện thoại)
            </a>
          </li>
          <li>
            <a className="inline-block py-2" href="/tai-khoan/ma-khoi-phuc">
              Tạo mã khôi phục mới
            </a>{' '}
            (còn {security.recoveryCodesLeft})
          </li>
        </ul>
      </section>
      <section className="panel grid gap-3">
        <Table caption="Máy đang đăng nhập" columns={columns} rows={sessions} idOf={({ id }) => id} stack />
        {sessions.length > 1 && (
          <Form>
            <Hidden name="session" value="others" />
            <div>
              <Submit kind="warn">Đăng xuất mọi máy khác</Submit>
            </div>
          </Form>
        )}
      </section>
    </Page>
  );
}
