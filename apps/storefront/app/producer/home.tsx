import { type ApplicationSummary, getMe, listMyProducers, producerHome } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Icon, Note, Page, StateBadge } from '@chophien/ui';
import { PhoneQueue } from '../listing/phone-queue.tsx';
import { script } from '../listing/script.ts';
import { States } from '../listing/states.tsx';
import { applicationPath } from '../onboarding/paths.ts';
import { statuses } from '../onboarding/words.ts';
import type { Route } from './+types/home';

export async function loader({ context }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const [home, { items }, me] = await Promise.all([read(producerHome), read(listMyProducers), read(getMe)]);
  return { home, mine: items, person: me.id };
}

export default function ProducerHome({ loaderData: { home, mine, person } }: Route.ComponentProps) {
  const open = mine.filter(({ status }) => status !== 'closed');
  const [only] = open;
  return (
    <Page title="Bán hàng" hidden>
      <h1>{open.length === 1 && only ? only.name : 'Bán hàng'}</h1>
      {open.length === 0 && <Begin closed={mine.length > 0} />}
      {open.length === 1 && only && <Standing application={only} />}
      {open.length > 1 && <Chooser mine={open} />}
      {open.length > 0 && <Tiles {...home} />}
      <div data-goods="" data-person={person}>
        <PhoneQueue />
      </div>
      <p className="flex flex-wrap gap-x-6">
        {open.length > 0 && (
          <a className="inline-block py-3" href="/dang-ky-ban">
            Đăng ký thêm gian hàng
          </a>
        )}
        {mine
          .filter(({ status }) => status === 'closed')
          .map(({ id, name }) => (
            <a key={id} className="inline-block py-3" href={applicationPath(id)}>
              Hồ sơ đã đóng: {name}
            </a>
          ))}
        {mine.length > 0 && (
          <a className="inline-block py-3" href="/ban-hang/ho">
            Người trong hộ, uỷ quyền
          </a>
        )}
        <a className="inline-block py-3" href="/tap-huan">
          Tập huấn
        </a>
        <a className="inline-block py-3" href="/ho-tro">
          Nhờ giúp
        </a>
        <a className="inline-block py-3" href="/tai-khoan/lam-thay">
          Tôi làm thay ai
        </a>
        <a className="inline-block py-3" href="/tai-khoan">
          Tài khoản
        </a>
        <a className="inline-block py-3" href="/dang-xuat">
          Đăng xuất
        </a>
      </p>
      <States />
      <script src={script} defer />
    </Page>
  );
}

const Begin = ({ closed }: { closed: boolean }) => (
  <Note>
    <p>
      {closed ? 'Gian hàng của bạn đã đóng. ' : ''}Muốn bán hàng, bạn mở hồ sơ rồi gửi xã duyệt. Bốn câu hỏi là bắt đầu
      được, chưa cần giấy tờ.
    </p>
    <p className="mt-2">
      <a className="button button-main" href="/dang-ky-ban">
        Đăng ký bán hàng
      </a>
    </p>
  </Note>
);

/** Where the one household stands, and the way on. */
const Standing = ({ application }: { application: ApplicationSummary }) => {
  const { id, status } = application;
  const { words, tone, way } = told(application);
  return (
    <Note {...(tone ? { tone } : {})}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge state={statuses[status]} />
        <span>{words}</span>
      </p>
      <p className="mt-1">
        <a className={way.main ? 'button button-main' : 'inline-block py-2'} href={applicationPath(id)}>
          {way.word}
        </a>
      </p>
    </Note>
  );
};

interface Told {
  words: string;
  tone?: 'good' | 'warn' | 'bad';
  way: { word: string; main?: boolean };
}

const told = ({ status, tasksLeft, remarks }: ApplicationSummary): Told => {
  switch (status) {
    case 'draft':
      return tasksLeft > 0
        ? { words: `Hồ sơ còn ${tasksLeft} việc.`, way: { word: 'Làm tiếp hồ sơ', main: true } }
        : { words: 'Đủ cả rồi, chỉ còn gửi.', way: { word: 'Xem lại và gửi', main: true } };
    case 'returned':
      return {
        words: `Cán bộ xã ghi ${remarks} chỗ cần sửa.`,
        tone: 'warn',
        way: { word: 'Xem và bổ sung', main: true },
      };
    case 'submitted':
    case 'in-review':
      return { words: 'Trong lúc chờ, bạn soạn món hàng trước được.', way: { word: 'Xem hồ sơ' } };
    case 'approved':
      return {
        words: tasksLeft > 0 ? `Còn ${tasksLeft} việc là bán được.` : 'Gian hàng sắp mở.',
        tone: 'warn',
        way: { word: 'Xem còn thiếu gì', main: true },
      };
    case 'suspended':
      return {
        words: 'Người mua không thấy hàng của bạn.',
        tone: 'bad',
        way: { word: 'Xem lý do và cách mở lại', main: true },
      };
    case 'active':
    case 'closed':
      return tasksLeft > 0
        ? { words: `Có ${tasksLeft} việc cần xem.`, tone: 'warn', way: { word: 'Xem hồ sơ', main: true } }
        : { words: 'Người mua thấy hàng của bạn.', way: { word: 'Hồ sơ của tôi' } };
  }
};

/** Several households or cooperatives, one's own first, each with where it stands. */
const Chooser = ({ mine }: { mine: readonly ApplicationSummary[] }) => (
  <nav aria-label="Chọn gian hàng">
    <ul className="grid gap-2">
      {mine
        .toSorted((one, other) => Number(other.own) - Number(one.own))
        .map((application) => (
          <li key={application.id}>
            <a className="choice justify-between text-ink no-underline" href={applicationPath(application.id)}>
              <span className="grid">
                <b>{application.name}</b>
                <span className="field-hint">
                  {application.commune.fullName}
                  {application.own ? '' : ', bạn làm giúp'}. {told(application).words}
                </span>
              </span>
              <StateBadge state={statuses[application.status]} />
            </a>
          </li>
        ))}
    </ul>
  </nav>
);

type Home = Route.ComponentProps['loaderData']['home'];

/** What there is to do every day: five tiles, one touch each. */
const Tiles = ({ waiting, toDo, published, soldThisMonth, unreadMessages }: Home) => (
  <>
    <nav className="tiles" aria-label="Việc bán hàng">
      <a className="tile tile-main" href="/ban-hang/dang-ban">
        <Icon name="camera" />
        <span>
          {published > 0 ? 'Đăng bán' : 'Đăng bán món đầu tiên'}
          <small>Chụp ảnh, ghi giá</small>
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
      <a className="tile" href="/ban-hang/kenh">
        <Icon name="store" />
        <span>
          Gian hàng<small>Mã QR, sàn khác</small>
        </span>
      </a>
      <a className="tile" href="/ho-tro">
        <Icon name="phone" />
        <span>
          Gọi giúp đỡ<small>Gọi điện hoặc nhờ giúp</small>
        </span>
      </a>
    </nav>
    <p className="panel">
      <a className="inline-block py-2" href="/ban-hang/tin-nhan">
        Tin nhắn: {unreadMessages > 0 ? `${unreadMessages} tin chưa đọc` : 'đã đọc hết'}
      </a>
    </p>
    <p className="panel">
      <a className="inline-block py-2" href="/ban-hang/khieu-nai">
        Khiếu nại về tôi
      </a>
    </p>
    <p className="panel">
      Tháng này đã bán: <b className="price">{formatDong(soldThisMonth)}</b>.{' '}
      <a className="inline-block py-2" href="/ban-hang/tien">
        Tiền của bạn từng tháng
      </a>
    </p>
  </>
);
