import { setTaxCode } from '@chophien/contracts';
import { check, goTo, text, visitor } from '@chophien/site';
import { Field, Form, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/tax-code';
import { isRunning, openApplication } from './opened.ts';
import { applicationPath, checkPath, fromCheck } from './paths.ts';
import { AsHeading, Later, Screen } from './screen.tsx';
import { remarkOn, wayAfter, wayBack } from './task-steps.ts';

const title = 'Mã số thuế là gì?';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const application = await openApplication({ context, params });
  const { id, kind, taxCode } = application;
  if (!isRunning(application)) return goTo(applicationPath(id));
  const edits = fromCheck(request);
  return {
    household: kind === 'household',
    taxCode: taxCode ?? undefined,
    edits,
    back: edits ? checkPath(id) : wayBack(application, 'money', 'tax-code'),
    later: wayAfter(application, 'money', 'tax-code'),
    remark: remarkOn(application, 'tax-code'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { id } = params;
  return attempt(
    form,
    async () => {
      const body = check(setTaxCode.body!, { taxCode: text(form, 'taxCode').replace(/[\s.]/g, '') });
      const after = await context.get(visitor).call(setTaxCode, { params: { id }, body });
      return redirect(fromCheck(request) ? checkPath(id) : wayAfter(after, 'money', 'tax-code'));
    },
    { taxCode: 'Mã số thuế có 10, 12 hoặc 13 chữ số.' },
  );
}

export default function TaxCode({ loaderData, actionData }: Route.ComponentProps) {
  const { household, taxCode, edits, back, later, remark } = loaderData;
  return (
    <Screen title={title} back={back} refusal={actionData} remark={remark}>
      <Form>
        <Field
          name="taxCode"
          label={<AsHeading>{title}</AsHeading>}
          hint={
            household
              ? 'Từ 1/7/2025 hộ gia đình dùng số căn cước 12 số của chủ hộ làm mã số thuế. Đã khai căn cước thì để trống.'
              : 'Trên giấy đăng ký. Ví dụ: 0101234567.'
          }
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={taxCode}
          refusal={actionData}
        />
        <Submit wide>Lưu và tiếp tục</Submit>
      </Form>
      {!edits && <Later to={later} />}
    </Screen>
  );
}
