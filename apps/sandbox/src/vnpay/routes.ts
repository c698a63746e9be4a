import type { FastifyInstance } from 'fastify';
import { Asked, Refused } from '../asked.ts';
import { sendPage } from '../layout.ts';
import { runAcceptance } from './acceptance.ts';
import { bankPage, closedPage, errorPage } from './bank.page.ts';
import { bookPage } from './book.page.ts';
import type { Gateway } from './gateway.ts';
import { MerchantApi } from './merchant-api.ts';
import { outcomes, sequenceNames } from './outcomes.ts';
import { isRefusal } from './pay-request.ts';

/** VNPay's own addresses, and those by which a test steers it. */
export function vnpayRoutes(app: FastifyInstance, gateway: Gateway): void {
  const api = new MerchantApi(gateway);

  app.get('/paymentv2/vpcpay.html', (request, reply) => {
    const opened = gateway.open(queryOf(request.url));
    return isRefusal(opened) ? sendPage(reply, errorPage(opened), 400) : sendPage(reply, bankPage(opened));
  });

  app.post('/paymentv2/vpcpay.html', async (request, reply) => {
    const asked = new Asked(request.body);
    const payment = gateway.page(asked.needed('token', 100));
    const outcome = asked.oneOf('outcome', [...outcomes, 'left'] as const);
    const sequence = asked.oneOf('sequence', sequenceNames);
    asked.done();
    if (!outcome) throw new Refused('outcome', 'is needed');
    if (outcome === 'left') return sendPage(reply, closedPage());

    const decided = await gateway.decide(payment, outcome, sequence);
    if (!decided.returnUrl) return sendPage(reply, closedPage(decided.payment));
    return reply.header('cache-control', 'no-store').redirect(decided.returnUrl, 303);
  });

  app.post('/merchant_webapi/api/transaction', (request, reply) => {
    const { answer, dropped } = api.answer(request.body);
    if (!dropped) return reply.send(answer);
    reply.hijack();
    request.raw.socket.destroy();
    return reply;
  });

  app.get('/so-vnpay', (_request, reply) => sendPage(reply, bookPage(gateway)));

  app.get('/_control/calls', (request) => {
    const txnRef = queryOf(request.url).get('txnRef') ?? undefined;
    return { calls: gateway.recorder.list(txnRef) };
  });

  app.get('/_control/vnpay/payments', () => ({
    payments: gateway.ledger.list().map(({ token: _token, secureHash: _hash, ...payment }) => payment),
  }));

  app.post('/_control/vnpay/sit', (request) => {
    const asked = new Asked(request.body ?? {});
    const wish = {
      ipnUrl: asked.address('ipnUrl'),
      txnRef: asked.text('txnRef', 100),
      amount: asked.whole('amount', 1, 1e10),
    };
    asked.done();
    return runAcceptance(gateway, wish);
  });

  app.post('/_control/vnpay/pay', (request) => payWithoutBrowser(gateway, request.body));
}

/** Opens a pay address and presses one of its buttons; answers where the buyer would be sent and what the shop said. */
async function payWithoutBrowser(gateway: Gateway, body: unknown) {
  const asked = new Asked(body);
  const payUrl = asked.address('payUrl');
  const outcome = asked.oneOf('outcome', outcomes) ?? 'paid';
  const sequence = asked.oneOf('sequence', sequenceNames);
  asked.done();
  if (!payUrl) throw new Refused('payUrl', 'is needed');

  const opened = gateway.open(new URL(payUrl).searchParams);
  if (isRefusal(opened)) throw new Refused(opened.field ?? 'payUrl', `VNPay ${opened.code}: ${opened.message}`);
  const { payment, returnUrl } = await gateway.decide(opened, outcome, sequence);
  return {
    txnRef: payment.txnRef,
    responseCode: payment.result.response,
    transactionStatus: payment.result.status,
    transactionNo: payment.result.transactionNo,
    returnUrl: returnUrl ?? null,
    calls: gateway.recorder.list(payment.txnRef),
  };
}

const queryOf = (url: string): URLSearchParams => new URL(url, 'http://sandbox.invalid').searchParams;
