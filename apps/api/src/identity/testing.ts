import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { events } from '../events.ts';
import { env } from '../platform/env.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';

/** What eSMS was asked to send. */
export interface Sms {
  Phone: string;
  Content: string;
  RequestId: string;
  [field: string]: string;
}

/** Another company, for a test: takes messages on eSMS's wire form and keeps them. Answers `result` until told otherwise. */
export const smsCompany = async () => {
  const inbox: Sms[] = [];
  const company = { url: '', inbox, result: '100', status: 200, close: async () => {} };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    if (company.result === '100') inbox.push(JSON.parse(body) as Sms);
    response.writeHead(company.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ CodeResult: company.result, CountRegenerate: 0 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  company.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  company.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return company;
};

export interface ZaloNotice {
  phone: string;
  template_id: string;
  template_data: Record<string, string>;
  tracking_id: string;
}

/** The same for Zalo: answers `error` until told otherwise; `away` closes the line without a word. */
export const zaloCompany = async () => {
  const inbox: ZaloNotice[] = [];
  const company = { url: '', inbox, error: 0, away: false, asked: 0, close: async () => {} };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    company.asked += 1;
    if (company.away) return void request.socket.destroy();
    if (company.error === 0) inbox.push(JSON.parse(body) as ZaloNotice);
    response.writeHead(200, { 'content-type': 'application/json' });
    return void response.end(JSON.stringify({ error: company.error, message: 'x' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  company.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  company.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return company;
};

/** The six digits of the newest message to a phone, written as people do (`09…`). */
export const codeFor = (inbox: readonly Sms[], phone: string): string => {
  const message = inbox.findLast((sms) => sms.Phone === phone);
  const [code] = /\b\d{6}\b/.exec(message?.Content ?? '') ?? [];
  if (!code) throw new Error(`no code was sent to ${phone}`);
  return code;
};

/** Listeners of this process are these and no others. */
export const heardOnly = (some: Partial<Subscriptions>): void => {
  const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []]));
  subscribe({ ...nobody, ...some } as Subscriptions);
};

let visitors = 0;

/**
 * One request through one of our sites, each time from another visitor's address; with `stranger`, straight from here;
 * `from` is what the site says of the visitor.
 */
export const caller =
  (app: () => NestFastifyApplication) =>
  async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    {
      body,
      token,
      stranger,
      from,
    }: { body?: object; token?: string; stranger?: Record<string, string>; from?: Record<string, string> } = {},
  ) => {
    visitors += 1;
    const answer = await app().inject({
      method,
      url,
      ...(body ? { payload: body } : {}),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(stranger ?? {
          'x-site-key': env().SITE_KEY,
          'x-client-address': `10.0.${visitors >> 8}.${visitors & 255}`,
          ...from,
        }),
      },
    });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  };

/** Asks for codes and signs people in; gives each a number of her own, beginning after `last`. */
export const people = (call: ReturnType<typeof caller>, inbox: readonly Sms[], last: number) => {
  let number = last;
  const newPhone = () => `0${++number}`;
  const askCode = (phone: string) => call('POST', '/sign-in/codes', { body: { phone } });
  const open = (phone: string, code: string, name?: string) =>
    call('POST', '/sign-in/sessions', { body: { phone, code, ...(name ? { name } : {}) } });
  const signIn = async (phone: string, name?: string) => {
    const asked = await askCode(phone);
    if (asked.status !== 200) throw new Error(`no code: ${JSON.stringify(asked.body)}`);
    return (await open(phone, codeFor(inbox, phone), name)).body as { token: string; me: { id: string } };
  };
  return { newPhone, askCode, open, signIn };
};
