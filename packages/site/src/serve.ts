import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Logger, pino } from 'pino';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { clientAddress, clientPort } from './address.ts';
import { send } from './answer.ts';
import { assets } from './assets.ts';
import { isLoopback, type SiteEnv } from './env.ts';
import { securityHeaders } from './headers.ts';
import { isPicture, sendPicture } from './media.ts';
import { fromOwnPage } from './origin.ts';
import { TooLarge, webRequest } from './request.ts';
import { arrive, type SessionRule, visitor } from './visitor.ts';

export interface Site {
  /** `storefront` or `office`: its name in the log. */
  name: string;
  env: SiteEnv;
  build: ServerBuild;
  /** `build/client`: what the browser may fetch as it is. */
  clientDir: string;
  session: SessionRule;
}

export interface Running {
  /** Lets the requests under way end (ten seconds at most), then stops listening. */
  close(): Promise<void>;
}

/** Starts a site: its built files, pictures, pages and forms. SIGTERM and SIGINT end it in order. */
export const serve = async (site: Site): Promise<Running> => {
  const { env } = site;
  const log = pino({ level: env.LOG_LEVEL, base: { service: site.name } });
  const answer = answering(site, log);
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 120_000 }, (request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  log.info({ host: env.HOST, port: env.PORT, publicUrl: env.PUBLIC_URL }, 'listening');
  const close = () =>
    new Promise<void>((resolve) => {
      const force = setTimeout(() => server.closeAllConnections(), 10_000).unref();
      server.close(() => {
        clearTimeout(force);
        resolve();
      });
      server.closeIdleConnections();
    });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void close().then(() => process.exit(0));
    });
  }
  return { close };
};

type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What a site does with one request. */
export const answering = ({ env, build, clientDir, session }: Site, log: Logger): Answering => {
  const pages = createRequestHandler(build, 'production');
  const files = assets(clientDir);
  const headers = Object.entries(securityHeaders(env));
  const addressOf = clientAddress(env.TRUSTED_PROXIES);
  const portOf = clientPort(env.TRUSTED_PROXIES.length > 0);
  const publicHost = new URL(env.origin).host;

  const page = async (request: IncomingMessage, response: ServerResponse, id: string): Promise<void> => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const url = request.url ?? '/';
    const context = new RouterContextProvider();
    const { cookie: cookies, 'user-agent': agent } = request.headers;
    const from = { address: addressOf(request), port: portOf(request), agent };
    context.set(visitor, arrive(env, session, { id, ...from, cookies, path: url, log }));
    await send(request, response, await pages(webRequest(request, env.origin + url, gone.signal), context));
  };

  const route = async (request: IncomingMessage, response: ServerResponse, id: string): Promise<void> => {
    const { method = 'GET', url = '/' } = request;
    const path = url.split('?', 1)[0] ?? '/';
    if (!url.startsWith('/')) return plain(response, 400, 'Yêu cầu không đúng.');
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return plain(response, 405, 'Không hỗ trợ.');
    if (path === '/health/live') return plain(response, 200, 'ok');
    // Nothing is hydrated: the framework's own data addresses answer nobody.
    if (path.endsWith('.data') || path === '/__manifest') return plain(response, 404, 'Không có trang này.');
    if (method === 'POST') {
      if (!fromOwnPage(request.headers, env.origin)) return plain(response, 403, 'Biểu mẫu không gửi từ trang này.');
      return page(request, response, id);
    }
    const { host } = request.headers;
    if (!env.secure && host && host !== publicHost && isLoopback(host)) {
      response.writeHead(307, { location: env.origin + url }).end();
      return;
    }
    if (isPicture(path)) return sendPicture(env.API_URL, path, request, response);
    if (files(request, response, path)) return;
    return page(request, response, id);
  };

  return async (request, response) => {
    const id = randomUUID();
    const began = performance.now();
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader('x-request-id', id);
    response.once('close', () => {
      const { method, url = '/' } = request;
      // Without the query: it may hold the key of an order.
      const path = url.split('?', 1)[0];
      const took = Math.round(performance.now() - began);
      log.info({ request: id, method, path, status: response.statusCode, ms: took }, 'answered');
    });
    try {
      await route(request, response, id);
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      if (error instanceof TooLarge) return plain(response, 413, 'Gửi lên quá nhiều. Hãy chọn ít ảnh hơn.');
      log.error({ err: error, request: id }, 'failed');
      plain(response, 500, `Có lỗi ở phía chúng tôi. Mã lỗi: ${id}`);
    }
  };
};

const plain = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text);
};
