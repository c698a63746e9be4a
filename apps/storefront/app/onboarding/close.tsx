import { closeStall } from '@chophien/contracts';
import { check, goTo, text, visitor } from '@chophien/site';
import { Form, Note, Submit, TextArea } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/close';
import { openApplication } from './opened.ts';
import { applicationPath } from './paths.ts';
import { Screen } from './screen.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { id, name, status, may } = await openApplication({ context, params });
  if (status === 'closed' || !may.includes('close')) return goTo(applicationPath(id));
  return { id, name, sells: status === 'active' || status === 'suspended' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { id } = params;
  return attempt(
    form,
    async () => {
      const body = check(closeStall.body!, { reason: text(form, 'reason') });
      await context.get(visitor).call(closeStall, { params: { id }, body });
      return redirect(applicationPath(id));
    },
    { reason: 'Ghi lý do, từ 3 đến 300 chữ.' },
  );
}

export default function Close({ loaderData: { id, name, sells }, actionData }: Route.ComponentProps) {
  return (
    <Screen title={`Đóng gian hàng “${name}”?`} heading back={applicationPath(id)} refusal={actionData}>
      <Note tone="warn">
        <p>Đóng rồi thì không mở lại gian hàng này được, muốn bán phải đăng ký lại từ đầu.</p>
        <ul className="list-disc pl-6">
          {sells && <li>Người mua không thấy hàng của bạn nữa.</li>}
          {sells && <li>Đơn đã nhận vẫn phải giao xong, và vẫn được trả tiền.</li>}
          <li>Người được nhờ làm giúp không làm được nữa.</li>
          <li>Giấy tờ và số liệu mua bán được giữ đến hết hạn luật định rồi xoá.</li>
        </ul>
      </Note>
      {sells && <p>Chỉ nghỉ bán ít lâu? Vào “Hàng của tôi” bấm “Thôi bán” từng món, lúc nào cũng bán lại được.</p>}
      <Form>
        <TextArea name="reason" label="Vì sao bạn đóng?" rows={3} maxLength={300} refusal={actionData} />
        <Submit kind="warn" wide>
          Đóng gian hàng
        </Submit>
      </Form>
      <p>
        <a className="inline-block py-3" href={applicationPath(id)}>
          Không đóng nữa
        </a>
      </p>
    </Screen>
  );
}
