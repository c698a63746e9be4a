import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hashSecret, json, openStage, pause, payFields, payPath, press, type Stage, until } from '../testing/stage.ts';
import { sandboxAddresses } from './caller.ts';
import type { Call } from './recorder.ts';
import { verifyFields } from './signature.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  stage.shop.answer = json({ RspCode: '00', Message: 'Confirm Success' });
  await stage.ask('/_control', { provider: 'vnpay', reset: true });
});
afterAll(() => stage.close());

const callsOf = async (txnRef: string) =>
  ((await (await stage.get(`/_control/calls?txnRef=${txnRef}`)).json()) as { calls: Call[] }).calls;
const order = (body: object) => stage.ask('/_control', { provider: 'vnpay', ...body });

test('a shop that answers 00 is called once, from one of VNPay’s addresses', async () => {
  const { txnRef } = await press(stage, 'paid');
  await pause(60);
  const calls = await callsOf(txnRef);
  expect(calls).toMatchObject([{ number: 1, httpStatus: 200, rspCode: '00', verdict: 'stop' }]);
  const heard = stage.shop.heard.find(({ url }) => url.searchParams.get('vnp_TxnRef') === txnRef);
  expect(heard?.method).toBe('GET');
  expect(sandboxAddresses).toContain(heard?.headers['x-forwarded-for']);
});

test('a shop that answers 02 is left alone as well', async () => {
  stage.shop.answer = json({ RspCode: '02', Message: 'Order already confirmed' });
  const { txnRef } = await press(stage, 'paid');
  await pause(60);
  expect(await callsOf(txnRef)).toHaveLength(1);
});

