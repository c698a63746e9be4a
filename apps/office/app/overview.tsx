import {
  getSettlement,
  listAssessedCommunes,
  listListingReviews,
  listPaymentTasks,
  listReviews,
  listWatchedParcels,
  type MeView,
  Problem,
} from '@chophien/contracts';
import { formatDong, vietnamMonth } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Badge, Icon, type IconName, Note, Page, Table, when } from '@chophien/ui';
import type { ReactNode } from 'react';
import type { Route } from './+types/overview';
import { ageWords } from './applications/status-words.ts';
import { headline, sorted, whole } from './figures/headline.tsx';
import { ageWords as waitedWords } from './listings/listing-words.ts';
import { monthWords } from './month.ts';
import { may, official } from './official.ts';

/** One part that cannot be had takes nothing from the others. */
const orNothing = <T,>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });

const MOST_SHOWN = 10;

export async function loader({ context }: Route.LoaderArgs) {
  const me = await official(context);
  const { call } = context.get(visitor);
  const month = vietnamMonth(new Date());
  const [applications, listings, parcels, communes, money, books] = await Promise.all([
    may(me, 'application.decide') && orNothing(call(listReviews, { query: { page: 1 } })),
    may(me, 'listing.review') && orNothing(call(listListingReviews, { query: {} })),
    may(me, 'parcel.watch') && orNothing(call(listWatchedParcels)),
    may(me, 'assessment.read') && orNothing(call(listAssessedCommunes, { query: { month } })),
    may(me, 'payment.handle') && orNothing(call(listPaymentTasks, { query: { state: 'open', page: 1 } })),
    may(me, 'settlement.read') && orNothing(call(getSettlement, { query: { month, page: 1 } })),
  ]);
  return {
    name: nameOf(me),
    month,
    applications,
    listings,
    parcels,
    communes,
    money,
    books,
    at: new Date().toISOString(),
  };
}

const nameOf = ({ name }: MeView): string => name ?? 'Cán bộ';

interface CountProps {
  href: string;
  icon: IconName;
  words: string;
  count: number | undefined;
  children: ReactNode;
}

/** One number to act on; without a number it says that it could not be had. */
const Count = ({ href, icon, words, count, children }: CountProps) => (
  <a className="tile" href={href}>
    <span className="flex items-center gap-2">
      <Icon name={icon} />
      {words}
    </span>
    <span className="text-3xl">{count === undefined ? '—' : whole(count)}</span>
    <small>{count === undefined ? 'Chưa lấy được số này. Hãy tải lại trang.' : children}</small>
  </a>
);

export default function Overview({ loaderData }: Route.ComponentProps) {
  const { name, month, applications, listings, parcels, communes, money, books, at } = loaderData;
  const held = parcels ? parcels.items.filter((parcel) => parcel.held) : [];
  const oldest = applications ? applications.items[0]?.age : undefined;
  const sum = communes ? communes.items.reduce((total, { sales }) => total + sales, 0) : undefined;
  return (
    <Page title="Tổng quan" hidden>
      <h1>Chào {name}</h1>
      <p className="field-hint">Số liệu lúc {when(at)}.</p>
      <section className="tiles" aria-label="Việc cần làm">
        {applications !== false && (
          <>
            <Count href="/ho-so" icon="mail" words="Hồ sơ chờ xem" count={applications?.counts.submitted}>
              {oldest === undefined ? 'Không còn hồ sơ nào chờ' : `Lâu nhất ${ageWords('submitted', oldest)}`}
            </Count>
            <Count
              href="/ho-so?muc=dang-xem"
              icon="search"
              words="Hồ sơ đang xem"
              count={applications?.counts['in-review']}
            >
              Đã có người nhận, chưa quyết định
            </Count>
          </>
        )}
        {listings !== false && (
          <Count href="/mon-hang" icon="store" words="Món hàng chờ duyệt" count={listings?.total}>
            {listings?.items[0] ? `Lâu nhất ${waitedWords(listings.items[0].age)}` : 'Không còn món nào chờ'}
          </Count>
        )}
        {parcels !== false && (
          <>
            <Count href="/kien-hang" icon="warn" words="Kiện hàng bị giữ" count={parcels && held.length}>
              {held.length === 0 ? 'Không có kiện nào bị giữ' : 'Cần xem hàng trước khi đi tiếp'}
            </Count>
            <Count href="/kien-hang" icon="truck" words="Kiện có nhiệt kế" count={parcels?.items.length}>
              Đang đi trên đường
            </Count>
          </>
        )}
        {money !== false && (
          <Count href="/tien" icon="warn" words="Khoản tiền cần xem" count={money?.counts.open}>
            {money?.counts.open === 0 ? 'Không có khoản nào chờ' : 'Tiền thiếu, tiền lạ, hoàn tiền không được'}
          </Count>
        )}
        {books !== false && (
          <Count href="/doi-soat/chi-tra" icon="check" words="Người bán chờ chi trả" count={books?.payable.producers}>
            {books && formatDong(books.payable.amount)}
          </Count>
        )}
        {communes !== false && (
          <a className="tile" href="/so-lieu">
            <span className="flex items-center gap-2">
              <Icon name="check" />
              Doanh số {monthWords(month)}
            </span>
            <span className="text-xl">{sum === undefined ? '—' : formatDong(sum)}</span>
            <small>Cả địa bàn của bạn</small>
          </a>
        )}
      </section>
      {held.length > 0 && (
        <Note tone="bad">
          <h2>Đang bị giữ vì nhiệt độ</h2>
          <ul className="grid gap-1">
            {held.map((parcel) => (
              <li key={parcel.id}>
                <a className="inline-block py-2 font-bold" href={`/kien-hang/${parcel.code}`}>
                  {parcel.code}
                </a>{' '}
                {parcel.producer} <Badge tone="bad">Giữ lại</Badge>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {communes && (
        <section className="panel grid gap-3">
          <Table
            caption={`Xã, phường của bạn – ${monthWords(month)}`}
            columns={headline(month)}
            rows={sorted(communes.items, { by: 'doanh-so', turned: false }).slice(0, MOST_SHOWN)}
            idOf={({ code }) => code}
            stack
          />
          {communes.items.length > MOST_SHOWN && (
            <p>
              <a className="inline-block py-2" href="/so-lieu">
                Xem đủ {whole(communes.items.length)} xã, phường
              </a>
            </p>
          )}
        </section>
      )}
      {communes === undefined && <Note tone="warn">Chưa lấy được số liệu các xã. Hãy tải lại trang sau ít phút.</Note>}
    </Page>
  );
}
