import { listMyCertificates, type MyCertificate } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { text, visitor } from '@chophien/site';
import { certificateName, certificateStates, Crumbs, Empty, Note, Page, StateBadge } from '@chophien/ui';
import type { Route } from './+types/mine';
import { isOpen, meaning, untilWords } from './certificate-words.ts';
import { certificatesPath } from './own.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { items } = await context.get(visitor).read(listMyCertificates);
  const sellers = new Set(items.map(({ producer }) => producer.id)).size;
  return { items, sellers, today: vietnamDay(new Date()), done: text(new URL(request.url).searchParams, 'xong') };
}

const doneWords: Record<string, string> = {
  khai: 'Đã gửi. Cán bộ xem ảnh giấy rồi nhắn cho bạn.',
  mon: 'Đã ghi món hàng của giấy này.',
};

const Certificate = ({ one, today, several }: { one: MyCertificate; today: string; several: boolean }) => (
  <li className="panel grid gap-2">
    <p className="flex flex-wrap items-start justify-between gap-2">
      <a className="inline-block py-2 font-bold" href={certificatesPath(one.id)}>
        {certificateName(one)}
      </a>
      <StateBadge state={certificateStates[one.state]} />
    </p>
    {one.reason && (
      <p>
        <b>Cán bộ ghi:</b> {one.reason}
      </p>
    )}
    <p>{untilWords(one, today) ?? 'Trên giấy không ghi hạn.'}</p>
    <p>{meaning[one.state]}</p>
    <p className="field-hint">
      Số {one.number}, cấp ngày {formatDay(one.issuedOn)}
      {several && ` · ${one.producer.name}`}
    </p>
    {one.listings.length > 0 ? (
      <p>Món hàng: {one.listings.map(({ name }) => name).join(', ')}</p>
    ) : (
      isOpen(one) && (
        <p>
          <a className="button w-full" href={certificatesPath(one.id)}>
            Chọn món hàng của giấy này
          </a>
        </p>
      )
    )}
  </li>
);

export default function MyCertificates({ loaderData: { items, sellers, today, done } }: Route.ComponentProps) {
  return (
    <Page title="Giấy chứng nhận" narrow hidden>
      <Crumbs links={[{ href: '/ban-hang/san-pham', word: 'Hàng của tôi' }]} />
      <h1>Giấy chứng nhận</h1>
      {doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      <p>OCOP, VietGAP, hữu cơ và giấy khác: cán bộ xem ảnh thấy đúng thì người mua thấy ở món hàng.</p>
      {items.length === 0 ? (
        <Empty title="Chưa khai giấy nào">Không có giấy vẫn bán được. Có thì chụp gửi, hai phút là xong.</Empty>
      ) : (
        <ul className="grid gap-3">
          {items.map((one) => (
            <Certificate key={one.id} one={one} today={today} several={sellers > 1} />
          ))}
        </ul>
      )}
      <p>
        <a className="button button-main w-full" href={certificatesPath('them')}>
          Khai giấy chứng nhận
        </a>
      </p>
    </Page>
  );
}
