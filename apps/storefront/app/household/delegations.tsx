import { endDelegation, listDelegations } from '@chophien/contracts';
import { text, visitor } from '@chophien/site';
import { Badge, Empty, ErrorSummary, Hidden, Note, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/delegations';
import { NoHousehold, ownHouseholds, WhichHousehold } from './own-households.tsx';

const PATH = '/ban-hang/uy-quyen';

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const found = await ownHouseholds(who, request);
  const { chosen } = found;
  const given = chosen ? await who.read(listDelegations, { params: { id: chosen.id } }) : undefined;
  return { ...found, given, done: text(new URL(request.url).searchParams, 'xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const id = text(form, 'ho');
    await call(endDelegation, { params: { id, delegation: text(form, 'delegation') } });
    return redirect(`${PATH}?ho=${id}&xong=thoi`);
  });
}

export default function Delegations({ loaderData: { all, chosen, given, done }, actionData }: Route.ComponentProps) {
  const holding = given?.items.filter(({ state }) => state === 'holds') ?? [];
  const over = given?.items.filter(({ state }) => state !== 'holds') ?? [];
  return (
    <Page title="Ai được làm thay" narrow hidden refused={Boolean(actionData)}>
      <h1>Ai được làm thay</h1>
      <ErrorSummary refusal={actionData} />
      {done === 'thoi' && !actionData && (
        <Note tone="good">Đã thôi uỷ quyền. Người ấy không làm thay được nữa, kể cả việc đang làm dở.</Note>
      )}
      {done === 'cho' && <Note tone="good">Đã cho uỷ quyền. Muốn thôi lúc nào cũng được.</Note>}
      {!chosen && <NoHousehold />}
      {chosen && (
        <>
          <WhichHousehold all={all} chosen={chosen} path={PATH} />
          <p>Nhận tiền, đồng ý các điều khoản và chính việc uỷ quyền thì không ai làm thay được.</p>
          {holding.length === 0 && <Empty title="Chưa ai được làm thay">Chỉ người trong gian hàng làm được.</Empty>}
          <ul className="grid gap-3">
            {holding.map(({ id, sentence }) => (
              <li key={id} className="panel grid gap-3">
                <p>{sentence}</p>
                <form method="post">
                  <Hidden name="ho" value={chosen.id} />
                  <Hidden name="delegation" value={id} />
                  <Submit kind="warn">Thôi uỷ quyền</Submit>
                </form>
              </li>
            ))}
          </ul>
          <p>
            <a className="button button-main w-full" href={`/ban-hang/uy-quyen/cho?ho=${chosen.id}`}>
              Cho người khác làm thay
            </a>
          </p>
          {over.length > 0 && (
            <details>
              <summary className="chip">Uỷ quyền đã hết ({over.length})</summary>
              <ul className="mt-3 grid gap-3">
                {over.map(({ id, sentence, state }) => (
                  <li key={id} className="panel">
                    <Badge tone="quiet">{state === 'ended' ? 'Đã thôi' : 'Hết hạn'}</Badge> {sentence}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <p className="flex flex-wrap gap-x-6">
            <a className="inline-block py-3" href={`/ban-hang/da-lam-thay?ho=${chosen.id}`}>
              Ai đã làm gì thay tôi
            </a>
            <a className="inline-block py-3" href={`/ban-hang/ho?ho=${chosen.id}`}>
              Về trang hộ
            </a>
          </p>
        </>
      )}
    </Page>
  );
}
