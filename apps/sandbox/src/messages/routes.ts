import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../layout.ts';
import type { Later } from '../later.ts';
import { Esms } from './esms.ts';
import { CallFaults } from '../call-faults.ts';
import { Inbox } from './inbox.ts';
import { inboxPage } from './inbox.page.ts';
import { Zalo } from './zalo.ts';

export interface MessageSettings {
  readonly esms: { readonly apiKey: string; readonly secretKey: string };
  readonly zalo: { readonly accessToken: string };
}

/** eSMS, Zalo and the one inbox their messages land in. Gives back the faults that the control address sets. */
export function messageRoutes(app: FastifyInstance, settings: MessageSettings, later: Later) {
  const inbox = new Inbox();
  const esms = new Esms(settings.esms, inbox, later);
  const zalo = new Zalo(settings.zalo.accessToken, inbox);
  const faults = { sms: new CallFaults(), zalo: new CallFaults() };

  app.post('/MainService.svc/json/SendMultipleMessage_V4_post_json/', (request, reply) =>
    withFault(faults.sms, later, { request, reply }, () => esms.send(request.body)),
  );
  app.post('/message/template', (request, reply) =>
    withFault(faults.zalo, later, { request, reply }, () => zalo.send(request.headers['access_token'], request.body)),
  );

  app.get<{ Querystring: { so?: unknown } }>('/hop-thu', (request, reply) => {
    const phone = typeof request.query.so === 'string' ? request.query.so.trim().slice(0, 30) : '';
    return sendPage(reply, inboxPage(inbox.list(phone), phone));
  });
  app.get<{ Querystring: { phone?: unknown } }>('/_control/messages', (request) => ({
    messages: inbox.list(typeof request.query.phone === 'string' ? request.query.phone : undefined),
  }));
  return faults;
}

/** Does the work, unless the company is set to fail before it, to be slow, or to lose the line after it. */
async function withFault(
  faults: CallFaults,
  later: Later,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  work: () => object,
): Promise<FastifyReply> {
  const order = faults.take();
  if (order?.fault === 'throttle' || order?.fault === 'error') {
    const status = order.fault === 'throttle' ? 429 : 500;
    const text = status === 429 ? 'Too Many Requests' : 'Internal Server Error';
    return reply.code(status).header('retry-after', String(order.retryAfterSeconds)).send({ error: text });
  }
  if (order?.fault === 'slow') await later.wait(order.delayMs);
  const answer = work();
  if (order?.fault !== 'drop-after-accept') return reply.send(answer);
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}
