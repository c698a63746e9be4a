import { randomUUID } from 'node:crypto';
import { getOrder, Id, startPayment } from '@chophien/contracts';
import { formatDong, inWords } from '@chophien/kernel';
import { check, text, visitor, goTo } from '@chophien/site';
import { ErrorSummary, Form, Hidden, Page, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/pay';
import { orderKey } from './order-key.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const key = orderKey(request);
  const order = await context.get(visitor).read(getOrder, { params: { code: params.code }, query: { key } });
  if (order.state !== 'awaiting-payment') return goTo(`/don-hang/${order.code}?khoa=${key}`);
  return { id: randomUUID() as string, key, code: order.code, total: order.total, payBy: order.payBy };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const body = { id: check(Id, text(form, 'id')), key: orderKey(request) };
    const { payUrl } = await call(startPayment, { params: { code: params.code }, body });
    return redirect(payUrl);
  });
}

export default function Pay({ loaderData: { id, key, code, total, payBy }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Thanh toán" narrow hidden refused={Boolean(actionData)}>
      <h1>Thanh toán đơn {code}</h1>
      <ErrorSummary refusal={actionData} />
      <div className="panel grid gap-1">
        <p className="price price-large">{formatDong(total)}</p>
        <p>{inWords(total)} đồng</p>
      </div>
      <p>
        Hàng đã được giữ cho bạn{payBy && <> đến {when(payBy)}</>}. Bấm nút dưới đây để sang trang của VNPay, trả bằng
        thẻ, tài khoản ngân hàng hoặc mã QR, rồi trở lại đây.
      </p>
      <Form>
        <Hidden name="id" value={id} />
        <Submit wide>Sang VNPay để trả tiền</Submit>
      </Form>
      <p>
        <a href={`/don-hang/${code}?khoa=${key}`}>Xem đơn, hoặc huỷ đơn</a>
      </p>
      <Enhance />
    </Page>
  );
}
