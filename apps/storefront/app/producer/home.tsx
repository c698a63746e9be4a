import { producerHome } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Icon, Note, Page } from '@chophien/ui';
import type { Route } from './+types/home';

export const loader = ({ context }: Route.LoaderArgs) => context.get(visitor).read(producerHome);

export default function ProducerHome({ loaderData }: Route.ComponentProps) {
  const { applications, producers, waiting, toDo, published, soldThisMonth, unreadMessages } = loaderData;
  const open = applications.find(({ state }) => state !== 'approved');
  const suspended = producers.find(({ state }) => state === 'suspended');
  return (
    <Page title="Bán hàng" hidden>
      <h1>{producers[0]?.name ?? 'Bán hàng'}</h1>
      {applications.length === 0 && producers.length === 0 && (
        <Note>
          <p>Muốn bán hàng, bạn gửi hồ sơ cho xã duyệt. Khoảng năm phút là xong.</p>
          <p className="mt-2">
            <a className="button button-main" href="/dang-ky-ban">
              Đăng ký bán hàng
            </a>
          </p>
        </Note>
      )}
      {open?.state === 'submitted' && <Note>Hồ sơ “{open.name}” đang chờ cán bộ xã duyệt.</Note>}
      {open?.state === 'returned' && (
        <Note tone="warn">
          <p>
            Hồ sơ “{open.name}” <b>cần bổ sung</b>.
          </p>
          <p className="mt-2">
            <a className="button button-main" href="/dang-ky-ban">
              Xem và bổ sung
            </a>
          </p>
        </Note>
      )}
      {suspended && (
        <Note tone="bad">
          Gian hàng “{suspended.name}” đang tạm ngừng nên người mua không thấy hàng. Hãy gặp cán bộ xã.
        </Note>
      )}
      {producers.length > 0 && (
        <>
          <nav className="tiles" aria-label="Việc bán hàng">
            <a className="tile tile-main" href="/ban-hang/dang-ban">
              <Icon name="camera" />
              <span>
                Đăng bán<small>Chụp ảnh, ghi giá</small>
              </span>
            </a>
            <a className="tile" href="/ban-hang/don-hang">
              <Icon name="box" />
              <span>
                Đơn hàng
                <small>{waiting > 0 ? `${waiting} đơn mới` : toDo > 0 ? `${toDo} việc cần làm` : 'Chưa có việc'}</small>
              </span>
            </a>
            <a className="tile" href="/ban-hang/san-pham">
              <Icon name="basket" />
              <span>
                Hàng của tôi<small>{published} món đang bán</small>
              </span>
            </a>
            <a className="tile" href="/ban-hang/tin-nhan">
              <Icon name="mail" />
              <span>
                Tin nhắn<small>{unreadMessages > 0 ? `${unreadMessages} tin chưa đọc` : 'Đã đọc hết'}</small>
              </span>
            </a>
            <a className="tile" href="/ban-hang/kenh">
              <Icon name="store" />
              <span>
                Gian hàng<small>Mã QR, sàn khác</small>
              </span>
            </a>
          </nav>
          <p className="panel">
            Tháng này đã bán: <b className="price">{formatDong(soldThisMonth)}</b>
          </p>
        </>
      )}
      <p className="flex flex-wrap gap-x-6">
        {(applications.length > 0 || producers.length > 0) && (
          <a className="inline-block py-3" href="/dang-ky-ban">
            Hồ sơ của tôi
          </a>
        )}
        <a className="inline-block py-3" href="/dang-xuat">
          Đăng xuất
        </a>
      </p>
    </Page>
  );
}
