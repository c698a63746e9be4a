import { prove } from '@chophien/contracts';
import { check, ownPath, text, visitor } from '@chophien/site';
import { ErrorSummary, Field, Form, Hidden, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { official } from '../official.ts';
import type { Route } from './+types/prove';

export async function loader({ context, request }: Route.LoaderArgs) {
  await official(context);
  return { next: ownPath(new URL(request.url).searchParams.get('next'), '/') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const code = text(form, 'code').replace(/\D/g, '');
      await who.call(prove, { body: check(prove.body!, { code }) });
      return redirect(ownPath(form.get('next'), '/'));
    },
    { sentences: { code: 'Ghi sáu chữ số đang hiện trong ứng dụng xác thực.' } },
  );
}

export default function Prove({ loaderData: { next }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Xác nhận là bạn" narrow hidden refused={Boolean(actionData)}>
      <h1>Xác nhận là bạn</h1>
      <ErrorSummary refusal={actionData} />
      <p>
        Việc này cần một mã xác thực mới trong vòng 10 phút. Xác nhận xong, bạn trở lại trang vừa rồi để bấm lại; điều
        đã ghi vẫn còn ở những biểu mẫu dài, chỗ nào trống thì ghi lại.
      </p>
      <Form>
        <Hidden name="next" value={next} />
        <Field
          name="code"
          label="Mã xác thực"
          hint="Sáu chữ số đang hiện trong ứng dụng; mã vừa dùng để đăng nhập không dùng lại được, hãy đợi mã kế tiếp."
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          refusal={actionData}
        />
        <Submit wide>Xác nhận</Submit>
      </Form>
      <p>
        <a className="inline-block py-3" href="/">
          Thôi, về trang tổng quan
        </a>
      </p>
    </Page>
  );
}
