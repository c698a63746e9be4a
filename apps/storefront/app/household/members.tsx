import { randomUUID } from 'node:crypto';
import {
  type HouseholdView,
  inviteToProducer,
  leaveProducer,
  passProducerOn,
  removeMember,
  withdrawInvitation,
} from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { ErrorSummary, Field, Form, Hidden, Note, Page, type Refusal, Submit, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/members';
import { NoHousehold, ownHouseholds, WhichHousehold } from './own-households.tsx';

const PATH = '/ban-hang/ho/thanh-vien';

export async function loader({ context, request }: Route.LoaderArgs) {
  const found = await ownHouseholds(context.get(visitor), request);
  const { searchParams } = new URL(request.url);
  return { ...found, invitation: randomUUID() as string, done: text(searchParams, 'xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const [id, go, person] = [text(form, 'ho'), text(form, 'go'), text(form, 'person')];
      const params = { id };
      if (go === 'moi') {
        const body = {
          id: text(form, 'id'),
          phone: text(form, 'phone'),
          role: text(form, 'role') || 'household-member',
        };
        await call(inviteToProducer, { params, body: check(inviteToProducer.body!, body) });
      } else if (go === 'rut') {
        await call(withdrawInvitation, { params: { id, invitation: text(form, 'invitation') } });
      } else if (go === 'bo') await call(removeMember, { params: { id, person } });
      else if (go === 'giao') await call(passProducerOn, { params, body: { person } });
      else if (go === 'roi') {
        await call(leaveProducer, { params });
        return redirect('/ban-hang');
      }
      return redirect(`${PATH}?ho=${id}&xong=${go}`);
    },
    { phone: 'Ghi số điện thoại di động, ví dụ 0912 345 678.', role: 'Chọn người này làm gì.' },
  );
}

const told: Record<string, string> = {
  moi: 'Đã ghi lời mời. Người ấy đăng nhập bằng số đó, đọc lời mời và bấm đồng ý là vào.',
  rut: 'Đã rút lời mời.',
  bo: 'Người ấy không còn ở trong gian hàng, có tác dụng ngay.',
  giao: 'Đã giao quyền. Người ấy làm chủ từ bây giờ.',
};

export default function Members({ loaderData: { all, chosen, invitation, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Người trong gian hàng" narrow hidden refused={Boolean(actionData)}>
      <h1>Người trong gian hàng</h1>
      <ErrorSummary refusal={actionData} />
      {told[done] && !actionData && <Note tone="good">{told[done]}</Note>}
      {!chosen && <NoHousehold />}
      {chosen && (
        <>
          <WhichHousehold all={all} chosen={chosen} path={PATH} />
          <ul className="grid gap-3">
            {chosen.members.map((member) => (
              <li key={member.person} className="panel grid gap-2">
                <p>
                  <b>{member.name ?? 'Chưa ghi tên'}</b>
                  {member.me && ' (bạn)'}, số {member.phone}
                </p>
                <p>{member.sentence}</p>
                <MemberActs household={chosen} member={member} />
              </li>
            ))}
          </ul>
          {chosen.invitations.length > 0 && <Waiting household={chosen} />}
          {chosen.mayManage && <InviteForm household={chosen} id={invitation} refusal={actionData} />}
          <p>
            <a className="inline-block py-3" href={`/ban-hang/ho?ho=${chosen.id}`}>
              Về trang hộ
            </a>
          </p>
        </>
      )}
    </Page>
  );
}

/** What is done with one member, folded away so that nobody presses it by mistake. */
const MemberActs = ({ household, member }: { household: HouseholdView; member: HouseholdView['members'][number] }) => {
  const mayPassOn = household.mayManage && !member.me && member.role === 'household-member';
  const mayRemove = household.mayManage && !member.me && member.role !== 'producer';
  if (!mayPassOn && !mayRemove && !member.me) return null;
  return (
    <details>
      <summary className="chip">Thay đổi</summary>
      <form method="post" className="mt-3 grid gap-3">
        <Hidden name="ho" value={household.id} />
        <Hidden name="person" value={member.person} />
        {mayPassOn && (
          <>
            <p>
              {household.kind === 'household'
                ? 'Giao xong, người ấy làm chủ; bạn ở lại làm người trong gian hàng.'
                : 'Người ấy thành người quản lý, bên cạnh bạn.'}
            </p>
            <Submit kind="plain" name="go" value="giao">
              {household.kind === 'household' ? 'Giao quyền chủ' : 'Cho làm người quản lý'}
            </Submit>
          </>
        )}
        {mayRemove && (
          <Submit kind="warn" name="go" value="bo">
            Bỏ người này
          </Submit>
        )}
        {member.me && (
          <Submit kind="warn" name="go" value="roi">
            Tôi rời gian hàng này
          </Submit>
        )}
      </form>
    </details>
  );
};

const Waiting = ({ household }: { household: HouseholdView }) => (
  <section className="grid gap-3">
    <h2>Lời mời đang chờ</h2>
    <ul className="grid gap-3">
      {household.invitations.map(({ id, phone, until }) => (
        <li key={id} className="panel grid gap-2">
          <p>
            Số {phone}, chờ đến {whenDay(until)}
          </p>
          {household.mayManage && (
            <form method="post">
              <Hidden name="ho" value={household.id} />
              <Hidden name="invitation" value={id} />
              <Submit kind="plain" name="go" value="rut">
                Rút lời mời
              </Submit>
            </form>
          )}
        </li>
      ))}
    </ul>
  </section>
);

const InviteForm = ({
  household,
  id,
  refusal,
}: {
  household: HouseholdView;
  id: string;
  refusal: Refusal | undefined;
}) => (
  <section className="panel grid gap-3">
    <h2>Mời thêm người</h2>
    <Form>
      <Hidden name="ho" value={household.id} />
      <Hidden name="id" value={id} />
      <Hidden name="role" value={household.kind === 'household' ? 'household-member' : 'cooperative-manager'} />
      <Field
        name="phone"
        label="Số điện thoại người được mời"
        hint="Người ấy tự đăng nhập bằng số này rồi đồng ý. Bạn không cần biết mã của họ."
        type="tel"
        inputMode="tel"
        autoComplete="off"
        refusal={refusal}
      />
      <Submit name="go" value="moi" wide>
        Mời
      </Submit>
    </Form>
  </section>
);
