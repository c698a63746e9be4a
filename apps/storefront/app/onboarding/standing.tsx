import type { ApplicationDetail } from '@chophien/contracts';
import { duration, Note, when, whenDay } from '@chophien/ui';
import type { ReactNode } from 'react';
import { beforeSelling, type Lack } from './lacking.ts';

/** What an application's state means for the household: what happens next, how long, what to do meanwhile. */
export const Standing = ({ application, now }: { application: ApplicationDetail; now: Date }): ReactNode => {
  const { status, suspension } = application;
  if (suspension && !suspension.carriedOut && status !== 'closed') {
    return (
      <>
        <Announced suspension={suspension} now={now} />
        {says[status]?.(application)}
      </>
    );
  }
  return says[status]?.(application) ?? null;
};

type Suspension = NonNullable<ApplicationDetail['suspension']>;

const says: Partial<Record<ApplicationDetail['status'], (application: ApplicationDetail) => ReactNode>> = {
  submitted: ({ submittedAt }) => <Waiting submittedAt={submittedAt} looked={false} />,
  'in-review': ({ submittedAt }) => <Waiting submittedAt={submittedAt} looked />,
  returned: () => (
    <Note tone="warn">
      <b>Cán bộ xã gửi lại để bổ sung.</b> Chỉ cần sửa những chỗ dưới đây rồi gửi lại; những chỗ khác vẫn còn nguyên.
    </Note>
  ),
  approved: (application) => <Approved application={application} />,
  active: (application) => <Active application={application} />,
  suspended: ({ suspension }) => <Suspended suspension={suspension} />,
  closed: ({ closing }) => (
    <Note>
      <p>
        <b>Gian hàng đã đóng</b>
        {closing && ` ngày ${whenDay(closing.at)}`}.
      </p>
      {closing && <p>Lý do: {closing.reason}</p>}
      <p>Muốn bán lại, bạn đăng ký một gian hàng mới.</p>
    </Note>
  ),
};

const Waiting = ({ submittedAt, looked }: { submittedAt: string | null; looked: boolean }) => (
  <>
    <Note tone="good">
      <p>
        <b>{looked ? 'Cán bộ xã đang xem hồ sơ.' : 'Đã gửi hồ sơ.'}</b>
        {submittedAt && ` Gửi lúc ${when(submittedAt)}.`}
      </p>
    </Note>
    <section className="grid gap-1">
      <h2>Sắp tới</h2>
      <ol className="list-decimal pl-6">
        <li>Cán bộ xã đọc hồ sơ và đối chiếu căn cước. Chưa gửi ảnh thì mang căn cước tới UBND xã.</li>
        <li>Thường mất từ 1 đến 3 ngày làm việc. Kết quả báo ở mục Tin nhắn và qua điện thoại của bạn.</li>
        <li>Thiếu gì, cán bộ ghi rõ từng chỗ để bạn bổ sung. Đủ cả thì bạn bán được ngay.</li>
      </ol>
    </section>
    <section className="grid gap-1">
      <h2>Trong lúc chờ</h2>
      <ul className="list-disc pl-6">
        <li>
          <a className="inline-block py-2" href="/ban-hang/dang-ban">
            Soạn món hàng đầu tiên
          </a>
          , duyệt xong là đăng.
        </li>
        <li>Chụp ảnh hàng nơi sáng, hỏi trước giá giao hàng, chuẩn bị bao bì.</li>
      </ul>
    </section>
  </>
);

const Approved = ({ application }: { application: ApplicationDetail }) => {
  const lacks = beforeSelling(application);
  return (
    <Note tone="warn">
      <p>
        <b>Xã đã duyệt hồ sơ.</b>{' '}
        {lacks.length > 0 ? 'Còn việc này nữa là bán được:' : 'Gian hàng sẽ mở trong ít phút.'}
      </p>
      {lacks.length > 0 && <Lacks lacks={lacks} />}
    </Note>
  );
};

/** What must be renewed or given so that everything stays on sale. */
const Active = ({ application }: { application: ApplicationDetail }) => {
  const lacks = beforeSelling(application);
  if (lacks.length === 0) return <Note tone="good">Gian hàng đang mở: người mua thấy hàng của bạn.</Note>;
  return (
    <Note tone="warn">
      <p>
        <b>Cần làm để hàng không bị ẩn:</b>
      </p>
      <Lacks lacks={lacks} />
    </Note>
  );
};

const Lacks = ({ lacks }: { lacks: readonly Lack[] }) => (
  <ul>
    {lacks.map(({ words, path }) => (
      <li key={words}>
        <a className="inline-block py-2" href={path}>
          {words}
        </a>
      </li>
    ))}
  </ul>
);

const Suspended = ({ suspension }: { suspension: Suspension | null }) => (
  <Note tone="bad">
    <p>
      <b>Gian hàng đang tạm ngừng</b>
      {suspension && ` từ ${when(suspension.from)}`}. Người mua không thấy hàng của bạn.
    </p>
    {suspension && <p>Lý do: {suspension.reason}</p>}
    {suspension?.order && <p>Theo yêu cầu của cơ quan nhà nước, văn bản số {suspension.order}.</p>}
    <ul className="list-disc pl-6">
      <li>Sửa chỗ nêu trong lý do, rồi báo cán bộ xã hoặc gọi số ở cuối trang để được mở lại.</li>
      <li>Không đồng ý thì nộp đơn khiếu nại ở bộ phận một cửa của UBND xã.</li>
      <li>Đơn đã nhận vẫn giao như thường.</li>
    </ul>
  </Note>
);

const Announced = ({ suspension, now }: { suspension: Suspension; now: Date }) => {
  const seconds = Math.max(0, (Date.parse(suspension.from) - now.getTime()) / 1_000);
  return (
    <Note tone="bad">
      <p>
        <b>Gian hàng sẽ tạm ngừng lúc {when(suspension.from)}</b>, còn {duration(seconds)}.
      </p>
      <p>Lý do: {suspension.reason}</p>
      {suspension.order && <p>Theo yêu cầu của cơ quan nhà nước, văn bản số {suspension.order}.</p>}
      <ul className="list-disc pl-6">
        <li>Sửa xong trước giờ đó và báo cán bộ xã thì không phải ngừng.</li>
        <li>
          Không đồng ý? Trước giờ đó, gọi số ở cuối trang hoặc tới UBND xã, nói rõ vì sao và mang giấy tờ liên quan. Cán
          bộ phải ghi lại và trả lời.
        </li>
      </ul>
    </Note>
  );
};
