import { giveDelegationBack, Id, listReceivedDelegations } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Empty, ErrorSummary, Hidden, Note, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/received';
import { actFor, actForNobody } from './acting.tsx';

const PATH = '/tai-khoan/lam-thay';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { items } = await context.get(visitor).read(listReceivedDelegations);
  return { items, done: text(new URL(request.url).searchParams, 'xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const go = text(form, 'go');
    if (go === 'lam') {
      const producer = check(Id, text(form, 'producer'));
      return redirect('/ban-hang', { headers: { 'set-cookie': actFor(who, producer) } });
    }
    if (go === 'thoi') return redirect('/ban-hang', { headers: { 'set-cookie': actForNobody(who) } });
    await who.call(giveDelegationBack, { params: { id: check(Id, text(form, 'id')) } });
    return redirect(`${PATH}?xong=tra`, { headers: { 'set-cookie': actForNobody(who) } });
  });
}

export default function Received({ loaderData: { items, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Tôi làm thay ai" narrow hidden refused={Boolean(actionData)}>
      <h1>Tôi làm thay ai</h1>
      <ErrorSummary refusal={actionData} />
      {done === 'tra' && <Note tone="good">Đã trả lại uỷ quyền. Hộ được báo tin.</Note>}
      {items.length === 0 && (
        <Empty title="Chưa hộ nào uỷ quyền cho bạn">Khi có hộ uỷ quyền, bạn nhận tin và thấy hộ ở đây.</Empty>
      )}
      <ul className="grid gap-3">
        {items.map(({ id, producer, giver, sentence }) => (
          <li key={id} className="panel grid gap-3">
            <h2>{giver}</h2>
            <p>{sentence}</p>
            <div className="flex flex-wrap gap-2">
              <form method="post">
                <Hidden name="producer" value={producer} />
                <Submit name="go" value="lam">
                  Làm thay {giver}
                </Submit>
              </form>
              <form method="post">
                <Hidden name="id" value={id} />
                <Submit kind="plain" name="go" value="tra">
                  Trả lại uỷ quyền
                </Submit>
              </form>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a className="inline-block py-3" href="/ban-hang">
          Về trang bán hàng
        </a>
      </p>
    </Page>
  );
}
