import { closeSession, getMe, Problem, shareDevice } from '@chophien/contracts';
import { ownPath, text, visitor, type Visitor } from '@chophien/site';
import { ErrorSummary, Form, Hidden, Note, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/switch';
import { actForNobody } from './acting.tsx';
import { isSharedPhone, keepShared } from './shared-phone.ts';

interface Somebody {
  mark: string;
  name: string;
  /** The session still holds: she enters without a code. */
  open: boolean;
  active: boolean;
}

/** Who each place of this device is; of one whose session has ended only that is known. */
const people = (who: Visitor): Promise<Somebody[]> =>
  Promise.all(
    who.places.map(async ({ token, mark }) => {
      const me = await who
        .as(token)(getMe)
        .catch((error: unknown) => {
          if (error instanceof Problem && error.code === 'identity.sign-in-needed') return undefined;
          throw error;
        });
      const name = me ? (me.name ?? me.phone ?? 'Chưa ghi tên') : 'Người đã hết phiên';
      return { mark, name, open: me !== undefined, active: token === who.token };
    }),
  );

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  return {
    people: await people(who),
    shared: isSharedPhone(who),
    next: ownPath(searchParams.get('next'), '/ban-hang'),
    ended: searchParams.has('het-phien'),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const next = ownPath(form.get('next'), '/ban-hang');
  return attempt(form, async () => {
    const headers = new Headers();
    // Whoever comes next acts for herself.
    headers.append('set-cookie', actForNobody(who));
    switch (text(form, 'go')) {
      case 'chung':
      case 'rieng': {
        const shared = text(form, 'go') === 'chung';
        await everybody(who, (call) => call(shareDevice, { body: { shared } }));
        headers.append('set-cookie', keepShared(who, shared));
        return redirect(`/tai-khoan/chuyen?next=${encodeURIComponent(next)}`, { headers });
      }
      case 'ra-het':
        await everybody(who, (call) => call(closeSession, { params: { id: 'current' } }));
        headers.append('set-cookie', who.signOutAll());
        return redirect('/', { headers });
      default:
        headers.append('set-cookie', who.switchTo(text(form, 'mark')));
        return redirect(next, { headers });
    }
  });
}

/** For each session of this device; one that has ended already needs nothing. */
const everybody = async (who: Visitor, act: (call: Visitor['call']) => Promise<unknown>): Promise<void> => {
  await Promise.all(
    who.places.map(({ token }) =>
      act(who.as(token)).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.code !== 'identity.sign-in-needed') throw error;
      }),
    ),
  );
};

export default function Switch({ loaderData: { people: all, shared, next, ended }, actionData }: Route.ComponentProps) {
  const again = `/dang-nhap?next=${encodeURIComponent(next)}`;
  return (
    <Page title="Ai đang dùng máy?" narrow hidden refused={Boolean(actionData)}>
      <h1>Ai đang dùng máy?</h1>
      <ErrorSummary refusal={actionData} />
      {ended && <Note tone="warn">Máy để lâu nên cần nhập mã lại. Những gì ghi dở vẫn còn trên máy này.</Note>}
      {all.length === 0 && <p>Chưa ai đăng nhập trên máy này.</p>}
      <ul className="grid gap-3">
        {all.map(({ mark, name, open, active }) => (
          <li key={mark || name} className="panel flex flex-wrap items-center justify-between gap-3">
            <p>
              <b>{name}</b>
              {active && ' (đang dùng)'}
            </p>
            {open && !active && (
              <form method="post">
                <Hidden name="next" value={next} />
                <Hidden name="mark" value={mark} />
                <Submit kind="plain">Tôi là {name}</Submit>
              </form>
            )}
            {active && (
              <a className="button" href={next}>
                Dùng tiếp
              </a>
            )}
            {!open && (
              <a className="button" href={again}>
                Nhập mã lại
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a className="button button-main w-full" href={again}>
          Người khác đăng nhập
        </a>
      </p>
      <section className="panel grid gap-3">
        <h2>Máy dùng chung</h2>
        <p>
          {shared
            ? 'Đang bật: máy để yên 5 phút thì gian hàng khoá lại, ai dùng tiếp phải nhập mã mới. Những gì ghi dở của từng người vẫn giữ.'
            : 'Nhiều người dùng chung máy này? Bật lên thì máy để yên 5 phút là gian hàng khoá lại, phải nhập mã mới.'}
        </p>
        <Form>
          <Hidden name="next" value={next} />
          <Submit kind="plain" name="go" value={shared ? 'rieng' : 'chung'}>
            {shared ? 'Tắt máy dùng chung' : 'Bật máy dùng chung'}
          </Submit>
        </Form>
      </section>
      {all.length > 0 && (
        <form method="post">
          <Submit kind="warn" name="go" value="ra-het">
            Đăng xuất tất cả khỏi máy này
          </Submit>
        </form>
      )}
    </Page>
  );
}
