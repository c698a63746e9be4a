import { readReturn } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Note, Page } from '@chophien/ui';
import type { Route } from './+types/pay-return';

/** Nothing moves here: what VNPay tells the API itself decides. This page only says how it stands. */
export const loader = ({ context, request }: Route.LoaderArgs) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return context.get(visitor).read(readReturn, { query });
};

/** VNPay's answer codes that a buyer can do something about. */
const reasons: Record<string, string> = {
  '09': 'Thẻ hoặc tài khoản chưa đăng ký thanh toán trực tuyến.',
  '10': 'Xác thực thẻ hoặc tài khoản sai quá ba lần.',
  '11': 'Đã hết thời gian chờ thanh toán.',
  '12': 'Thẻ hoặc tài khoản bị khoá.',
  '13': 'Nhập sai mật khẩu xác thực.',
  '24': 'Bạn đã huỷ giao dịch.',
  '51': 'Tài khoản không đủ tiền.',
  '65': 'Tài khoản đã vượt hạn mức giao dịch trong ngày.',
  '75': 'Ngân hàng đang bảo trì.',
  '79': 'Nhập sai mật khẩu thanh toán quá nhiều lần.',
};

const outcomes = {
  paid: { title: 'Đã nhận tiền', tone: 'good', words: 'Cảm ơn bạn. Người bán đã được báo để chuẩn bị hàng.' },
  failed: { title: 'Chưa trả được tiền', tone: 'bad', words: 'Bạn chưa bị trừ tiền cho đơn này.' },
  waiting: {
    title: 'Đang chờ VNPay xác nhận',
    tone: 'warn',
    words: 'Thường chỉ vài giây. Trang này tự xem lại; bạn cũng có thể xem ở trang đơn hàng.',
  },
  suspected: {
    title: 'Giao dịch đang được kiểm tra',
    tone: 'warn',
    words:
      'Tiền có thể đã bị trừ nhưng giao dịch bị nghi ngờ. Chúng tôi sẽ kiểm tra với VNPay, xin đừng trả lại lần nữa.',
  },
  unknown: {
    title: 'Không rõ kết quả thanh toán',
    tone: 'bad',
    words: 'Địa chỉ này không khớp với giao dịch nào của chúng tôi. Hãy tra đơn để xem tình trạng thật.',
  },
} as const;

export default function PayReturn({ loaderData: result }: Route.ComponentProps) {
  const { title, tone, words } = outcomes[result.genuine ? result.outcome : 'unknown'];
  const { orderCode, orderKey } = result;
  const order = orderCode && orderKey ? `/don-hang/${orderCode}?khoa=${orderKey}` : '/tra-don';
  const reason = result.outcome === 'failed' ? reasons[result.responseCode ?? ''] : undefined;
  return (
    <Page title={title} narrow hidden>
      {result.genuine && result.outcome === 'waiting' && <meta httpEquiv="refresh" content="4" />}
      <h1>{title}</h1>
      <Note tone={tone}>
        {reason && <p>{reason}</p>}
        <p>{words}</p>
      </Note>
      {orderCode && (
        <p>
          Đơn <b>{orderCode}</b>
          {result.amount !== null && <>, {formatDong(result.amount)}</>}
        </p>
      )}
      <p className="flex flex-wrap gap-3">
        <a className="button button-main" href={order}>
          {orderCode && orderKey ? 'Xem đơn hàng' : 'Tra đơn hàng'}
        </a>
        {result.genuine && result.outcome === 'failed' && orderCode && orderKey && (
          <a className="button" href={`/thanh-toan/${orderCode}?khoa=${orderKey}`}>
            Trả lại lần nữa
          </a>
        )}
      </p>
    </Page>
  );
}
