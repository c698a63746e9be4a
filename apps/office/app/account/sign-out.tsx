import { closeSession, Problem } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Form, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import type { Route } from './+types/sign-out';

export async function action({ context }: Route.ActionArgs) {
  const who = context.get(visitor);
  // The cookie goes in any case: a session that the API has already ended is signed out too.
  await who.call(closeSession, { params: { id: 'current' } }).catch((error: unknown) => {
    if (!(error instanceof Problem || error instanceof Response)) throw error;
  });
  return redirect('/dang-nhap?da-ra=1', { headers: { 'set-cookie': who.signOut() } });
}

export default function SignOut() {
  return (
    <Page title="Đăng xuất" narrow hidden>
      <h1>Đăng xuất khỏi máy này?</h1>
      <Form>
        <Submit>Đăng xuất</Submit>
      </Form>
      <p>
        <a className="inline-block py-3" href="/">
          Ở lại
        </a>
      </p>
    </Page>
  );
}
