import { visitor } from '@chophien/site';
import type { Route } from './+types/robots';

/** What is somebody's own, or a step of doing something: nothing to be found there. */
const own = [
  ...[
    '/gio-hang',
    '/dat-hang',
    '/thanh-toan',
    '/don-hang',
    '/tra-don',
    '/khieu-nai/',
    '/dang-nhap',
    '/dang-xuat',
    '/xac-nhan',
  ],
  ...[
    '/tai-khoan',
    '/dang-ky-ban',
    '/ban-hang',
    '/nhap-ho',
    '/tap-huan',
    '/ho-tro',
    '/hop-tac-xa',
    '/nhan-lai',
    '/loi-moi',
  ],
  ...['/dung-doi-so', '/tim/goi-y'],
];

/** What search engines may read, and where they are told what there is. */
export const loader = ({ context }: Route.LoaderArgs) => {
  const { env } = context.get(visitor);
  const lines = [
    'User-agent: *',
    ...own.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${env.origin}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