test('a shop that never understands is called ten times and no more', async () => {
  stage.shop.answer = json({ RspCode: '99', Message: 'Unknown error' });
  const { txnRef } = await press(stage, 'paid');
  await until(async () => (await callsOf(txnRef)).length === 10);
  await pause(60);
  const calls = await callsOf(txnRef);
  expect(calls.map((call) => call.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(calls.every((call) => call.verdict === 'again')).toBe(true);
});

test('calls go on until the shop has come to its senses', async () => {
  let asked = 0;
  stage.shop.answer = (heard, response) => {
    asked += 1;
    json({ RspCode: asked < 4 ? '97' : '00', Message: '' })(heard, response);
  };
  const { txnRef } = await press(stage, 'paid');
  await until(async () => (await callsOf(txnRef)).at(-1)?.verdict === 'stop');
  expect((await callsOf(txnRef)).map((call) => call.rspCode)).toEqual(['97', '97', '97', '00']);
});

test.each<[string, Stage['shop']['answer'], string]>([
  ['no JSON', (_heard, response) => void response.end('OK 00'), 'không phải JSON'],
  ['no RspCode', json({ code: '00' }), 'không có RspCode'],
  ['HTTP 500 with 00 in it', json({ RspCode: '00' }, 500), 'HTTP 500'],
  ['a redirect', (_heard, response) => void response.writeHead(302, { location: '/' }).end(), 'chuyển hướng'],
  ['silence', () => undefined, 'không trả lời trong 300 ms'],
  ['a cut line', (_heard, response) => void response.destroy(), 'không nối được'],
])('%s is no answer: the shop is called again', async (_name, answer, failure) => {
  stage.shop.answer = answer;
  const { txnRef } = await press(stage, 'paid');
  stage.shop.answer = json({ RspCode: '00' });
  await until(async () => (await callsOf(txnRef)).length === 2);
  const [first, second] = await callsOf(txnRef);
  expect(first?.verdict).toBe('again');
  expect(first?.failure).toContain(failure);
  expect(second?.verdict).toBe('stop');
});

test.each([
  ['tampered-ipn', (fields: Record<string, string>) => !verifyFields(hashSecret, fields)],
  [
    'wrong-amount',
    (fields: Record<string, string>) => verifyFields(hashSecret, fields) && fields['vnp_Amount'] === '12600000',
  ],
  [
    'unknown-ref',
    (fields: Record<string, string>) =>
      verifyFields(hashSecret, fields) && fields['vnp_TxnRef']?.startsWith('KHONGCO') === true,
  ],
  [
    'upper-case-hash',
    (fields: Record<string, string>) =>
      /^[0-9A-F]{128}$/.test(fields['vnp_SecureHash'] ?? '') && verifyFields(hashSecret, fields),
  ],
])('“%s” spoils the first call only, and only of the next payment', async (fault, spoilt) => {
  await order({ faults: [fault] });
  let asked = 0;
  stage.shop.answer = (heard, response) => {
    asked += 1;
    json({ RspCode: asked === 1 ? '97' : '00' })(heard, response);
  };
  const before = stage.shop.heard.length;
  await press(stage, 'paid');
  await until(() => stage.shop.heard.length === before + 2);
  await press(stage, 'paid');
  const heard = stage.shop.ipns().slice(before);
  expect(heard.map(spoilt)).toEqual([true, false, false]);
});

test('a fault can last for several calls, and for every payment until it is taken back', async () => {
  await order({ faults: ['wrong-amount'], times: 2, scope: 'always' });
  stage.shop.answer = (heard, response) =>
    json({ RspCode: heard.url.searchParams.get('vnp_Amount') === '12500000' ? '00' : '04' })(heard, response);
  for (let round = 0; round < 2; round += 1) {
    const { txnRef } = await press(stage, 'paid');
    await until(async () => (await callsOf(txnRef)).at(-1)?.verdict === 'stop');
    expect((await callsOf(txnRef)).map((call) => call.rspCode)).toEqual(['04', '04', '00']);
  }
});

test('“twice-at-once” makes two equal calls at the same moment', async () => {
  await order({ faults: ['twice-at-once'] });
  let together = 0;
  let most = 0;
  stage.shop.answer = (heard, response) => {
    together += 1;
    most = Math.max(most, together);
    setTimeout(() => {
      together -= 1;
      json({ RspCode: '00' })(heard, response);
    }, 50);
  };
  const { txnRef } = await press(stage, 'paid');
  expect(most).toBe(2);
  const [one, two] = stage.shop.ipns().filter((fields) => fields['vnp_TxnRef'] === txnRef);
  expect(one).toEqual(two);
});

test('“late-success” sends the buyer back at once and tells the shop later, even after the window', async () => {
  await order({ faults: ['late-success'], lateMs: 120 });
  const { txnRef, back } = await press(stage, 'paid');
  expect(back?.searchParams.get('vnp_ResponseCode')).toBe('00');
  expect(await callsOf(txnRef)).toHaveLength(0);
  await until(async () => (await callsOf(txnRef)).length === 1);
});

test('“no-ipn”, “return-utm” and “return-tampered” do what they say', async () => {
  await order({ faults: ['no-ipn', 'return-utm'] });
  const silent = await press(stage, 'paid');
  await pause(40);
  expect(await callsOf(silent.txnRef)).toHaveLength(0);
  expect(silent.back?.searchParams.get('utm_source')).toBe('vnpay');
  expect(verifyFields(hashSecret, Object.fromEntries(silent.back?.searchParams ?? []))).toBe(true);

  await order({ faults: ['return-tampered'] });
  const { back } = await press(stage, 'paid');
  expect(verifyFields(hashSecret, Object.fromEntries(back?.searchParams ?? []))).toBe(false);
});

test('“failed-first” tells of a failure, and of success after all', async () => {
  await order({ faults: ['failed-first'] });
  const { txnRef } = await press(stage, 'paid');
  await until(async () => (await callsOf(txnRef)).length === 2);
  const told = stage.shop.ipns().filter((fields) => fields['vnp_TxnRef'] === txnRef);
  expect(told.map((fields) => fields['vnp_TransactionStatus'])).toEqual(['02', '00']);
  expect(told.every((fields) => verifyFields(hashSecret, fields))).toBe(true);
});

test('the order of telling can be set without touching the page, and the page’s own choice wins', async () => {
  await order({ sequence: 'return-only', scope: 'always' });
  expect(await callsOf((await press(stage, 'paid')).txnRef)).toHaveLength(0);
  expect(await callsOf((await press(stage, 'paid', 'ipn-first')).txnRef)).toHaveLength(1);
});

test('a misspelt fault or field is refused by name', async () => {
  const misspelt = await stage.post('/_control', { provider: 'vnpay', faults: ['tampered'] });
  expect([misspelt.status, ((await misspelt.json()) as { field: string }).field]).toEqual([400, 'faults']);
  expect(await order({ fault: 'no-ipn' })).toMatchObject({ error: 'refused', field: 'fault' });
  expect(await stage.ask('/_control', { provider: 'momo' })).toMatchObject({ field: 'provider' });
});

test('a test pays without a browser', async () => {
  const fields = payFields(stage);
  const paid = await stage.ask('/_control/vnpay/pay', { payUrl: stage.url + payPath(fields), outcome: 'paid' });
  expect(paid).toMatchObject({
    txnRef: fields['vnp_TxnRef'],
    responseCode: '00',
    transactionStatus: '00',
    calls: [{ rspCode: '00' }],
  });
  expect(new URL(paid['returnUrl']).searchParams.get('vnp_ResponseCode')).toBe('00');

  const again = await stage.post('/_control/vnpay/pay', { payUrl: stage.url + payPath(fields), outcome: 'paid' });
  expect(again.status).toBe(400);
  expect(((await again.json()) as { message: string }).message).toContain('VNPay 01');
});

test('stopping the sandbox lets go of the calls that were still to come', async () => {
  const stopping = await openStage({ retryIntervalMs: 60_000 });
  stopping.shop.answer = json({ RspCode: '99' });
  await press(stopping, 'paid');
  const started = Date.now();
  await stopping.close();
  expect(Date.now() - started).toBeLessThan(2_000);
});
