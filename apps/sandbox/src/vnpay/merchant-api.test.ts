import { afterEach, beforeEach, expect, test } from 'vitest';
import { vnpayStamp } from '@chophien/kernel';
import { hashSecret, openPage, openStage, press, type Stage, tmnCode } from '../testing/stage.ts';
import { hmac, joined, queryAnswerKeys, queryRequestKeys, refundAnswerKeys, refundRequestKeys } from './signature.ts';

let stage: Stage;
let time: number;
beforeEach(async () => {
  time = Date.parse('2026-11-23T12:00:00Z');
  stage = await openStage({ refundStepMs: 1_000 }, () => new Date(time));
});
afterEach(() => stage.close());

let requests = 0;
type Paid = Awaited<ReturnType<typeof openPage>>;

function question(paid: Paid, changes: Record<string, string> = {}) {
  requests += 1;
  const wire: Record<string, string> = {
    vnp_RequestId: `req${requests}`,
    vnp_Version: '2.1.0',
    vnp_Command: 'querydr',
    vnp_TmnCode: tmnCode,
    vnp_TxnRef: paid.txnRef,
    vnp_TransactionDate: paid.fields['vnp_CreateDate'] as string,
    vnp_CreateDate: vnpayStamp(new Date(time)),
    vnp_IpAddr: '203.0.113.7',
    vnp_OrderInfo: 'Truy van',
    ...changes,
  };
  const keys = wire['vnp_Command'] === 'refund' ? refundRequestKeys : queryRequestKeys;
  return { ...wire, vnp_SecureHash: hmac(hashSecret, joined(wire, keys)) };
}
const refund = (paid: Paid, dong: number, changes: Record<string, string> = {}) =>
  question(paid, {
    vnp_Command: 'refund',
    vnp_TransactionType: '03',
    vnp_Amount: String(dong * 100),
    vnp_TransactionNo: '0',
    vnp_CreateBy: 'admin',
    ...changes,
  });

/** Asks, and checks that the answer is signed. */
async function ask(wire: Record<string, string>) {
  const answer = await stage.ask('/merchant_webapi/api/transaction', wire);
  const keys = wire['vnp_Command'] === 'refund' ? refundAnswerKeys : queryAnswerKeys;
  expect(answer['vnp_SecureHash']).toBe(hmac(hashSecret, joined(answer, keys)));
  return answer;
}
const code = async (wire: Record<string, string>) => (await ask(wire))['vnp_ResponseCode'];

test('a paid payment is found by its reference and its date', async () => {
  const paid = await press(stage, 'paid');
  expect(await ask(question(paid))).toMatchObject({
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '00',
    vnp_TransactionType: '01',
    vnp_Amount: '12500000',
    vnp_TxnRef: paid.txnRef,
    vnp_TransactionNo: paid.back?.searchParams.get('vnp_TransactionNo'),
  });
});

test('an open page is not finished, and failed once its time is over', async () => {
  const open = await openPage(stage);
  expect(await ask(question(open))).toMatchObject({ vnp_ResponseCode: '00', vnp_TransactionStatus: '01' });
  time += 901_000;
  expect(await ask(question(open))).toMatchObject({ vnp_ResponseCode: '00', vnp_TransactionStatus: '02' });
});

test('what was never seen is 91, also under the wrong date', async () => {
  const paid = await press(stage, 'paid');
  expect(await code(question({ ...paid, txnRef: 'ZZ99-1' }))).toBe('91');
  expect(await code(question(paid, { vnp_TransactionDate: '20250101000000' }))).toBe('91');
});

test('a wrong hash is 97, another shop 02, a missing field 03', async () => {
  const paid = await press(stage, 'paid');
  expect(await code({ ...question(paid), vnp_OrderInfo: 'khac' })).toBe('97');
  const { vnp_SecureHash: _hash, ...unsigned } = question(paid);
  expect(await code(unsigned)).toBe('97');
  expect(await code(question(paid, { vnp_TmnCode: 'NGUOILA1' }))).toBe('02');
  expect(await code(question(paid, { vnp_IpAddr: '' }))).toBe('03');
  expect(await code(question(paid, { vnp_Command: 'xoa' }))).toBe('03');
});

test('a request id is good for one question a day', async () => {
  const paid = await press(stage, 'paid');
  const wire = question(paid);
  expect([await code(wire), await code(wire)]).toEqual(['00', '94']);
});

