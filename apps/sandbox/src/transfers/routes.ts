import { formatDong, formatInstant } from '@chophien/kernel';
import type { FastifyInstance } from 'fastify';
import { Asked, Refused } from '../asked.ts';
import { page, sendPage } from '../layout.ts';
import { html } from '../markup.ts';
import { type Bank, bankTime, type TransferFault, transferFaults } from './bank.ts';
import { isVirtual, Payos } from './payos.ts';

/** SePay's and payOS's own addresses, the bank's app for a person, and those by which a test steers them. */
export function transferRoutes(app: FastifyInstance, bank: Bank): void {
  const payos = new Payos(bank);

  app.get<{ Querystring: { page?: string; per_page?: string } }>('/sepay/transactions', (request, reply) => {
    if (request.headers.authorization !== `Bearer ${bank.settings.sepay.apiToken}`) {
      return reply.code(401).send({ status: 'error', message: 'Unauthorized' });
    }
    const [number, size] = [Number(request.query.page ?? 1), Math.min(100, Number(request.query.per_page ?? 20))];
    const newest = bank.movements.filter(({ account }) => !isVirtual(account)).toReversed();
    const data = newest.slice((number - 1) * size, number * size).map((one) => ({
      id: `tx-${one.id}`,
      transaction_date: bankTime(one.at),
      account_number: one.account,
      va: '',
      transfer_type: one.direction,
      amount_in: one.direction === 'in' ? one.amount : 0,
      amount_out: one.direction === 'out' ? one.amount : 0,
      accumulated: 0,
      transaction_content: one.content,
      reference_number: one.reference,
      code: null,
      bank_brand_name: 'Vietcombank',
    }));
    const has_more = number * size < newest.length;
    return reply.send({ status: 'success', data, meta: { pagination: { total: newest.length, has_more } } });
  });

  app.post('/v2/payment-requests', (request, reply) =>
    payos.knows(keysOf(request.headers)) ? payos.create(request.body) : reply.code(401).send({ code: '401' }),
  );
  app.get<{ Params: { id: string } }>('/v2/payment-requests/:id', (request, reply) =>
    payos.knows(keysOf(request.headers)) ? payos.read(request.params.id) : reply.code(401).send({ code: '401' }),
  );
  app.post<{ Params: { id: string } }>('/v2/payment-requests/:id/cancel', (request, reply) =>
    payos.knows(keysOf(request.headers)) ? payos.cancel(request.params.id) : reply.code(401).send({ code: '401' }),
  );

  const send = async (body: unknown) => {
    const asked = new Asked(body);
    const amount = asked.whole('amount', 1, 1e13);
    const content = asked.text('content', 500);
    const account = asked.text('account', 30);
    const orderCode = asked.whole('orderCode', 1, Number.MAX_SAFE_INTEGER);
    const direction = asked.oneOf('direction', ['in', 'out'] as const) ?? 'in';
    const faults = new Set<TransferFault>(asked.someOf('faults', transferFaults));
    asked.done();
    if (orderCode !== undefined) {
      const movement = await payos.pay(orderCode, { amount, content }, faults);
      if (!movement) throw new Refused('orderCode', 'payOS has no such payment link', 404);
      return movement;
    }
    if (!account || amount === undefined) throw new Refused('account', 'an account and an amount are needed');
    const movement = bank.move({ account, amount, content: content ?? '', direction });
    await bank.tellSepay(movement, faults);
    return movement;
  };
  app.post('/_control/transfers/send', (request) => send(request.body));
  app.get('/_control/transfers', () => ({ movements: bank.movements, told: bank.told }));

  app.get('/chuyen-khoan', (_request, reply) => sendPage(reply, transferPage(bank)));
  app.post('/chuyen-khoan', async (request, reply) => {
    await send(request.body);
    return reply.header('cache-control', 'no-store').redirect('/chuyen-khoan', 303);
  });
}

const keysOf = (headers: Record<string, unknown>) => ({
  clientId: headers['x-client-id'],
  apiKey: headers['x-api-key'],
});

/** A bank's app, as far as a person who tries the market needs one. */
const transferPage = (bank: Bank): string =>
  page(
    'Chuyển khoản',
    html`<h1>Chuyển khoản (giả lập)</h1>
<form method="post" action="/chuyen-khoan" class="card">
<p><label>Số tài khoản<br><input name="account" required maxlength="30"></label></p>
<p><label>Số tiền (đồng)<br><input name="amount" required inputmode="numeric"></label></p>
<p><label>Nội dung<br><input name="content" maxlength="200"></label></p>
<button class="first">Chuyển</button>
</form>
<h2>Đã chuyển</h2>
${bank.movements.length === 0 ? html`<p class="card">Chưa có lần nào.</p>` : null}
${bank.movements
  .slice(-50)
  .reverse()
  .map(
    (one) => html`<section class="card">
<p><strong>${formatDong(one.amount)}</strong> · ${one.account}</p>
<p>${one.content}</p>
<p class="soft">${formatInstant(one.at)} · ${one.reference}</p>
</section>`,
  )}`,
  );
