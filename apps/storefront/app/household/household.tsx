import { leaveCooperative } from '@chophien/contracts';
import { text, visitor } from '@chophien/site';
import { ErrorSummary, Hidden, Note, Page, Submit, whenDay } from '@chophien/ui';
import type { ReactNode } from 'react';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/household';
import { NoHousehold, ownHouseholds, WhichHousehold } from './own-households.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const found = await ownHouseholds(context.get(visitor), request);
  return { ...found, done: new URL(request.url).searchParams.has('xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const id = text(form, 'ho');
    await call(leaveCooperative, { params: { id, cooperative: text(form, 'cooperative') } });
    return redirect(`/ban-hang/ho?ho=${id}&xong=1`);
  });
}

export default function Household({ loaderData: { all, chosen, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Người và số điện thoại" narrow hidden refused={Boolean(actionData)}>
      <h1>{chosen?.name ?? 'Hộ của tôi'}</h1>
      <ErrorSummary refusal={actionData} />
      {done && <Note tone="good">Đã rời tổ chức. Những việc đã uỷ quyền cho tổ chức đó cũng hết ngay.</Note>}
      {!chosen && <NoHousehold />}
      {chosen && (
        <>
          <WhichHousehold all={all} chosen={chosen} path="/ban-hang/ho" />
          <p>
            {chosen.head && (
              <>
                {chosen.kind === 'household' ? 'Chủ hộ' : 'Người đại diện'}: {chosen.head}.{' '}
              </>
            )}
            {[chosen.subArea, chosen.communeName].filter(Boolean).join(', ')}.
          </p>
          <ul className="grid gap-3">
            <Way href={`/ban-hang/ho/thanh-vien?ho=${chosen.id}`} word="Người trong gian hàng">
              {chosen.members.length} người
              {chosen.invitations.length > 0 && `, ${chosen.invitations.length} lời mời đang chờ`}
            </Way>
            <Way href={`/ban-hang/ho/so-dien-thoai?ho=${chosen.id}`} word="Số điện thoại">
              {chosen.phones.map(({ phone }) => phone).join(', ') || 'Chưa có số nào'}
            </Way>
            {chosen.mayManage && (
              <Way href={`/ban-hang/uy-quyen?ho=${chosen.id}`} word="Ai được làm thay">
                Cho, xem và thôi uỷ quyền
              </Way>
            )}
            <Way href={`/ban-hang/da-lam-thay?ho=${chosen.id}`} word="Ai đã làm gì thay tôi">
              Xem từng việc, sửa lại
            </Way>
            {chosen.kind === 'household' && (
              <Way href={`/ban-hang/gop-hang?ho=${chosen.id}`} word="Hàng đã góp cho hợp tác xã">
                Từng lần, bao nhiêu, loại gì
              </Way>
            )}
            {chosen.kind !== 'household' && chosen.mayManage && (
              <Way href={`/hop-tac-xa/${chosen.id}`} word="Hộ thành viên">
                Mời hộ, làm thay hộ đã uỷ quyền
              </Way>
            )}
          </ul>
          {chosen.cooperatives.length > 0 && (
            <section className="grid gap-3">
              <h2>Tổ chức hộ tham gia</h2>
              <ul className="grid gap-3">
                {chosen.cooperatives.map((cooperative) => (
                  <li key={cooperative.id} className="panel grid gap-2">
                    <p>
                      <b>{cooperative.name}</b>, từ {whenDay(cooperative.since)}
                    </p>
                    {chosen.mayManage && (
                      <form method="post">
                        <Hidden name="ho" value={chosen.id} />
                        <Hidden name="cooperative" value={cooperative.id} />
                        <Submit kind="warn">Rời {cooperative.name}</Submit>
                      </form>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p>
            <a className="inline-block py-3" href="/loi-moi">
              Lời mời gửi cho tôi
            </a>
          </p>
        </>
      )}
    </Page>
  );
}

const Way = ({ href, word, children }: { href: string; word: string; children: ReactNode }) => (
  <li className="panel">
    <a className="inline-block py-2 font-bold" href={href}>
      {word}
    </a>
    <p className="field-hint">{children}</p>
  </li>
);
