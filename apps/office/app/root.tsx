import { visitor } from '@chophien/site';
import { type NavLink, Shell } from '@chophien/ui';
import type { MeView, Right } from '@chophien/contracts';
import type { ReactNode } from 'react';
import { Links, Outlet, useLocation, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root';
import styles from './app.css?url';
import { ErrorPage } from './error-page.tsx';
import { areaWords, may, official } from './official.ts';

export const links: Route.LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export async function loader({ context }: Route.LoaderArgs) {
  const who = context.get(visitor);
  // Nobody signed in, a session that ended, an API that is away: the page itself says so, the frame stays.
  const me = who.token ? await official(context).catch(() => undefined) : undefined;
  const area = me && (await areaWords(who, me).catch(() => ''));
  return { help: who.env.HELP_PHONE, me: me && { name: me.name, area, ways: waysOf(me) } };
}

const all: readonly [Right, NavLink][] = [
  ['application.decide', { href: '/ho-so', word: 'Hồ sơ', icon: 'mail' }],
  ['caseload.read', { href: '/ho-gia-dinh', word: 'Hộ gia đình', icon: 'store' }],
  ['paper.check', { href: '/giay-to', word: 'Giấy tờ', icon: 'camera' }],
  ['parcel.watch', { href: '/kien-hang', word: 'Kiện hàng', icon: 'truck' }],
  ['assessment.read', { href: '/so-lieu', word: 'Số liệu', icon: 'check' }],
  ['device.register', { href: '/nhiet-ke', word: 'Nhiệt kế', icon: 'cold' }],
  ['rule.draft', { href: '/quy-dinh', word: 'Quy định', icon: 'check' }],
  ['official.appoint', { href: '/can-bo', word: 'Cán bộ', icon: 'phone' }],
  ['audit.read', { href: '/nhat-ky', word: 'Nhật ký', icon: 'search' }],
];

const waysOf = (me: MeView): NavLink[] => all.filter(([right]) => may(me, right)).map(([, way]) => way);

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
