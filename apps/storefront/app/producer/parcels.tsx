import { listParcels } from '@chophien/contracts';
import { formatDong, formatQuantity } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Badge, Empty, Page, Pager, StorageBadge, when } from '@chophien/ui';
import { filtersIn } from '../shop/filters.ts';
import type { Route } from './+types/parcels';
import { Answer } from './answer.tsx';
import { producerStateWords } from './parcel-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const show = searchParams.get('xem') === 'het' ? 'all' : 'todo';
  const { page } = filtersIn(searchParams);
  return { show, ...(await context.get(visitor).read(listParcels, { query: { show, page } })) };
}

export default function Parcels({ loaderData: { show, items, page, pages } }: Route.ComponentProps) {
  const all = show === 'all';
  return (
    <Page title="Đơn hàng" narrow hidden>
      <h1>Đơn hàng</h1>
      <nav className="filters" aria-label="Xem">
        <a className="chip" href="/ban-hang/don-hang" aria-current={all ? undefined : 'page'}>
          Cần làm
        </a>
        <a className="chip" href="/ban-hang/don-hang?xem=het" aria-current={all ? 'page' : undefined}>
          Tất cả
        </a>
      </nav>
      <p className="flex flex-wrap gap-x-6">
        <a className="inline-block py-2" href="/ban-hang/ngay-nghi">
          Báo ngày nghỉ
        </a>
        <a className="inline-block py-2" href="/ban-hang/danh-gia">
          Người mua đánh giá
        </a>
        <a className="inline-block py-2" href="/ban-hang/don-hang/phieu-dong-goi">
          Phiếu đóng gói, để in
        </a>
      </p>
      {items.length === 0 && (
        <Empty title={all ? 'Chưa có đơn nào' : 'Không có việc cần làm'}>
          <p>Có đơn mới, bạn nhận tin nhắn. Chia sẻ gian hàng cho người quen để có đơn nhanh hơn.</p>
          <p className="mt-3">
            <a className="button" href="/ban-hang/kenh">
              Chia sẻ gian hàng
            </a>
          </p>
        </Empty>
      )}
      <ul className="grid gap-4">
        {items.map((parcel) => {
          const { word, tone, task } = producerStateWords(parcel);
          return (
            <li key={parcel.id} className="panel card">
              <div className="p-0">
                <h2>
                  <a href={`/ban-hang/don-hang/${parcel.id}`}>{task ?? `Đơn ${parcel.orderCode}`}</a>
                </h2>
                <p className="flex flex-wrap gap-2">
                  <Badge tone={tone}>{word}</Badge>
                  <StorageBadge value={parcel.storage} />
                </p>
                <p>
                  {parcel.lines.map((line) => `${line.name}, ${formatQuantity(line.quantity, line.unit)}`).join('; ')}
                </p>
                <p>
                  <b>{formatDong(parcel.goods)}</b>, {parcel.deliverTo.communeName}
                </p>
                {parcel.answerBy && (
                  <section className="relative z-10 grid gap-3 my-2" aria-label="Trả lời đơn này">
                    <Answer parcel={parcel} />
                  </section>
                )}
                <small>
                  Đơn {parcel.orderCode}, đặt lúc {when(parcel.placedAt)}
                </small>
              </div>
            </li>
          );
        })}
      </ul>
      <Pager
        page={page}
        more={page < pages}
        href={(next) => `/ban-hang/don-hang?${all ? 'xem=het&' : ''}trang=${next}`}
      />
    </Page>
  );
}
