import { orderPage, Phone, ShortCode } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { ErrorSummary, Field, Form, Page, Submit } from '@chophien/ui';
import { z } from 'zod';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/track';
import { OrderDetails, type OrderPageData } from './order-view.tsx';

const Asked = z.object({ order: ShortCode, phone: Phone });

/** Posted, never put into an address: a telephone number has no business in logs and histories. */
export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async (): Promise<{ page: OrderPageData }> => {
      const { order, phone } = check(Asked, { order: text(form, 'order'), phone: text(form, 'phone') });
      return { page: await call(orderPage, { params: { code: order }, query: { phone } }) };
    },
    {
      order: 'Ghi mã đơn: chữ và số, có trong tin nhắn hoặc trang đặt hàng.',
      phone: 'Ghi số điện thoại đã dùng khi đặt hàng.',
    },
  );
}

export default function Track({ actionData }: Route.ComponentProps) {
  if (actionData && 'page' in actionData) {
    return (
      <Page title={`Đơn ${actionData.page.order.code}`} narrow hidden>
        <h1>Đơn {actionData.page.order.code}</h1>
        <OrderDetails page={actionData.page} />
        <p>
          <a href="/tra-don">Tra đơn khác</a>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Tra đơn hàng"
      description="Xem đơn hàng đang ở đâu, bằng mã đơn và số điện thoại, không cần tài khoản."
      narrow
      refused={Boolean(actionData)}
    >
      <h1>Tra đơn hàng</h1>
      <ErrorSummary refusal={actionData} />
      <Form>
        <Field name="order" label="Mã đơn" autoComplete="off" maxLength={20} refusal={actionData} />
        <Field
          name="phone"
          label="Số điện thoại đã đặt"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          refusal={actionData}
        />
        <Submit>Tra đơn</Submit>
      </Form>
    </Page>
  );
}
