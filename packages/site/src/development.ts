import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { MiddlewareFunction } from 'react-router';
import { environmentHere } from './env.ts';
import { arrive, type SessionRule, visitor } from './visitor.ts';

/**
 * Under `react-router dev` the framework's own server answers and not ours: this opens the visitor there. A build leaves it
 * out: `export const middleware = import.meta.env.DEV ? [inDevelopment(session)] : []` in a site's root.
 */
export const inDevelopment = (session: SessionRule): MiddlewareFunction<Response> => {
  const env = environmentHere();
  const log = pino({ level: env.LOG_LEVEL });
  return ({ request, context }, next) => {
    const { pathname, search } = new URL(request.url);
    const cookies = request.headers.get('cookie') ?? undefined;
    const id = randomUUID();
    context.set(visitor, arrive(env, session, { id, address: '127.0.0.1', cookies, path: pathname + search, log }));
    return next();
  };
};
