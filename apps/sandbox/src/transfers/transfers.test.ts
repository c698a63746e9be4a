import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { json, openStage, type Stage, until } from '../testing/stage.ts';
import { payosSignature, payosText, sepaySignature } from './signature.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => {
  stage.shop.answer = json({ success: true });
  stage.shop.heard.length = 0;
});
afterAll(() => stage.close());

const send = (body: object) => stage.ask('/_control/transfers/send', body);
const toAccount = (more: object = {}) =>
  send({ account: '0123456789', amount: 125_000, content: 'MBVCB.1.DHAB12CD.CT tu', ...more });
const genuine = (): boolean[] =>
  stage.shop.heard.map(({ headers, body }) => {
    const seconds = Number(headers['x-sepay-timestamp']);
    const fresh = Math.abs(Date.now() / 1000 - seconds) < 300;
    return fresh && headers['x-sepay-signature'] === sepaySignature('sepay-secret', seconds, body);
  });

test('both signatures are the companies’ own', () => {
  const body =
    '{"id":92704,"gateway":"Vietcombank","transactionDate":"2026-11-23 19:03:12","accountNumber":"0123456789","code":"DHAB12CD","content":"DHAB12CD","transferType":"in","transferAmount":125000,"accumulated":0,"subAccount":null,"referenceCode":"FT26327000001","description":""}';
  expect(sepaySignature('sepay-secret', 1795435392, body)).toBe(
    'sha256=2289dd0e0bb6823e1c1e9c2e7280196396b5d3c3c006678d0aa80bdcd8b7bf94',
  );
  const link = {
    amount: 125_000,
    cancelUrl: 'https://cho.example.vn/huy',
    description: 'DHAB12CD',
    orderCode: 1001,
    returnUrl: 'https://cho.example.vn/xong',
  };
  expect(payosSignature('payos-checksum-key', link)).toBe(
    '2f0077a9a01038fc86a98af89d6bce7d5977a58e97e84994cf6dc503b4d168ff',
  );
  expect(payosText({ b: null, a: [{ x: 1, k: 2 }] })).toBe('a=[{"k":2,"x":1}]&b=');
});

test('SePay tells of a transfer once, signed, to a shop that understands', async () => {
  await toAccount();
  expect(genuine()).toEqual([true]);
  expect(JSON.parse(stage.shop.heard[0]!.body)).toMatchObject({
    accountNumber: '0123456789',
    transferAmount: 125_000,
    transferType: 'in',
  });
});

test('a shop that does not answer is told eight times and no more', async () => {
  stage.shop.answer = json({}, 500);
  await toAccount();
  await until(() => stage.shop.heard.length === 8);
});

test.each(['bad-signature', 'no-signature', 'old-timestamp'])('“%s” spoils the first call', async (fault) => {
  stage.shop.answer = (heard, response) => json({}, stage.shop.heard.length === 1 ? 401 : 200)(heard, response);
  await toAccount({ faults: [fault] });
  await until(() => stage.shop.heard.length === 2);
  expect(genuine()).toEqual([false, true]);
});

test('“twice” tells at the same moment, “silent” not at all, and both stand in the list', async () => {
  await toAccount({ faults: ['twice'] });
  expect(stage.shop.heard).toHaveLength(2);
  await toAccount({ faults: ['silent'], amount: 777 });
  expect(stage.shop.heard).toHaveLength(2);
  const list = await fetch(`${stage.url}/sepay/transactions`, { headers: { authorization: 'Bearer sepay-token' } });
  const { data } = (await list.json()) as { data: { amount_in: number }[] };
  expect(data[0]?.amount_in).toBe(777);
  expect((await stage.get('/sepay/transactions')).status).toBe(401);
});

const payos = async (path: string, body?: object) => {
  const answer = await fetch(stage.url + path, {
    method: body ? 'POST' : 'GET',
    headers: { 'x-client-id': 'payos-client', 'x-api-key': 'payos-api-key', 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as Record<string, any>;
};
const link = (orderCode: number, more: object = {}) => {
  const asked = {
    orderCode,
    amount: 50_000,
    description: 'DHAB12CD',
    cancelUrl: 'https://a.vn',
    returnUrl: 'https://a.vn',
  };
  return { ...asked, signature: payosSignature('payos-checksum-key', asked), ...more };
};

test('payOS opens a link once, tells of its payment, and answers for it', async () => {
  const made = await payos('/v2/payment-requests', link(1));
  expect(made).toMatchObject({ code: '00', data: { status: 'PENDING' } });
  expect(made['data'].qrCode).toContain('DHAB12CD');
  expect(await payos('/v2/payment-requests', link(1))).toMatchObject({ code: '231' });
  expect(await payos('/v2/payment-requests', link(2, { signature: 'x' }))).toMatchObject({ code: '201' });

  await send({ orderCode: 1, amount: 20_000 });
  expect(await payos('/v2/payment-requests/1')).toMatchObject({
    data: { status: 'UNDERPAID', amountRemaining: 30_000 },
  });
  await send({ orderCode: 1, amount: 30_000 });
  const read = await payos(`/v2/payment-requests/${made['data'].paymentLinkId}`);
  expect(read).toMatchObject({ data: { status: 'PAID' } });
  expect(read['signature']).toBe(payosSignature('payos-checksum-key', read['data']));
  const told = JSON.parse(stage.shop.heard[0]!.body);
  expect(told.signature).toBe(createHmac('sha256', 'payos-checksum-key').update(payosText(told.data)).digest('hex'));
});

test('a cancelled link is cancelled, an unknown one unknown', async () => {
  await payos('/v2/payment-requests', link(3));
  expect(await payos('/v2/payment-requests/3/cancel', {})).toMatchObject({ data: { status: 'CANCELLED' } });
  expect(await payos('/v2/payment-requests/99')).toMatchObject({ code: '101' });
});
