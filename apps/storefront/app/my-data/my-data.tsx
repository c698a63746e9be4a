import { type DataRequest, listMyDataRequests } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { text, visitor } from '@chophien/site';
import { Crumbs, Empty, Note, Page, StateBadge, when } from '@chophien/ui';
import type { Route } from './+types/my-data';
import { ASK, LOOKS, READY } from './paths.ts';
import { clocks, requestKinds, requestStates } from './words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { items } = await context.get(visitor).read(listMyDataRequests);
  const sent = text(new URL(request.url).searchParams, 'xong');
  return { items, sent: items.find(({ id }) => id === sent)?.number };
}

/** What is kept, in the words of those it is kept about. */
const kept = [
  ['Bạn', 'số điện thoại, họ tên, máy và lúc đăng nhập'],
  ['Hộ của bạn', 'tên, nơi ở, người trong hộ, hàng định bán, lời đồng ý đã bấm'],
  ['Giấy tờ', 'ảnh giấy đã gửi, số căn cước và số tài khoản (mã hóa, chỉ hiện mấy số cuối)'],
  ['Mua bán', 'món đã đăng và đang soạn, hàng đã góp cho hợp tác xã, đơn hàng đã bán và đã mua, tiền'],
  ['Khác', 'tin nhắn đã gửi cho bạn, buổi tập huấn, việc đã nhờ giúp'],
] as const;

export default function MyData({ loaderData: { items, sent } }: Route.ComponentProps) {
  return (
    <Page title="Dữ liệu của tôi" narrow hidden>
      <Crumbs links={[{ href: '/tai-khoan', word: 'Tài khoản' }]} />
      <h1>Dữ liệu của tôi</h1>
      {sent && (
        <Note tone="good">
          Đã gửi yêu cầu, số <b className="whitespace-nowrap">{sent}</b>. Xem hạn trả lời ở cuối trang này.
        </Note>
      )}
      <section className="panel grid gap-2">
        <h2>Chợ Phiên giữ gì về bạn</h2>
        <ul className="list-disc pl-6">
          {kept.map(([about, what]) => (
            <li key={about}>
              <b>{about}:</b> {what}.
            </li>
          ))}
        </ul>
        <p>
          <a className="inline-block py-3" href="/chinh-sach/du-lieu-ca-nhan">
            Giữ để làm gì, cho ai xem
          </a>
        </p>
        <p>
          <a className="button w-full" href={`/xac-nhan?next=${encodeURIComponent(READY)}`}>
            Tải về tất cả
          </a>
        </p>
        <p className="field-hint">Chúng tôi gửi mã về điện thoại trước, để không ai khác tải được.</p>
      </section>
      <section className="panel grid gap-2">
        <h2>Ai đã xem</h2>
        <p>Mỗi lần cán bộ hay người làm giúp mở thông tin của bạn đều được ghi lại.</p>
        <p>
          <a className="inline-block py-3" href={LOOKS}>
            Ai đã xem dữ liệu của tôi
          </a>
        </p>
      </section>
      <section className="grid gap-3" id="yeu-cau">
        <h2>Yêu cầu của tôi</h2>
        <p>
          <a className="button w-full" href={ASK}>
            Xin sửa, xóa hoặc dừng dùng dữ liệu
          </a>
        </p>
        {items.length === 0 && <Empty title="Chưa có yêu cầu nào" />}
        <ul className="grid gap-3">
          {items.map((request) => (
            <Asked key={request.id} request={request} />
          ))}
        </ul>
      </section>
    </Page>
  );
}

const Asked = ({ request }: { request: DataRequest }) => (
  <li className="panel grid gap-2" id={request.id}>
    <h3>{requestKinds[request.kind]}</h3>
    <p>
      <StateBadge state={requestStates[request.state]} />
    </p>
    <p className="field-hint">
      Số {request.number}, gửi {when(request.madeAt)}
    </p>
    {request.text && <p className="whitespace-pre-line break-words">{request.text}</p>}
    <ul>
      {clocks(request).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
    {request.answer && (
      <p className="whitespace-pre-line break-words">
        <b>Trả lời:</b> {request.answer}
      </p>
    )}
    {request.kept.length > 0 && (
      <details>
        <summary className="chip">Phần luật bắt phải giữ lại</summary>
        <ul className="mt-3 grid gap-2">
          {request.kept.map(({ what, why, legalRef, until }) => (
            <li key={what}>
              <b>{what}</b>
              {until && `, giữ đến ${formatDay(until)}`}. {why}. <span className="field-hint">{legalRef}</span>
            </li>
          ))}
        </ul>
      </details>
    )}
  </li>
);
