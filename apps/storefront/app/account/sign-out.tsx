import { closeSession, Problem } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Form, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { actForNobody } from '../household/acting.tsx';
import type { Route } from './+types/sign-out';

export async function action({ context }: Route.ActionArgs) {
  const who = context.get(visitor);
  // The cookie goes in any case: a session that the API has already ended is signed out too.
  await who.call(closeSession, { params: { id: 'current' } }).catch((error: unknown) => {
    if (!(error instanceof Problem || error instanceof Response)) throw error;
  });
  const headers = new Headers();
  headers.append('set-cookie', who.signOut());
  headers.append('set-cookie', actForNobody(who));
  return redirect(who.places.length > 1 ? '/tai-khoan/chuyen' : '/', { headers });
}

export default function SignOut() {
  return (
    <Page title="Đăng xuất" narrow hidden>
      <h1>Đăng xuất khỏi máy này?</h1>
      <p>Món hàng chưa gửi sẽ bị xoá khỏi máy này. Món đã gửi, món soạn dở đã lưu và đơn hàng vẫn còn.</p>
      <Form>
        <Submit>Đăng xuất</Submit>
      </Form>
      <p>
        <a href="/ban-hang">Ở lại</a>
      </p>
      <p>
        <a href="/tai-khoan/chuyen">Máy nhiều người dùng: đổi người, hoặc đăng xuất tất cả</a>
      </p>
    </Page>
  );
}
