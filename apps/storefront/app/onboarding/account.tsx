import { Problem, setPayout } from '@chophien/contracts';
import { withoutAccents } from '@chophien/kernel';
import { check, goTo, text, visitor } from '@chophien/site';
import { Field, Form, Note, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/account';
import { bankName, banks } from './banks.ts';
import { isRunning, openApplication } from './opened.ts';
import { applicationPath, checkPath, fromCheck } from './paths.ts';
import { answerTo } from './questions.ts';
import { Screen } from './screen.tsx';
import { wayAfter } from './task-steps.ts';

const bankIn = (request: Request): string | undefined => {
  const bin = text(new URL(request.url).searchParams, 'nh');
  return banks.find((bank) => bank.bin === bin)?.bin;
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const application = await openApplication({ context, params });
  const { id, may } = application;
  if (!isRunning(application) || !may.includes('payout')) return goTo(applicationPath(id));
  const bank = bankIn(request);
  if (!bank) return goTo(applicationPath(id, 'ngan-hang'));
  return {
    bank: bankName(bank),
    // As banks print it: capitals without accents.
    holder: withoutAccents(answerTo(application, 'head')).toUpperCase(),
    changes: application.payout !== null,
    back: `${applicationPath(id, 'ngan-hang')}${fromCheck(request) ? '?sua=1' : ''}`,
  };
}

const sentences = {
  number: 'Số tài khoản có từ 6 đến 19 chữ số.',
  holder: 'Ghi tên chủ tài khoản, từ 2 đến 80 chữ.',
  bank: 'Hãy chọn lại ngân hàng.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const { id } = params;
  return attempt(
    form,
    async () => {
      const number = text(form, 'number').replace(/[\s.-]/g, '');
      const body = check(setPayout.body!, { bank: bankIn(request) ?? '', number, holder: text(form, 'holder') });
      const after = await who.call(setPayout, { params: { id }, body }).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.code !== 'identity.proof-needed') throw error;
        const { pathname, search } = new URL(request.url);
        return goTo(`/xac-nhan?next=${encodeURIComponent(pathname + search)}`);
      });
      return redirect(fromCheck(request) ? checkPath(id) : wayAfter(after, 'money', 'bank-account'));
    },
    sentences,
  );
}

export default function Account({ loaderData: { bank, holder, changes, back }, actionData }: Route.ComponentProps) {
  const title = `Tài khoản ${bank} của bạn`;
  return (
    <Screen title={title} heading back={back} refusal={actionData}>
      {changes && (
        <Note tone="warn">
          Đổi số tài khoản thì tiền tạm giữ một thời gian rồi mới chuyển, để kẻ gian không lấy được.
        </Note>
      )}
      <Form>
        <Field
          name="number"
          label="Số tài khoản"
          hint="Ví dụ: 1234 5678 9012. Số này được khoá kín, chỉ hiện ba số cuối; cán bộ và người giúp bạn không thấy."
          inputMode="numeric"
          autoComplete="off"
          maxLength={30}
          refusal={actionData && { ...actionData, typed: { holder: actionData.typed.holder ?? '' } }}
        />
        <Field
          name="holder"
          label="Tên chủ tài khoản"
          hint="Như ngân hàng ghi: chữ in không dấu. Nên là tên chủ hộ."
          value={holder}
          autoComplete="off"
          maxLength={80}
          refusal={actionData}
        />
        <Submit wide>Lưu và tiếp tục</Submit>
      </Form>
    </Screen>
  );
}
