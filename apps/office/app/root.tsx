import { visitor } from '@chophien/site';
import { type NavLink, Shell } from '@chophien/ui';
import { listQueues, type MeView, type QueueView, type Right } from '@chophien/contracts';
import type { ReactNode } from 'react';
import { Links, Outlet, useLocation, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root';
import styles from './app.css?url';
import { ErrorPage } from './error-page.tsx';
import { areaWords, may, official } from './official.ts';
import { countBeside } from './queues/queue-words.ts';

export const links: Route.LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export async function loader({ context }: Route.LoaderArgs) {
  const who = context.get(visitor);
  // Nobody signed in, a session that ended, an API that is away: the page itself says so, the frame stays.
  const me = who.token ? await official(context).catch(() => undefined) : undefined;
  if (!me) return { help: who.env.HELP_PHONE, me };
  const [area, queues] = await Promise.all([
    areaWords(who, me).catch(() => ''),
    may(me, 'queue.read')
      ? who.call(listQueues).then(
          ({ items }) => items,
          () => [],
        )
      : [],
  ]);
  return { help: who.env.HELP_PHONE, me: { name: me.name, area, ways: waysOf(me, queues) } };
}

const all: readonly [Right, NavLink][] = [
  ['queue.read', { href: '/viec', word: 'Việc của tôi', icon: 'check' }],
  ['application.decide', { href: '/ho-so', word: 'Hồ sơ', icon: 'mail' }],
  ['caseload.read', { href: '/ho-gia-dinh', word: 'Hộ gia đình', icon: 'store' }],
  ['paper.check', { href: '/giay-to', word: 'Giấy tờ', icon: 'camera' }],
  ['listing.review', { href: '/mon-hang', word: 'Món hàng', icon: 'store' }],
  ['certificate.review', { href: '/chung-nhan', word: 'Chứng nhận', icon: 'check' }],
  ['listing.review', { href: '/danh-gia', word: 'Đánh giá', icon: 'check' }],
  ['support.handle', { href: '/ho-tro', word: 'Hỗ trợ', icon: 'phone' }],
  ['complaint.handle', { href: '/don-khieu-nai', word: 'Đơn khiếu nại', icon: 'mail' }],
  ['training.read', { href: '/tap-huan', word: 'Tập huấn', icon: 'sun' }],
  ['authority.handle', { href: '/co-quan', word: 'Cơ quan', icon: 'mail' }],
  ['data.handle', { href: '/du-lieu', word: 'Dữ liệu', icon: 'search' }],
  ['parcel.watch', { href: '/kien-hang', word: 'Kiện hàng', icon: 'truck' }],
  ['claim.decide', { href: '/khieu-nai', word: 'Báo hỏng, thiếu', icon: 'truck' }],
  ['settlement.read', { href: '/doi-soat', word: 'Đối soát', icon: 'check' }],
  ['payment.handle', { href: '/tien', word: 'Tiền', icon: 'check' }],
  ['assessment.read', { href: '/so-lieu', word: 'Số liệu', icon: 'check' }],
  ['demand.read', { href: '/nhu-cau', word: 'Nhu cầu', icon: 'search' }],
  ['device.register', { href: '/nhiet-ke', word: 'Nhiệt kế', icon: 'cold' }],
  ['rule.draft', { href: '/quy-dinh', word: 'Quy định', icon: 'check' }],
  ['official.appoint', { href: '/can-bo', word: 'Cán bộ', icon: 'phone' }],
  ['audit.read', { href: '/nhat-ky', word: 'Nhật ký', icon: 'search' }],
];

/** The ways of somebody's roles, with how much waits at each. */
const waysOf = (me: MeView, queues: readonly QueueView[]): NavLink[] =>
  all.filter(([right]) => may(me, right)).map(([, way]) => ({ ...way, count: countBeside(way.href, queues) }));

/** Who is signed in and for which area, and the way out. */
const Signed = ({ name, area }: { name: string | null; area: string | undefined }) => (
  <div className="signed">
    <span>
      <a href="/tai-khoan">
        <b>{name ?? 'Cán bộ'}</b>
      </a>
      {area && <> · {area}</>}
    </span>
    <form method="post" action="/dang-xuat">
      <button type="submit">Đăng xuất</button>
    </form>
  </div>
);

export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const known = useRouteLoaderData<typeof loader>('root');
  const me = known?.me;
  const ways = (me?.ways ?? []).map((way) => ({
    ...way,
    current: pathname === way.href || pathname.startsWith(`${way.href}/`),
  }));
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="theme-color" content="#26396b" />
        <Links />
      </head>
      <body>
        <Shell
          place="Văn phòng"
          links={ways}
          help={known?.help}
          helpWords="Cần giúp? Hỏi người quản lý tài khoản của tỉnh bạn."
          signed={me && <Signed {...me} />}
        >
          {children}
        </Shell>
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
