import { renewRecoveryCodes } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Form, Page, Submit } from '@chophien/ui';
import { data } from 'react-router';
import { attempt } from '../attempt.ts';
import { official } from '../official.ts';
import type { Route } from './+types/recovery-codes';
import { CodesPage } from './codes-page.tsx';

export const loader = async ({ context }: Route.LoaderArgs) => {
  await official(context);
  return null;
};

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  return attempt(await request.formData(), async () => data(await call(renewRecoveryCodes)));
}

export default function RecoveryCodes({ actionData }: Route.ComponentProps) {
  if (actionData && 'codes' in actionData) {
    return <CodesPage codes={actionData.codes} next={{ href: '/tai-khoan', word: 'Đã cất mã' }} />;
  }
  return (
    <Page title="Mã khôi phục mới" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/tai-khoan', word: 'Tài khoản của tôi' }]} />
      <h1>Tạo mười mã khôi phục mới</h1>
      <ErrorSummary refusal={actionData} />
      <p>Các mã cũ, kể cả mã chưa dùng, sẽ không dùng được nữa.</p>
      <Form>
        <div>
          <Submit>Tạo mã mới</Submit>
        </div>
      </Form>
    </Page>
  );
}
