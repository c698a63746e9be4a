import { type NavLink, Shell } from '@chophien/ui';
import { inDevelopment, visitor } from '@chophien/site';
import type { ReactNode } from 'react';
import { Links, Outlet, useLocation, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root';
import styles from './app.css?url';
import { LeavePhone } from './phone/leave-phone.tsx';
import { ErrorPage } from './error-page.tsx';
import { ActingBanner, actingNow } from './household/acting.tsx';
import { session } from './session.ts';

export const links: Route.LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const middleware: Route.MiddlewareFunction[] = import.meta.env.DEV ? [inDevelopment(session)] : [];

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const { pathname } = new URL(request.url);
  const farm = isFarm(pathname);
  return { help: who.env.HELP_PHONE, acting: farm && !isField(pathname) ? await actingNow(who) : undefined };
}

const ways: NavLink[] = [
  { href: '/gio-hang', word: 'Giỏ hàng', icon: 'basket' },
  { href: '/tra-don', word: 'Tra đơn', icon: 'truck' },
];

const farmWays: NavLink[] = [
  { href: '/ban-hang', word: 'Bán hàng', icon: 'store' },
  { href: '/ban-hang/don-hang', word: 'Đơn hàng', icon: 'box' },
  { href: '/ban-hang/san-pham', word: 'Hàng của tôi', icon: 'check' },
];

const fieldWays: NavLink[] = [
  { href: '/nhap-ho', word: 'Nhập hộ', icon: 'store' },
  { href: '/nhap-ho/them', word: 'Thêm hộ', icon: 'plus' },
  { href: '/nhap-ho/nhat-ky', word: 'Nhật ký', icon: 'check' },
];

const footWays: NavLink[] = [
  { href: '/ban-hang', word: 'Bán hàng trên Chợ Phiên' },
  { href: '/tai-khoan', word: 'Tài khoản của tôi' },
  { href: '/chinh-sach/giao-hang', word: 'Giao hàng' },
  { href: '/chinh-sach/doi-tra', word: 'Huỷ và trả hàng' },
  { href: '/khieu-nai', word: 'Khiếu nại' },
  { href: '/chinh-sach/xep-hang', word: 'Cách xếp hàng hoá' },
  { href: '/chinh-sach/quy-che', word: 'Quy chế mua bán' },
  { href: '/chinh-sach/du-lieu-ca-nhan', word: 'Dữ liệu cá nhân' },
];

/** The producer's side: larger letters, larger targets, fewer ways. */
const isFarm = (path: string): boolean =>
  /^\/(ban-hang|dang-ky-ban|hop-tac-xa|nhan-lai|loi-moi|tai-khoan|tap-huan|ho-tro|nhap-ho)(\/|$)/.test(path);

/** Whoever sells keeps it on the phone like an app. */
const isSelling = (path: string): boolean => /^\/ban-hang(\/|$)/.test(path);

/** A helper beside the households, and the page her phone keeps: the same for everybody. */
const isField = (path: string): boolean => /^\/nhap-ho(\/|$)/.test(path);

/** Where people sign in or out, or are at home: what another helper kept on this phone is taken away there. */
const changesPeople = (path: string): boolean =>
  !isField(path) && (isFarm(path) || /^\/dang-(nhap|xuat)(\/|$)/.test(path));

export function Layout({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const { help, acting } = useRouteLoaderData<typeof loader>('root') ?? {};
  const farm = isFarm(pathname);
  const words = /^\/tim(\/|$)/.test(pathname) ? (new URLSearchParams(search).get('q') ?? '').slice(0, 100) : '';
  const field = isField(pathname);
  const shown = (field ? fieldWays : farm ? farmWays : ways).map((way) => ({ ...way, current: way.href === pathname }));
  return (
    <html lang="vi" className={farm ? 'big' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="theme-color" content="#26396b" />
        {isSelling(pathname) && (
          <>
            <link rel="manifest" href="/cho-phien.webmanifest" />
            <link rel="apple-touch-icon" href="/bieu-tuong-192.png" />
          </>
        )}
        <Links />
      </head>
      <body>
        <Shell links={shown} search={farm ? undefined : { words }} footLinks={footWays} help={help}>
          {farm && !field && <ActingBanner acting={acting} />}
          {children}
        </Shell>
        {changesPeople(pathname) && <LeavePhone />}
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
