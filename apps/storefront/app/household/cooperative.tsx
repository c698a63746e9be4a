import { randomUUID } from 'node:crypto';
import {
  type CooperativeMemberView,
  getCooperative,
  Id,
  inviteToProducer,
  removeCooperativeMember,
  withdrawInvitation,
} from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Empty, ErrorSummary, Field, Form, Hidden, Note, Page, Submit, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/cooperative';
import { actFor } from './acting.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const cooperative = await context.get(visitor).read(getCooperative, { params });
  return { cooperative, invitation: randomUUID() as string, done: text(new URL(request.url).searchParams, 'xong') };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const [go, household] = [text(form, 'go'), text(form, 'household')];
      if (go === 'lam') {
        return redirect('/ban-hang', { headers: { 'set-cookie': actFor(who, check(Id, household)) } });
      }
      if (go === 'moi') {
        const body = { id: text(form, 'id'), phone: text(form, 'phone'), role: 'member-household' };
        await who.call(inviteToProducer, { params, body: check(inviteToProducer.body!, body) });
      } else if (go === 'rut') {
        await who.call(withdrawInvitation, { params: { id: params.id, invitation: text(form, 'invitation') } });
      } else await who.call(removeCooperativeMember, { params: { id: params.id, household } });
      return redirect(`/hop-tac-xa/${params.id}?xong=${go}`);
    },
    { phone: 'Ghi số điện thoại di động của hộ, ví dụ 0912 345 678.' },
  );
}

const told: Record<string, string> = {
  moi: 'Đã ghi lời mời. Người của hộ đăng nhập bằng số đó rồi đồng ý là hộ vào.',
  rut: 'Đã rút lời mời.',
  bo: 'Hộ không còn là thành viên. Uỷ quyền của hộ cho tổ chức cũng hết.',
};

export default function Cooperative({ loaderData, actionData }: Route.ComponentProps) {
  const { cooperative, invitation, done } = loaderData;
  const { members, invitations } = cooperative;
  return (
    <Page title={cooperative.name} narrow hidden refused={Boolean(actionData)}>
      <h1>{cooperative.name}</h1>
      <ErrorSummary refusal={actionData} />
      {told[done] && !actionData && <Note tone="good">{told[done]}</Note>}
      <p>
        {cooperative.communeName}. {members.length} hộ thành viên.
      </p>
      {members.length === 0 && <Empty title="Chưa có hộ thành viên">Mời hộ bằng số điện thoại ở dưới.</Empty>}
      <ul className="grid gap-3">
        {members.map((member) => (
          <Member key={member.household} member={member} />
        ))}
      </ul>
      {invitations.length > 0 && (
        <section className="grid gap-3">
          <h2>Lời mời đang chờ</h2>
          <ul className="grid gap-3">
            {invitations.map(({ id, phone, until }) => (
              <li key={id} className="panel flex flex-wrap items-center justify-between gap-3">
                <p>
                  Số {phone}, chờ đến {whenDay(until)}
                </p>
                <form method="post">
                  <Hidden name="invitation" value={id} />
                  <Submit kind="plain" name="go" value="rut">
                    Rút lời mời
                  </Submit>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel grid gap-3">
        <h2>Mời hộ vào</h2>
        <Form>
          <Hidden name="id" value={invitation} />
          <Field
            name="phone"
            label="Số điện thoại của hộ"
            hint="Hộ tự đồng ý. Vào rồi, tổ chức chưa được làm gì thay hộ cho đến khi hộ uỷ quyền."
            type="tel"
            inputMode="tel"
            autoComplete="off"
            refusal={actionData}
          />
          <Submit name="go" value="moi" wide>
            Mời hộ
          </Submit>
        </Form>
      </section>
      <p className="flex flex-wrap gap-x-6">
        <a className="inline-block py-3" href={`/ban-hang/ho/thanh-vien?ho=${cooperative.id}`}>
          Người quản lý
        </a>
        <a className="inline-block py-3" href="/ban-hang">
          Về trang bán hàng
        </a>
      </p>
    </Page>
  );
}

const Member = ({ member }: { member: CooperativeMemberView }) => (
  <li className="panel grid gap-2">
    <h2>{member.name}</h2>
    <p className="field-hint">
      {[member.subArea, member.communeName].filter(Boolean).join(', ')}. Thành viên từ {whenDay(member.since)}.
    </p>
    {member.delegations.length === 0 && <p>Hộ chưa uỷ quyền việc nào. Muốn làm thay, hãy nhờ hộ uỷ quyền.</p>}
    {member.delegations.map(({ id, sentence }) => (
      <p key={id}>{sentence}</p>
    ))}
    <form method="post" className="flex flex-wrap gap-2">
      <Hidden name="household" value={member.household} />
      {member.delegations.length > 0 && (
        <Submit name="go" value="lam" kind="plain">
          Làm thay {member.name}
        </Submit>
      )}
    </form>
    <details>
      <summary className="chip">Đưa hộ ra</summary>
      <form method="post" className="mt-3">
        <Hidden name="household" value={member.household} />
        <Submit kind="warn" name="go" value="bo">
          {member.name} không còn là thành viên
        </Submit>
      </form>
    </details>
  </li>
);
