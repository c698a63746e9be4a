import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { Refused } from './asked.ts';
import { bucketRoutes } from './bucket/routes.ts';
import { controlRoutes } from './control.ts';
import type { Settings } from './env.ts';
import { homePage } from './home.page.ts';
import { page, sendPage } from './layout.ts';
import { Later } from './later.ts';
import { Logger } from './loggers/play.ts';
import { loggerRoutes } from './loggers/routes.ts';
import { html } from './markup.ts';
import { messageRoutes } from './messages/routes.ts';
import { Bank } from './transfers/bank.ts';
import { transferRoutes } from './transfers/routes.ts';
import { Gateway } from './vnpay/gateway.ts';
import { vnpayRoutes } from './vnpay/routes.ts';

const bodyLimit = 65_536;

/** All the emulated companies behind one address, not yet listening. `close` lets go of every call still waiting. */
export function openSandbox(
  settings: Settings,
  log?: FastifyBaseLogger,
  now: () => Date = () => new Date(),
): FastifyInstance {
  const app: FastifyInstance = Fastify({
    ...(log ? { loggerInstance: log } : {}),
    bodyLimit,
    forceCloseConnections: 'idle',
  });
  const later = new Later();
  app.addHook('preClose', async () => later.close());

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );

  // A page somebody visits elsewhere must not be able to press buttons here.
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') {
      return reply.code(403).send({ error: 'refused', message: 'not from another site' });
    }
    return undefined;
  });

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    const message = status >= 500 ? 'the sandbox failed; see its log' : error.message;
    if (wantsPage(request.headers.accept)) return sendPage(reply, sorryPage(status, message), status);
    const field = error instanceof Refused ? { field: error.field } : {};
    return reply.code(status).send({ error: 'refused', ...field, message });
  });
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request.headers.accept)
      ? sendPage(reply, sorryPage(404), 404)
      : reply.code(404).send({ error: 'refused', message: 'no such address' }),
  );

  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/', (_request, reply) => sendPage(reply, homePage(settings)));

  const gateway = new Gateway(settings.vnpay, later, now);
  vnpayRoutes(app, gateway);
  const messages = messageRoutes(app, settings, later);
  loggerRoutes(app, new Logger(settings.logger, later, now));
  transferRoutes(app, new Bank(settings.transfers, later, now));
  const bucket = bucketRoutes(app, { settings: settings.bucket, later, now });
  controlRoutes(app, { gateway, calls: { ...messages, bucket } });
  return app;
}

const wantsPage = (accept: string | undefined): boolean => accept?.includes('text/html') ?? false;

const sentences: Record<number, string> = {
  403: 'Yêu cầu này đến từ một trang khác nên bị chặn.',
  404: 'Không tìm thấy. Nếu đây là trang thanh toán cũ: máy giả lập quên hết mỗi lần tắt.',
  413: 'Nội dung gửi lên quá dài.',
  500: 'Máy giả lập bị lỗi, xem nhật ký của nó.',
};

const sorryPage = (status: number, detail?: string): string =>
  page(
    'Không làm được',
    html`<h1>Không làm được</h1>
<section class="card refused">
<p>${sentences[status] ?? 'Thông tin gửi lên không đúng.'}</p>
${detail ? html`<p><code>${detail}</code></p>` : null}
</section>
<p><a href="/">Về trang giới thiệu</a></p>`,
  );
