import { fileURLToPath } from 'node:url';
import { type Running, serve, siteEnv } from '@chophien/site';
import * as build from 'virtual:react-router/server-build';
import { session } from './session.ts';

/** Starts the storefront; what it needs to know is in the environment. */
export const start = (environment: Record<string, string | undefined>): Promise<Running> =>
  serve({
    name: 'storefront',
    env: siteEnv(environment),
    build,
    clientDir: fileURLToPath(new URL('../client', import.meta.url)),
    session,
  });