test('parts go back until nothing is left, and never more', async () => {
  const paid = await press(stage, 'paid');
  const first = await ask(refund(paid, 50_000));
  expect(first).toMatchObject({
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '05',
    vnp_TransactionType: '03',
    vnp_Amount: '5000000',
  });
  time += 1_000;
  expect(await code(refund(paid, 80_000))).toBe('99');
  expect(await code(refund(paid, 125_000, { vnp_TransactionType: '02' }))).toBe('03');
  expect(await code(refund(paid, 75_000))).toBe('00');
  time += 1_000;
  expect(await code(refund(paid, 5_000))).toBe('94');
});

test('a refund is under way, then at the bank; a second one meanwhile is 94', async () => {
  const paid = await press(stage, 'paid');
  const done = await ask(refund(paid, 125_000, { vnp_TransactionType: '02' }));
  expect(await code(refund(paid, 1_000))).toBe('94');
  expect((await ask(question(paid)))['vnp_TransactionStatus']).toBe('05');
  time += 1_000;
  expect(await ask(question(paid))).toMatchObject({
    vnp_TransactionStatus: '06',
    vnp_TransactionType: '02',
    vnp_TransactionNo: done['vnp_TransactionNo'],
  });
  const number = paid.back?.searchParams.get('vnp_TransactionNo') ?? '';
  expect(await ask({ ...question(paid), vnp_TransactionNo: number })).toMatchObject({
    vnp_TransactionType: '01',
    vnp_TransactionStatus: '00',
  });
});

test('a rejected refund ends in 09 and its money can be refunded anew', async () => {
  const paid = await press(stage, 'paid');
  await stage.ask('/_control', { provider: 'vnpay', faults: ['refund-rejected'] });
  expect(await code(refund(paid, 125_000, { vnp_TransactionType: '02' }))).toBe('00');
  time += 1_000;
  expect((await ask(question(paid)))['vnp_TransactionStatus']).toBe('09');
  expect(await code(refund(paid, 125_000))).toBe('00');
});

test('what was not paid is not refunded: 95', async () => {
  expect(await code(refund(await press(stage, 'cancelled'), 10_000))).toBe('95');
  expect(await code(refund(await press(stage, 'suspected'), 10_000))).toBe('95');
  expect(await code(refund(await openPage(stage), 10_000))).toBe('95');
});

test('a refund of nothing, of half a đồng or of a negative amount is 03', async () => {
  const paid = await press(stage, 'paid');
  for (const amount of ['0', '150', '-5000', 'x']) {
    expect(await code(refund(paid, 0, { vnp_Amount: amount }))).toBe('03');
  }
});

test('the line can break after the refund was done: the money is gone all the same', async () => {
  const paid = await press(stage, 'paid');
  await stage.ask('/_control', { provider: 'vnpay', faults: ['drop-after-refund'] });
  await expect(stage.post('/merchant_webapi/api/transaction', refund(paid, 50_000))).rejects.toThrow('fetch failed');
  expect(await ask(question(paid))).toMatchObject({ vnp_TransactionType: '03', vnp_Amount: '5000000' });
  time += 1_000;
  expect(await code(refund(paid, 80_000))).toBe('99');
});

test('the line can break before anything was done, and then no money is gone', async () => {
  const paid = await press(stage, 'paid');
  await stage.ask('/_control', { provider: 'vnpay', faults: ['drop-before-refund'] });
  await expect(stage.post('/merchant_webapi/api/transaction', refund(paid, 50_000))).rejects.toThrow('fetch failed');
  expect(await ask(question(paid))).toMatchObject({ vnp_TransactionType: '01', vnp_TransactionStatus: '00' });
  expect(await code(refund(paid, 125_000, { vnp_TransactionType: '02' }))).toBe('00');
});

test('an answer can come without a signature', async () => {
  const paid = await press(stage, 'paid');
  await stage.ask('/_control', { provider: 'vnpay', faults: ['refund-unsigned'] });
  const answer = await stage.ask('/merchant_webapi/api/transaction', refund(paid, 50_000));
  expect(answer).toMatchObject({ vnp_ResponseCode: '00' });
  expect(answer['vnp_SecureHash']).toBeUndefined();
});
