import type { RefusedPage } from '@chophien/site';
import { Page, sentenceFor } from '@chophien/ui';
import { isRouteErrorResponse } from 'react-router';

/** A page that could not be shown: what happened, in plain words, and a way on. */
export const ErrorPage = ({ error }: { error: unknown }) => {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refused = isRouteErrorResponse(error) ? refusedIn(error.data) : undefined;
  const missing = status === 404 || status === 410;
  const title = missing
    ? 'Không tìm thấy trang này'
    : status < 500
      ? 'Chưa mở được trang này'
      : 'Có lỗi, chưa mở được trang';
  return (
    <Page title={title} narrow hidden>
      <h1>{title}</h1>
      <p>{sentenceFor(refused?.code ?? (missing ? 'platform.not-found' : 'platform.failed'), refused?.details)}</p>
      {status >= 500 && refused?.request && (
        <p className="field-hint">
          Nếu gọi giúp đỡ, hãy đọc mã này: <code className="break-all">{refused.request.slice(0, 8)}</code>
        </p>
      )}
      <p className="flex flex-wrap gap-3">
        <a className="button button-main" href="/">
          Về trang đầu
        </a>
        <a className="button" href="/san-pham">
          Xem hàng đang bán
        </a>
        <a className="button" href="/tra-don">
          Tra đơn hàng
        </a>
      </p>
    </Page>
  );
};

const refusedIn = (data: unknown): RefusedPage | undefined =>
  typeof data === 'object' && data !== null && 'code' in data ? (data as RefusedPage) : undefined;
