import { askProof, type CodeSent, prove } from '@chophien/contracts';
import { check, ownPath, text, visitor } from '@chophien/site';
import { ErrorSummary, Form, Hidden, Page, Submit } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/prove';
import { againBy, CodeForm, codeSentences, digits } from './code-form.tsx';

const otherwise = '/tai-khoan';

export const loader = ({ request }: Route.LoaderArgs) => ({
  next: ownPath(new URL(request.url).searchParams.get('next'), otherwise),
});

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const again = againBy(text(form, 'go'));
  return attempt(
    form,
    async () => {
      if (again) return data({ sent: await who.call(askProof, { body: again }) });
      await who.call(prove, { body: check(prove.body!, { code: digits(text(form, 'code')) }) });
      return redirect(ownPath(form.get('next'), otherwise));
    },
    codeSentences,
  );
}

export default function Prove({ loaderData, actionData }: Route.ComponentProps) {
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const sent: CodeSent | undefined = actionData && 'sent' in actionData ? actionData.sent : undefined;
  const typed = (name: string) => (typeof refusal?.typed[name] === 'string' ? refusal.typed[name] : undefined);
  const sentTo = sent?.sentTo ?? typed('sentTo');
  const next = ownPath(typed('next'), loaderData.next);
  return (
    <Page title="Xác nhận là bạn" narrow hidden refused={Boolean(refusal)}>
      <h1>Xác nhận là bạn</h1>
      <ErrorSummary refusal={refusal} />
      <p>
        Việc bạn sắp làm liên quan đến tài khoản hoặc tiền, nên cần biết chắc là bạn. Xác nhận xong, bạn trở lại trang
        vừa rồi để làm tiếp; nếu đã ghi gì ở đó mà chưa gửi, hãy ghi lại.
      </p>
      {sentTo ? (
        <>
          <p>
            Mã gửi đến <b>{sentTo}</b>. Đừng đọc mã này cho ai.
          </p>
          <CodeForm delivery={sent?.delivery} refusal={refusal} word="Xác nhận" hidden={{ next, sentTo }} />
        </>
      ) : (
        <Form>
          <Hidden name="next" value={next} />
          <Submit wide name="go" value="gui-lai">
            Gửi mã cho tôi
          </Submit>
        </Form>
      )}
      <p>
        <a className="inline-block py-3" href={otherwise}>
          Thôi, không làm nữa
        </a>
      </p>
    </Page>
  );
}
