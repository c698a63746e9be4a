import { closeSession, listSessions, type SessionView } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Badge, Crumbs, ErrorSummary, Form, Hidden, Note, Page, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/devices';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { items } = await context.get(visitor).read(listSessions);
  return { items, done: new URL(request.url).searchParams.has('xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const params = check(closeSession.params!, { id: text(form, 'session') });
    await who.call(closeSession, { params });
    // Everywhere is here too.
    if (params.id === 'all') return redirect('/', { headers: { 'set-cookie': who.signOut() } });
    return redirect('/tai-khoan/thiet-bi?xong=1');
  });
}

const Place = ({ place }: { place: SessionView }) => (
  <li className="panel grid gap-1">
    <p>
      <b>{place.label}</b> {place.current && <Badge tone="good">Máy này</Badge>}
    </p>
    <p className="field-hint">
      Đăng nhập lúc {when(place.openedAt)}, dùng lần cuối {when(place.lastSeenAt)}. Địa chỉ mạng {place.address}.
    </p>
    {!place.current && (
      <Form>
        <Hidden name="session" value={place.id} />
        <div>
          <Submit kind="plain">Đăng xuất máy này</Submit>
        </div>
      </Form>
    )}
  </li>
);

export default function Devices({ loaderData: { items, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Máy đang đăng nhập" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/tai-khoan', word: 'Tài khoản' }]} />
      <h1>Máy đang đăng nhập</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã đăng xuất. Máy đó phải nhập mã mới vào lại được.</Note>}
      <p>Thấy máy lạ, hoặc mất điện thoại? Hãy đăng xuất máy đó.</p>
      <ul className="grid gap-3">
        {items.map((place) => (
          <Place key={place.id} place={place} />
        ))}
      </ul>
      {items.length > 1 && (
        <Form>
          <Hidden name="session" value="others" />
          <Submit kind="warn">Đăng xuất mọi máy khác</Submit>
        </Form>
      )}
      <Form>
        <Hidden name="session" value="all" />
        <Submit kind="plain">Đăng xuất tất cả, cả máy này</Submit>
      </Form>
    </Page>
  );
}
