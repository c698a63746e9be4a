import { closeProducer } from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Note, Page, Submit } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import type { Route } from './+types/close';
import { Standing } from './application-head.tsx';
import { Conflict } from './conflict.tsx';
import { reviewed } from './reviewed.ts';

const pathOf = (id: string): string => `/ho-so/${id}/dong`;

export const loader = ({ context, params }: Route.LoaderArgs) => reviewed(context, params.id, pathOf(params.id));

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(
    who,
    pathOf(id),
    form,
    async () => {
      const body = check(closeProducer.body!, { reason: text(form, 'reason') });
      await who.call(closeProducer, { params: { id }, body });
      return `/ho-so/${id}?xong=dong`;
    },
    { sentences: { reason: 'Ghi lý do, từ 5 đến 300 chữ: hộ sẽ đọc.' } },
  );
}

export default function Close({ loaderData: { application, kept }, actionData }: Route.ComponentProps) {
  const { id, name, may } = application;
  return (
    <Page title={`Đóng gian hàng ${name}`} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/ho-so', word: 'Hồ sơ' },
          { href: `/ho-so/${id}`, word: name },
        ]}
      />
      <h1>Đóng gian hàng {name}?</h1>
      <ErrorSummary refusal={actionData} />
      <Conflict refusal={actionData} application={application} />
      <Standing application={application} />
      <Note tone="warn">
        <p>
          <b>Đóng rồi không mở lại được.</b> Muốn ngừng một thời gian thì dùng Tạm ngừng gian hàng.
        </p>
        <p>Hàng đang bán không còn hiện trên chợ. Đơn đã nhận vẫn giao. Muốn bán lại, hộ làm hồ sơ mới.</p>
      </Note>
      <Form action={pathOf(id)}>
        <Field
          name="reason"
          label="Lý do"
          hint="Hộ đọc được lý do này."
          maxLength={300}
          suggest={['Hộ đã chuyển đi nơi khác.', 'Hộ xin thôi bán hàng.', 'Hộ này đã có hồ sơ khác, nhập trùng.']}
          refusal={actionData ?? kept}
        />
        <div className="flex flex-wrap items-center gap-4">
          {may.includes('close') && <Submit kind="warn">Đúng, đóng gian hàng</Submit>}
          <a className="inline-block py-3" href={`/ho-so/${id}`}>
            Thôi, về hồ sơ
          </a>
        </div>
      </Form>
    </Page>
  );
}
