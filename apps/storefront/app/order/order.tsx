import { cancelOrder, listOrderComplaints, orderPage, writeOrderNote, writeReview } from '@chophien/contracts';
import { check, optional, text, visitor } from '@chophien/site';
import { ErrorSummary, Form, Note, Page, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/order';
import { OrderComplaints } from '../complaints/order-complaints.tsx';
import { orderKey } from './order-key.ts';
import { OrderDetails } from './order-view.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const key = orderKey(request);
  const { read } = context.get(visitor);
  const asked = { params: { code: params.code }, query: { key } };
  const [page, { items: complaints }] = await Promise.all([read(orderPage, asked), read(listOrderComplaints, asked)]);
  const { searchParams } = new URL(request.url);
  return {
    page,
    complaints,
    key,
    next: crypto.randomUUID(),
    fresh: searchParams.has('moi'),
    cancelled: searchParams.has('huy'),
    claimed: searchParams.has('bao'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const key = orderKey(request);
  if (text(form, 'go') === 'nhan-tin') {
    const parcel = text(form, 'parcel');
    const said = `text-${parcel}`;
    return attempt(
      form,
      async () => {
        const named = { code: params.code, id: text(form, 'note') };
        const body = check(writeOrderNote.body!, { key, parcel, text: text(form, said) });
        await call(writeOrderNote, { params: named, body });
        return redirect(`/don-hang/${params.code}?khoa=${key}#loi-${parcel}`);
      },
      { [said]: 'Ghi lời nhắn, nhiều nhất 500 chữ.' },
      (field) => (field === 'text' ? said : field),
    );
  }
  if (text(form, 'go') === 'danh-gia') {
    const offer = text(form, 'offer');
    const stars = `stars-${offer}`;
    return attempt(
      form,
      async () => {
        const named = { code: params.code, id: text(form, 'review') };
        const said = { key, offer, stars: Number(text(form, stars)), words: optional(form, `words-${offer}`) };
        await call(writeReview, { params: named, body: check(writeReview.body!, said) });
        return redirect(`/don-hang/${params.code}?khoa=${key}`);
      },
      { [stars]: 'Chọn số sao.' },
      (field) => (field === 'stars' ? stars : field),
    );
  }
  return attempt(form, async () => {
    const { code } = await call(cancelOrder, { params: { code: params.code }, body: { key } });
    return redirect(`/don-hang/${code}?khoa=${key}&huy=1`);
  });
}

export default function Order({
  loaderData: { page, complaints, key, next, fresh, cancelled, claimed },
  actionData,
}: Route.ComponentProps) {
  const { order } = page;
  const payable = order.state === 'awaiting-payment';
  const cancellable =
    order.state !== 'cancelled' && order.parcels.every(({ state }) => state === 'waiting' || state === 'confirmed');
  return (
    <Page title={`Đơn ${order.code}`} narrow hidden refused={Boolean(actionData)}>
      <h1>Đơn {order.code}</h1>
      <ErrorSummary refusal={actionData} />
      {fresh && (
        <Note tone="good">
          <b>Đã đặt hàng.</b> Người bán sẽ nhận đơn và chuẩn bị hàng. Hãy lưu trang này, hoặc nhớ mã <b>{order.code}</b>{' '}
          để <a href="/tra-don">tra đơn</a> bằng số điện thoại.
        </Note>
      )}
      {cancelled && <Note>Đơn đã được huỷ. Hàng đã trả lại cho người bán.</Note>}
      {payable && (
        <Note tone="warn">
          <p>Đơn đang chờ thanh toán{order.payBy && <> đến {when(order.payBy)}</>}.</p>
          <p className="mt-2">
            <a className="button button-main" href={`/thanh-toan/${order.code}?khoa=${key}`}>
              Trả tiền
            </a>
          </p>
        </Note>
      )}
      {claimed && <Note tone="good">Đã gửi. Người bán được báo và phải trả lời trong hạn ghi dưới đây.</Note>}
      <OrderDetails page={page} orderKey={key} next={next} refusal={actionData} />
      <OrderComplaints code={order.code} orderKey={key} complaints={complaints} />
      {cancellable && (
        <details>
          <summary className="chip">Huỷ đơn này</summary>
          <div className="panel mt-3">
            <Form>
              <p>
                Huỷ cả đơn, mọi kiện. Chỉ huỷ được khi chưa kiện nào đóng gói.
                {order.paid && ' Tiền đã trả sẽ được hoàn.'}
              </p>
              <Submit kind="warn">Huỷ đơn</Submit>
            </Form>
          </div>
        </details>
      )}
    </Page>
  );
}
