import { reinstateProducer } from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Form, Hidden, Page, Submit, TextArea } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import type { Route } from './+types/reinstate';
import { Standing } from './application-head.tsx';
import { Conflict } from './conflict.tsx';
import { reviewed } from './reviewed.ts';

const pathOf = (id: string): string => `/ho-so/${id}/mo-lai`;

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
      const body = check(reinstateProducer.body!, { reason: text(form, 'reason') });
      await who.call(reinstateProducer, { params: { id }, body });
      return `/ho-so/${id}?xong=${text(form, 'announced') ? 'thoi-tam-ngung' : 'mo-lai'}`;
    },
    { sentences: { reason: 'Ghi lý do, từ 3 đến 300 chữ: hộ sẽ đọc.' } },
  );
}

export default function Reinstate({ loaderData: { application, kept }, actionData }: Route.ComponentProps) {
  const { id, name, may, suspension } = application;
  const announced = Boolean(suspension && !suspension.carriedOut);
  const title = announced ? 'Bỏ việc tạm ngừng' : 'Mở lại gian hàng';
  return (
    <Page title={`${title} ${name}`} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/ho-so', word: 'Hồ sơ' },
          { href: `/ho-so/${id}`, word: name },
        ]}
      />
      <h1>
        {title}: {name}
      </h1>
      <ErrorSummary refusal={actionData} />
      <Conflict refusal={actionData} application={application} />
      <Standing application={application} />
      <p>
        {announced
          ? 'Gian hàng bán tiếp như thường, không tạm ngừng nữa. Hộ được báo tin.'
          : 'Hàng đang đăng hiện trở lại trên chợ ngay, trừ món có giấy tờ hết hạn. Hộ được báo tin.'}
      </p>
      <Form action={pathOf(id)}>
        {announced && <Hidden name="announced" value="1" />}
        <TextArea
          name="reason"
          label="Lý do"
          hint="Đã kiểm tra gì, hộ đã sửa gì. Hộ đọc được lý do này."
          maxLength={300}
          rows={3}
          refusal={actionData ?? kept}
        />
        <div className="flex flex-wrap items-center gap-4">
          {may.includes('reinstate') && <Submit>{title}</Submit>}
          <a className="inline-block py-3" href={`/ho-so/${id}`}>
            Thôi, về hồ sơ
          </a>
        </div>
      </Form>
    </Page>
  );
}
