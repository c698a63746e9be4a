import type { RefusedPage } from '@chophien/site';
import { Page, sentenceFor } from '@chophien/ui';
import { isRouteErrorResponse } from 'react-router';

const titles: Record<number, string> = {
  403: 'Tài khoản này không mở được trang này',
  404: 'Không tìm thấy trang này',
  429: 'Mở trang quá nhiều lần trong một lúc',
  503: 'Hệ thống đang bận',
};

/** What more there is to say, by status. */
const advice: Record<number, string> = {
  403: 'Nếu công việc của bạn cần trang này, hãy hỏi người quản lý tài khoản của tỉnh.',
  404: 'Bạn chỉ xem được hồ sơ, kiện hàng và số liệu thuộc địa bàn mình phụ trách. Ngoài địa bàn, trang coi như không có.',
};

/** A page that could not be shown: what happened, in plain words, and a way on. */
export const ErrorPage = ({ error }: { error: unknown }) => {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refused = isRouteErrorResponse(error) ? refusedIn(error.data) : undefined;
  const title = titles[status] ?? (status < 500 ? 'Chưa mở được trang này' : 'Có lỗi, chưa mở được trang');
  return (
    <Page title={title} narrow hidden>
      <h1>{title}</h1>
      <p>
        {sentenceFor(refused?.code ?? (status === 404 ? 'platform.not-found' : 'platform.failed'), refused?.details)}
      </p>
      {advice[status] && <p>{advice[status]}</p>}
      {status >= 500 && refused?.request && (
        <p className="field-hint">
          Khi báo lỗi, hãy kèm mã này: <code className="break-all">{refused.request.slice(0, 8)}</code>
        </p>
      )}
      <p className="flex flex-wrap gap-3">
        <a className="button button-main" href="/">
          Về trang tổng quan
        </a>
        <a className="button" href="/ho-so">
          Hồ sơ chờ duyệt
        </a>
      </p>
    </Page>
  );
};

const refusedIn = (data: unknown): RefusedPage | undefined =>
  typeof data === 'object' && data !== null && 'code' in data ? (data as RefusedPage) : undefined;
