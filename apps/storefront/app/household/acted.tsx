import { endDelegation, listActed } from '@chophien/contracts';
import { ownPath, text, visitor } from '@chophien/site';
import { Empty, ErrorSummary, Hidden, Page, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/acted';
import { NoHousehold, ownHouseholds, WhichHousehold } from './own-households.tsx';

const PATH = '/ban-hang/da-lam-thay';

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const found = await ownHouseholds(who, request);
  const { chosen } = found;
  const acted = chosen ? await who.read(listActed, { params: { id: chosen.id } }) : undefined;
  return { ...found, acted };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const id = text(form, 'ho');
    await call(endDelegation, { params: { id, delegation: text(form, 'delegation') } });
    return redirect(`/ban-hang/uy-quyen?ho=${id}&xong=thoi`);
  });
}

export default function Acted({ loaderData: { all, chosen, acted }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Ai đã làm gì thay tôi" narrow hidden refused={Boolean(actionData)}>
      <h1>Ai đã làm gì thay tôi</h1>
      <ErrorSummary refusal={actionData} />
      {!chosen && <NoHousehold />}
      {chosen && acted && (
        <>
          <WhichHousehold all={all} chosen={chosen} path={PATH} />
          {acted.items.length === 0 && (
            <Empty title="Chưa ai làm gì thay">
              Có ai làm thay một việc, việc đó hiện ở đây và có tin báo cho bạn.
            </Empty>
          )}
          <ul className="grid gap-3">
            {acted.items.map(({ id, at, by, words, link }) => (
              <li key={id} className="panel grid gap-1">
                <p>
                  <b>{by}</b>: {words}
                </p>
                <p className="field-hint">{when(at)}</p>
                {ownPath(link, '') && (
                  <p>
                    <a className="inline-block py-2" href={ownPath(link, '')}>
                      Xem và sửa lại
                    </a>
                  </p>
                )}
              </li>
            ))}
          </ul>
          {acted.delegations.length > 0 && chosen.mayManage && (
            <section className="grid gap-3">
              <h2>Không muốn làm thay nữa?</h2>
              <ul className="grid gap-3">
                {acted.delegations.map(({ id, sentence }) => (
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
            </section>
          )}
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
