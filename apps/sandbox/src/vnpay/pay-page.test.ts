import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, openStage, payFields, payPath, press, type Stage, tmnCode } from '../testing/stage.ts';
import { verifyFields, signFields } from './signature.ts';
import { hashSecret, until } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const refusal = async (changes: Record<string, string | undefined>) => {
  const response = await stage.get(payPath(payFields(stage, changes)));
  const text = await response.text();
  return {
    status: response.status,
    code: /Mã lỗi: (\d\d)/.exec(text)?.[1],
    field: /<code>(vnp_\w+)<\/code>/.exec(text)?.[1],
  };
};

test('the buyer sees what is paid, to which order, and that no money is real', async () => {
  const { text, txnRef } = await openPage(stage);
  expect(text).toContain('125.000');
  expect(text).toContain(txnRef);
  expect(text).toContain('Thanh toan don hang AB12CD');
  expect(text).toContain('Đây là máy giả lập, không có tiền thật');
  expect(text).toContain('9704198526191432198');
  expect(text).not.toContain('<script');
});

test('a wrong signature stops the buyer with code 70', async () => {
  const fields = payFields(stage);
  const response = await stage.get(payPath({ ...fields, vnp_Amount: '500000' }));
  expect(response.status).toBe(400);
  const text = await response.text();
  expect(text).toContain('Mã lỗi: 70');
  expect(text).toContain('Sai chữ ký');
});

test('an unknown shop stops the buyer with code 72', async () => {
  expect(await refusal({ vnp_TmnCode: 'NGUOILA1' })).toMatchObject({ status: 400, code: '72' });
});

test.each([
  ['vnp_OrderInfo', 'Thanh toán đơn hàng'],
  ['vnp_OrderInfo', undefined],
  ['vnp_Amount', '12500050'],
  ['vnp_Amount', '499900'],
  ['vnp_Amount', '-500000'],
  ['vnp_Amount', '1250000.00'],
  ['vnp_CreateDate', '20261131120000'],
  ['vnp_ExpireDate', undefined],
  ['vnp_ExpireDate', '2026112319'],
  ['vnp_IpAddr', 'nha-toi'],
  ['vnp_ReturnUrl', 'javascript:alert(1)'],
  ['vnp_CurrCode', 'USD'],
  ['vnp_TxnRef', 'đơn 1'],
])('a bad %s (%s) is named with code 03', async (field, value) => {
  expect(await refusal({ [field]: value })).toEqual({ status: 400, code: '03', field });
});

test('a field said twice is refused though the signature of the last one is right', async () => {
  const fields = payFields(stage);
  const response = await stage.get(`${payPath(fields)}&vnp_Amount=${fields['vnp_Amount']}`);
  expect(await response.text()).toContain('xuất hiện hai lần');
});

test('5.000 đ is enough to pay', async () => {
  expect((await openPage(stage, { vnp_Amount: '500000' })).text).toContain('5.000');
});

test('an expired address is told by Vietnam’s clock, with code 15', async () => {
  const { code } = await refusal({ vnp_CreateDate: '20261101080000', vnp_ExpireDate: '20261101081500' });
  expect(code).toBe('15');
});

test('reloading the page is harmless, but a reference works once a day', async () => {
  const fields = payFields(stage);
  const first = await stage.get(payPath(fields));
  const again = await stage.get(payPath(fields));
  expect([first.status, again.status]).toEqual([200, 200]);

  const another = await stage.get(
    payPath(payFields(stage, { vnp_TxnRef: fields['vnp_TxnRef'], vnp_Amount: '900000' })),
  );
  expect(await another.text()).toContain('Mã lỗi: 01');
});

test('a paid address cannot be paid again', async () => {
  const { fields } = await press(stage, 'paid');
  expect(await (await stage.get(payPath(fields))).text()).toContain('Mã lỗi: 01');
});

