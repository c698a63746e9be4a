import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { OrderView, PaymentTask } from '@chophien/contracts';
import { openSandbox } from '../../../sandbox/src/server.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { CancelShipment } from '../logistics/index.ts';
import { rows } from '../platform/database.ts';
import { env, useEnv } from '../platform/env.ts';
import { PaymentsModule, RefundBuyer, SendRefund, SettleRefunds } from './index.ts';

const secrets = { tmnCode: 'TESTTMN1', hashSecret: 'SECRETSECRETSECRETSECRETSECRET12' };

/** A trade whose payments go to the sandbox and come back from it, over HTTP; both live by one clock. */
export const openStage = async (url: string) => {
  const market = await Trade.open(url, {
    imports: [PaymentsModule],
    heard: {
      'order.cancelled': [CancelShipment, RefundBuyer],
      'parcel.cancelled': [CancelShipment, RefundBuyer],
      'refund.opened': [SendRefund],
      'refund.resumed': [SendRefund],
    },
    env: { VNPAY_TMN_CODE: secrets.tmnCode, VNPAY_HASH_SECRET: secrets.hashSecret },
  });
  await market.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = market.app.getHttpServer().address() as { port: number };
  const sandbox = openSandbox(
    {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      vnpay: {
        ...secrets,
        ipnUrl: `http://127.0.0.1:${port}/payments/vnpay/ipn`,
        retryIntervalMs: 20,
        ipnTimeoutMs: 5_000,
        returnLeadMs: 20,
        refundStepMs: 60_000,
      },
      esms: { apiKey: 'key', secretKey: 'secret' },
      zalo: { accessToken: 'token' },
      transfers: {
        sepay: {
          webhookUrl: `http://127.0.0.1:${port}/payments/sepay/webhook`,
          webhookSecret: 'sepay-secret',
          apiToken: 'sepay-token',
        },
        payos: {
          webhookUrl: `http://127.0.0.1:${port}/payments/payos/webhook`,
          clientId: 'payos-client',
          apiKey: 'payos-api-key',
          checksumKey: 'payos-checksum-key',
        },
        retryMinuteMs: 20,
      },
      bucket: { name: 'cho-phien', accessKey: 'access-key', secretKey: 'secret-key' },
      logger: { apiUrl: 'http://127.0.0.1:9', backOffMs: 5, timeoutMs: 300 },
      storefrontUrl: 'http://127.0.0.1:4300',
    },
    undefined,
    () => market.clock.now(),
  );
  const vnpay = await sandbox.listen({ host: '127.0.0.1', port: 0 });
  useEnv({
    ...env(),
    VNPAY_URL: vnpay,
    STOREFRONT_URL: 'http://127.0.0.1:4300',
    SEPAY_URL: `${vnpay}/sepay`,
    SEPAY_WEBHOOK_SECRET: 'sepay-secret',
    SEPAY_API_TOKEN: 'sepay-token',
    PAYOS_URL: vnpay,
    PAYOS_CLIENT_ID: 'payos-client',
    PAYOS_API_KEY: 'payos-api-key',
    PAYOS_CHECKSUM_KEY: 'payos-checksum-key',
  });
  const accountant = market.person([{ role: 'accountant', province: '24' }], 'official');

  const post = async (path: string, body: object) => {
    const answer = await fetch(vnpay + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, string> & { txnRef: string };
  };
  const control = (body: object) => post('/_control', { provider: 'vnpay', ...body });

  const awaiting = async (): Promise<OrderView> => {
    const offer = await market.listing({ quantity: 10_000, price: 40_000 });
    return market.placed([{ offer, quantity: 2_000 }], { payment: 'vnpay' });
  };
  const payUrl = async (order: OrderView): Promise<string> => {
    const body = { id: randomUUID(), key: order.key };
    const { status, body: started } = await market.ask('POST', `/orders/${order.code}/payments`, { body });
    if (status !== 200) throw new Error(`${status}`);
    return (started as { payUrl: string }).payUrl;
  };
  /** Presses one of the buttons of the bank's page, and waits until VNPay was understood or will call no more. */
  const pay = async (order: OrderView, outcome = 'paid', more: { sequence?: string; calls?: number } = {}) => {
    const { calls = 1, ...wish } = more;
    const done = await post('/_control/vnpay/pay', { payUrl: await payUrl(order), outcome, ...wish });
    await called(done.txnRef, calls);
    await market.settle();
    return done as unknown as { txnRef: string; returnUrl: string };
  };
  const codes = async (txnRef: string): Promise<string[]> => {
    const answer = await fetch(`${vnpay}/_control/calls?txnRef=${txnRef}`);
    return ((await answer.json()) as { calls: { rspCode: string }[] }).calls.map((call) => call.rspCode);
  };
  const called = async (txnRef: string, times: number) => {
    for (let waited = 0; (await codes(txnRef)).length < times && waited < 100; waited += 1) await pause(20);
  };

  const stateOf = async (order: OrderView): Promise<string> =>
    ((await market.ask('GET', `/orders/${order.code}?key=${order.key}`)).body as OrderView).state;
  const receipts = (order: OrderView) =>
    rows<{ amount: number; refunded: number; clear: boolean }>(
      market.db,
      'select amount, refunded, clear from payments.receipt where order_id = $1 order by at, clear',
      [order.id],
    );
  const refunds = (order: OrderView) =>
    rows<{ id: string; amount: number; state: string; tries: number; way: string }>(
      market.db,
      'select id, amount, state, tries, way from payments.refund where order_id = $1 order by opened_at, amount',
      [order.id],
    );
  /** What VNPay itself has given back of a payment. */
  const gone = async (txnRef: string): Promise<number> => {
    const answer = (await (await fetch(`${vnpay}/_control/vnpay/payments`)).json()) as {
      payments: { txnRef: string; refunds: { amount: number; rejected: boolean }[] }[];
    };
    const found = answer.payments.find((payment) => payment.txnRef === txnRef)!;
    return found.refunds.filter((one) => !one.rejected).reduce((sum, { amount }) => sum + amount, 0);
  };
  const later = async (minutes = 3) => {
    market.clock.pass(minutes * 60_000);
    await market.get(SettleRefunds).run();
    await market.settle();
  };
  const cancel = async (order: OrderView) => {
    const { status } = await market.ask('POST', `/orders/${order.code}/cancellation`, { body: { key: order.key } });
    if (status !== 200) throw new Error(`${status}`);
    await market.settle();
  };
  const tasks = async (order: OrderView): Promise<PaymentTask[]> => {
    const { body } = await market.ask('GET', '/payments/tasks', { as: accountant });
    return (body as { items: PaymentTask[] }).items.filter((task) => task.orderCode === order.code);
  };
  const decide = (task: PaymentTask, body: object, as = accountant) =>
    market.ask('POST', `/payments/tasks/${task.id}/decision`, { as, body });

  const close = async () => {
    await sandbox.close();
    await market.close();
  };
  return {
    market,
    vnpay,
    accountant,
    close,
    post,
    control,
    awaiting,
    payUrl,
    pay,
    codes,
    called,
    stateOf,
    receipts,
    refunds,
    gone,
    later,
    cancel,
    tasks,
    decide,
  };
};
export type VnpayStage = Awaited<ReturnType<typeof openStage>>;
