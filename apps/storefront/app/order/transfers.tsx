import type { TransferToMake } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { Badge } from '@chophien/ui';
import { renderSVG } from 'uqr';
import { bankName } from '../onboarding/banks.ts';

/** A transfer with its code drawn on the server; the drawing says nothing that the words beside it don't. */
export const drawn = (transfer: TransferToMake) => ({
  ...transfer,
  drawing: transfer.qr && renderSVG(transfer.qr, { border: 2, pixelSize: 4 }),
  bankName: bankName(transfer.bank),
});
export type DrawnTransfer = ReturnType<typeof drawn>;

const Scan = ({ drawing }: { drawing: string }) => (
  <div
    className="mx-auto w-full max-w-64 bg-white p-2"
    role="img"
    aria-label="Mã VietQR của lần chuyển khoản này; các dòng bên dưới ghi cùng nội dung"
    // Drawn by our own server from digits and capitals.
    dangerouslySetInnerHTML={{ __html: drawing }}
  />
);

/** One transfer to make: the code to scan, and the same in words for whoever types. */
export const TransferPanel = ({ transfer, nth, of }: { transfer: DrawnTransfer; nth: number; of: number }) => {
  const { amount, received, paid, drawing, bankName: bank, account, accountName, memo } = transfer;
  return (
    <section className="panel grid gap-3">
      <h2 className="flex flex-wrap items-center gap-2">
        {of > 1 ? `Lần chuyển ${nth} trên ${of}` : 'Chuyển khoản'}
        {paid && <Badge tone="good">Đã nhận</Badge>}
      </h2>
      {received > 0 && !paid && (
        <p>
          Đã nhận {formatDong(received)}. Còn thiếu <b>{formatDong(amount - received)}</b>.
        </p>
      )}
      {!paid && drawing && <Scan drawing={drawing} />}
      <dl className="facts">
        <dt>Ngân hàng</dt>
        <dd>{bank}</dd>
        <dt>Số tài khoản</dt>
        <dd className="break-all">{account}</dd>
        <dt>Chủ tài khoản</dt>
        <dd>{accountName}</dd>
        <dt>Số tiền</dt>
        <dd>
          <b>{formatDong(paid ? amount : amount - received)}</b>
        </dd>
        <dt>Nội dung</dt>
        <dd>
          <b>{memo}</b>
        </dd>
      </dl>
      {!paid && <p className="field-hint">Giữ nguyên nội dung {memo} thì hệ thống mới nhận ra đơn của bạn.</p>}
    </section>
  );
};
