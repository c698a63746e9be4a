import { Delivery } from '@chophien/contracts';
import { check, optional, text, visitor, goTo } from '@chophien/site';
import { ErrorSummary, Field, Form, Page, Submit, TextArea } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/who';
import { deliveryDraft, keepDelivery } from './delivery.ts';

export const loader = ({ context }: Route.LoaderArgs) => {
  const draft = deliveryDraft(context.get(visitor));
  if (!draft.commune || !draft.communeName) return goTo('/dat-hang');
  return draft;
};

const sentences = {
  name: 'Ghi họ tên người nhận, từ 2 đến 80 chữ.',
  phone: 'Ghi số điện thoại di động của người nhận, ví dụ 0912 345 678.',
  address: 'Ghi số nhà, đường, thôn, bản: ít nhất 3 chữ.',
  note: 'Lời dặn nhiều nhất 300 chữ.',
  commune: 'Hãy tìm và chọn lại xã, phường.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const { commune, communeName } = deliveryDraft(who);
      const delivery = check(Delivery, {
        commune,
        name: text(form, 'name'),
        phone: text(form, 'phone'),
        address: text(form, 'address'),
        note: optional(form, 'note'),
      });
      const kept = keepDelivery(who, { ...delivery, communeName: communeName ?? '' });
      return redirect('/dat-hang/xem-lai', { headers: { 'set-cookie': kept } });
    },
    sentences,
  );
}

export default function Who({ loaderData: draft, actionData }: Route.ComponentProps) {
  return (
    <Page title="Ai nhận hàng?" narrow hidden refused={Boolean(actionData)}>
      <p className="field-hint">Đặt hàng, bước 2 trên 3</p>
      <h1>Ai nhận hàng?</h1>
      <ErrorSummary refusal={actionData} />
      <p>
        Giao đến <b>{draft.communeName}</b>.{' '}
        <a className="inline-block py-2" href="/dat-hang">
          Đổi nơi khác
        </a>
      </p>
      <Form>
        <Field name="name" label="Họ tên người nhận" value={draft.name} autoComplete="name" refusal={actionData} />
        <Field
          name="phone"
          label="Số điện thoại"
          hint="Người giao gọi số này. Bạn cũng dùng số này để tra đơn."
          type="tel"
          inputMode="tel"
          value={draft.phone?.replace(/^\+84/, '0')}
          autoComplete="tel"
          refusal={actionData}
        />
        <Field
          name="address"
          label="Số nhà, đường, thôn, bản"
          value={draft.address}
          autoComplete="street-address"
          refusal={actionData}
        />
        <TextArea name="note" label="Lời dặn (không bắt buộc)" rows={2} value={draft.note} refusal={actionData} />
        <Submit>Tiếp tục</Submit>
      </Form>
    </Page>
  );
}
