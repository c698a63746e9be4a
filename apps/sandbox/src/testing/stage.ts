import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vnpayStamp } from '@chophien/kernel';
import type { Settings } from '../env.ts';
import { openSandbox } from '../server.ts';
import { type Fields, signFields, signedText } from '../vnpay/signature.ts';

export const hashSecret = 'TESTSECRETTESTSECRETTESTSECRET12';
export const tmnCode = 'TESTTMN1';

interface Heard {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Answer = (heard: Heard, response: ServerResponse) => void;

/** The other side of the wire: a tiny shop that hears IPNs and telemetry and answers as it is told. */
async function openShop() {
  const heard: Heard[] = [];
  const shop = { answer: json({ RspCode: '00', Message: 'Confirm Success' }) };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const one = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://shop.invalid'),
      headers: request.headers,
      body,
    };
    heard.push(one);
    shop.answer(one, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(shop, {
    heard,
    origin,
    /** The fields of every IPN so far. */
    ipns: (): Fields[] => heard.map(({ url }) => Object.fromEntries(url.searchParams)),
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  });
}

export function json(body: unknown, status = 200): Answer {
  return (_heard, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** A sandbox that listens, with a shop beside it; waits are milliseconds instead of minutes. */
export async function openStage(vnpay: Partial<Settings['vnpay']> = {}, now: () => Date = () => new Date()) {
  const shop = await openShop();
  const app = openSandbox(
    {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      vnpay: {
        tmnCode,
        hashSecret,
        ipnUrl: `${shop.origin}/payments/vnpay/ipn`,
        retryIntervalMs: 10,
        ipnTimeoutMs: 300,
        returnLeadMs: 30,
        refundStepMs: 0,
        ...vnpay,
      },
      esms: { apiKey: 'esms-api-key', secretKey: 'esms-secret-key' },
      zalo: { accessToken: 'zalo-token' },
      transfers: {
        sepay: {
          webhookUrl: `${shop.origin}/payments/sepay/webhook`,
          webhookSecret: 'sepay-secret',
          apiToken: 'sepay-token',
        },
        payos: {
          webhookUrl: `${shop.origin}/payments/payos/webhook`,
          clientId: 'payos-client',
          apiKey: 'payos-api-key',
          checksumKey: 'payos-checksum-key',
        },
        retryMinuteMs: 5,
      },
      bucket: { name: 'cho-phien', accessKey: 'bucket-access-key', secretKey: 'bucket-secret-key' },
      logger: { apiUrl: shop.origin, backOffMs: 5, timeoutMs: 300 },
      storefrontUrl: 'http://127.0.0.1:4300',
    },
    undefined,
    now,
  );
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    url,
    shop,
    now,
    post,
    /** Posts JSON and reads the JSON answer. */
    ask: async (path: string, body: unknown) => (await (await post(path, body)).json()) as Record<string, any>,
    get: (path: string) => fetch(url + path),
    form: (path: string, fields: Fields) =>
      fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }),
    close: async () => {
      await app.close();
      await shop.close();
    },
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A correct pay request, changed where a test wants it and signed after. */
export function payFields(stage: Stage, changes: Record<string, string | undefined> = {}): Fields {
  const now = stage.now();
  const fields: Record<string, string | undefined> = {
    vnp_Version: '2.1.0',
    vnp_Command: 'pay',
    vnp_TmnCode: tmnCode,
    vnp_Amount: '12500000',
    vnp_CreateDate: vnpayStamp(now),
    vnp_ExpireDate: vnpayStamp(new Date(now.getTime() + 900_000)),
    vnp_CurrCode: 'VND',
    vnp_IpAddr: '203.0.113.7',
    vnp_Locale: 'vn',
    vnp_OrderInfo: 'Thanh toan don hang AB12CD',
    vnp_OrderType: 'other',
    vnp_ReturnUrl: `${stage.shop.origin}/thanh-toan/vnpay/ket-qua?don=AB12CD`,
    vnp_TxnRef: nextRef(),
    ...changes,
  };
  const present = Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return signFields(hashSecret, Object.fromEntries(present));
}

export const payPath = (fields: Fields): string =>
  `/paymentv2/vpcpay.html?${signedText(fields)}&vnp_SecureHash=${fields['vnp_SecureHash']}`;

let refs = 0;
const nextRef = (): string => {
  refs += 1;
  return `AB12CD-${refs}`;
};

/** Opens the bank's page and reads the token that its buttons carry. */
export async function openPage(stage: Stage, changes: Record<string, string | undefined> = {}) {
  const fields = payFields(stage, changes);
  const text = await (await stage.get(payPath(fields))).text();
  const token = /name="token" value="([^"]+)"/.exec(text)?.[1];
  if (!token) throw new Error(`no bank page: ${text}`);
  return { fields, token, txnRef: fields['vnp_TxnRef'] as string, text };
}

/** Opens a page and presses one of its buttons; gives the address the buyer is sent to, if any. */
export async function press(stage: Stage, outcome: string, sequence = '', changes: Record<string, string> = {}) {
  const opened = await openPage(stage, changes);
  const response = await stage.form('/paymentv2/vpcpay.html', { token: opened.token, outcome, sequence });
  const location = response.headers.get('location');
  return { ...opened, response, back: location ? new URL(location) : undefined };
}

/** Waits until something is true, at most two seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 2_000; Date.now() < end; ) {
    if (await holds()) return;
    await pause(5);
  }
  throw new Error('it did not come true within two seconds');
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
