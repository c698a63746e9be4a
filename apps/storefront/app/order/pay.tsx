import { randomUUID } from 'node:crypto';
import { claimTransfers, getOrder, Id, openTransfers, Problem, startPayment } from '@chophien/contracts';
import { formatDong, inWords } from '@chophien/kernel';
import { check, goTo, text, type Visitor, visitor } from '@chophien/site';
import { ErrorSummary, Form, Hidden, Note, Page, sentence, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/pay';
import { orderKey } from './order-key.ts';
import { drawn, type DrawnTransfer, TransferPanel } from './transfers.tsx';

/** The transfers of an order, or why there can be none just now. */
const transfersOf = async (who: Visitor, code: string, key: string) => {
  try {
    const { items } = await who.call(openTransfers, { params: { code }, body: { key } });
    return { transfers: items.map(drawn), refused: undefined };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { transfers: [], refused: sentence(error) };
  }
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const key = orderKey(request);
  const who = context.get(visitor);
  const order = await who.read(getOrder, { params: { code: params.code }, query: { key } });
  if (order.state !== 'awaiting-payment') return goTo(`/don-hang/${order.code}?khoa=${key}`);
  const { code, total, payBy, payment } = order;
  const claimed = new URL(request.url).searchParams.has('da-bao');
  const shared = { id: randomUUID() as string, key, code, total, payBy, payment, claimed };
  if (payment !== 'vietqr') return { ...shared, transfers: [] as DrawnTransfer[], refused: undefined };
  return { ...shared, ...(await transfersOf(who, code, key)) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const key = orderKey(request);
  return attempt(form, async () => {
    if (text(form, 'go') === 'da-chuyen') {
      await call(claimTransfers, { params: { code: params.code }, body: { key } });
      return redirect(`/thanh-toan/${params.code}?khoa=${key}&da-bao=1`);
    }
    const body = { id: check(Id, text(form, 'id')), key };
    const { payUrl } = await call(startPayment, { params: { code: params.code }, body });
    return redirect(payUrl);
  });
}

type Data = Route.ComponentProps['loaderData'];

const AtVnpay = ({ id, payBy }: Pick<Data, 'id' | 'payBy'>) => (
  <>
    <p>
      Hàng đã được giữ cho bạn{payBy && <> đến {when(payBy)}</>}. Bấm nút dưới đây để sang trang của VNPay, trả bằng
      thẻ, tài khoản ngân hàng hoặc mã QR, rồi trở lại đây.
    </p>
    <Form>
      <Hidden name="id" value={id} />
      <Submit wide>Sang VNPay để trả tiền</Submit>
    </Form>
  </>
);

const ByTransfer = ({
  here,
  transfers,
  payBy,
  claimed,
}: Pick<Data, 'transfers' | 'payBy' | 'claimed'> & { here: string }) => (
  <>
    <p>
      Hàng đã được giữ cho bạn{payBy && <> đến {when(payBy)}</>}. Mở ứng dụng ngân hàng, quét mã rồi chuyển; chuyển xong
      thì trở lại đây xem đã nhận được chưa.
    </p>
    {claimed && <Note tone="good">Đã báo. Người phụ trách đang xem, bạn không cần chuyển lần nữa.</Note>}
    {transfers.map((transfer, index) => (
      <TransferPanel key={transfer.id} transfer={transfer} nth={index + 1} of={transfers.length} />
    ))}
    {/* Nothing is loaded anew by itself: somebody may be reading a number off this page. */}
    <p>
      <a className="button button-main w-full" href={here}>
        Xem đã nhận được tiền chưa
      </a>
    </p>
    {!claimed && (
      <Form>
        <Hidden name="go" value="da-chuyen" />
        <Submit kind="plain" wide>
          Tôi đã chuyển mà trang chưa nhận
        </Submit>
      </Form>
    )}
  </>
);

export default function Pay({ loaderData, actionData }: Route.ComponentProps) {
  const { key, code, total, payment, refused } = loaderData;
  return (
    <Page title="Thanh toán" narrow hidden refused={Boolean(actionData)}>
      <h1>Thanh toán đơn {code}</h1>
      <ErrorSummary refusal={actionData} />
      {refused && <Note tone="bad">{refused}</Note>}
      <div className="panel grid gap-1">
        <p className="price price-large">{formatDong(total)}</p>
        <p>{inWords(total)} đồng</p>
      </div>
      {payment === 'vietqr' ? (
        !refused && <ByTransfer {...loaderData} here={`/thanh-toan/${code}?khoa=${key}`} />
      ) : (
        <AtVnpay {...loaderData} />
      )}
      <p>
        <a href={`/don-hang/${code}?khoa=${key}`}>Xem đơn, hoặc huỷ đơn</a>
      </p>
      <Enhance />
    </Page>
  );
}
