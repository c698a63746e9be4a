import type { Complaint } from '@chophien/contracts';
import { Page, StateBadge, when } from '@chophien/ui';
import { complaintStates, untilWhen } from './words.ts';

export type Mine = Complaint[];

/** How one begins, and what one complained of before. */
export const Before = ({ mine }: { mine: Mine }) => (
  <Page
    title="Khiếu nại"
    description="Khiếu nại về đơn hàng hoặc người bán: có số, có người giải quyết, có hạn trả lời."
    narrow
  >
    <h1>Khiếu nại</h1>
    <p>
      Mỗi khiếu nại có số, có cán bộ xã giải quyết và có hạn. Không việc nào do máy tự quyết định. Xem{' '}
      <a href="/chinh-sach/khieu-nai">quy định về khiếu nại</a>.
    </p>
    <section className="panel grid gap-2">
      <h2>Về một đơn hàng</h2>
      <p>
        Mở trang đơn hàng bằng đường dẫn trong tin nhắn đặt hàng, kéo xuống cuối trang rồi bấm{' '}
        <b>Khiếu nại về đơn này</b>. Không cần tài khoản.
      </p>
    </section>
    <section className="panel grid gap-2">
      <h2>Về một người bán</h2>
      <p>
        Mở trang nhà vườn, bấm <b>Khiếu nại người bán này</b>. Bạn cần đăng nhập bằng số điện thoại.
      </p>
    </section>
    {mine.length > 0 && (
      <section className="grid gap-3">
        <h2>Tôi đã khiếu nại</h2>
        <ul className="grid gap-3">
          {mine.map((complaint) => (
            <li key={complaint.id} className="panel grid gap-1">
              <h3>
                <a href={`/khieu-nai/${complaint.number}`}>{complaint.topic.title}</a>
              </h3>
              <p>
                <StateBadge state={complaintStates[complaint.state]} />
              </p>
              <p>{untilWhen(complaint)}</p>
              <p className="field-hint">
                Số {complaint.number}, gửi {when(complaint.openedAt)}, {complaint.producer.name}
              </p>
            </li>
          ))}
        </ul>
      </section>
    )}
  </Page>
);
