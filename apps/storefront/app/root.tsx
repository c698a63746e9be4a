import { Links, Outlet } from 'react-router';
import { Shell } from '@chophien/ui';
import styles from './app.css?url';
import enhance from './enhance/enhance.ts?worker&url';

export const links = () => [{ rel: 'stylesheet', href: styles }];

export default function Root() {
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Links />
      </head>
      <body>
        <Shell links={[]} search={{ words: '' }}>
          <Outlet />
          <script src={enhance} defer />
        </Shell>
      </body>
    </html>
  );
}
