import { fileURLToPath } from 'node:url';
import { type Running, serve, siteEnv } from '@chophien/site';
import * as build from 'virtual:react-router/server-build';

/** Starts the office; what it needs to know is in the environment. The session ends when the API says: after 8 hours. */
export const start = (environment: Record<string, string | undefined>): Promise<Running> =>
  serve({
    name: 'office',
    env: siteEnv(environment),
    build,
    clientDir: fileURLToPath(new URL('../client', import.meta.url)),
    session: { cookie: 'van-phong', sameSite: 'Strict', signInPath: '/dang-nhap' },
  });