test.each([
  ['paid', '00', '00'],
  ['cancelled', '24', '02'],
  ['not-enough-money', '51', '02'],
  ['card-locked', '12', '02'],
  ['wrong-otp', '13', '02'],
  ['wrong-card', '10', '02'],
  ['expired', '11', '02'],
  ['suspected', '07', '07'],
  ['reversed', '00', '04'],
  ['bank-down', '75', '02'],
  ['not-enrolled', '09', '02'],
  ['over-limit', '65', '02'],
  ['wrong-password', '79', '02'],
  ['other-error', '99', '02'],
])('choosing “%s” tells shop and buyer %s/%s, signed', async (outcome, response, status) => {
  const { back, txnRef, response: answer } = await press(stage, outcome);
  expect(answer.status).toBe(303);
  const told = Object.fromEntries(back?.searchParams ?? []);
  expect(told).toMatchObject({
    don: 'AB12CD',
    vnp_ResponseCode: response,
    vnp_TransactionStatus: status,
    vnp_TxnRef: txnRef,
    vnp_Amount: '12500000',
    vnp_TmnCode: tmnCode,
  });
  expect(verifyFields(hashSecret, told)).toBe(true);

  const ipn = stage.shop.ipns().filter((fields) => fields['vnp_TxnRef'] === txnRef);
  expect(ipn).toHaveLength(1);
  expect(ipn[0]).toEqual(Object.fromEntries(Object.entries(told).filter(([key]) => key.startsWith('vnp_'))));
  expect(told['vnp_TransactionNo'] === '0').toBe(outcome === 'cancelled' || outcome === 'expired');
});

test('a second tap on the bank’s button sends the buyer back and tells the shop nothing new', async () => {
  const { token, txnRef, back } = await press(stage, 'paid');
  const again = await stage.form('/paymentv2/vpcpay.html', { token, outcome: 'cancelled' });
  expect(new URL(again.headers.get('location') ?? '').search).toBe(back?.search);
  expect(stage.shop.ipns().filter((fields) => fields['vnp_TxnRef'] === txnRef)).toHaveLength(1);
});

test('closing the page without a choice leaves the payment open', async () => {
  const { token, txnRef } = await openPage(stage);
  const response = await stage.form('/paymentv2/vpcpay.html', { token, outcome: 'left' });
  expect(await response.text()).toContain('Giao dịch vẫn để ngỏ');
  expect(stage.shop.ipns().some((fields) => fields['vnp_TxnRef'] === txnRef)).toBe(false);
  expect((await stage.form('/paymentv2/vpcpay.html', { token, outcome: 'paid' })).status).toBe(303);
});

test.each([
  ['return-only', true, 0],
  ['ipn-only', false, 1],
  ['nothing', false, 0],
  ['return-first', true, 1],
])('with “%s” the buyer returns: %s, calls to the shop: %i', async (sequence, comesBack, calls) => {
  const { back, txnRef } = await press(stage, 'paid', sequence);
  expect(back !== undefined).toBe(comesBack);
  const ipns = () => stage.shop.ipns().filter((fields) => fields['vnp_TxnRef'] === txnRef);
  if (sequence === 'return-first') expect(ipns()).toHaveLength(0);
  await until(() => ipns().length === calls);
});

test('a bank page that the sandbox forgot says so in Vietnamese', async () => {
  const response = await fetch(`${stage.url}/paymentv2/vpcpay.html`, {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new URLSearchParams({ token: 'khong-co', outcome: 'paid' }),
  });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('quên hết mỗi lần tắt');
});

test('another site cannot press the bank’s buttons', async () => {
  const { token } = await openPage(stage);
  const response = await fetch(`${stage.url}/paymentv2/vpcpay.html`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ token, outcome: 'paid' }),
  });
  expect(response.status).toBe(403);
});

test('money is not taken after the window has closed', async () => {
  let time = Date.parse('2026-11-23T12:00:00Z');
  const slow = await openStage({}, () => new Date(time));
  const { token } = await openPage(slow);
  time += 901_000;
  const response = await slow.form('/paymentv2/vpcpay.html', { token, outcome: 'paid' });
  expect(new URL(response.headers.get('location') ?? '').searchParams.get('vnp_ResponseCode')).toBe('11');
  await slow.close();
});

test('text in an address that looks like markup is shown, not run', async () => {
  const fields = payFields(stage, { vnp_TmnCode: tmnCode });
  const response = await stage.get(payPath(signFields(hashSecret, { ...fields, vnp_TxnRef: '<b>x</b>' })));
  expect(await response.text()).not.toContain('<b>x</b>');
});
