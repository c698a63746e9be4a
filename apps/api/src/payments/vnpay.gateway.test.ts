import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testEnv } from '../platform/testing.ts';
import { Vnpay } from './vnpay.gateway.ts';

const secret = 'SECRETSECRETSECRETSECRETSECRET12';
const sign = (data: string) => createHmac('sha512', secret).update(data).digest('hex');
const vnpay = new Vnpay();

let answer: Record<string, unknown> = {};
let heard: Record<string, string> = {};
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard = JSON.parse(body) as Record<string, string>;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  testEnv({ VNPAY_TMN_CODE: 'TESTTMN1', VNPAY_HASH_SECRET: secret, VNPAY_URL: `http://127.0.0.1:${port}` });
});
afterAll(() => server.close());

const signed = (fields: Record<string, string>) => {
  const data = new URLSearchParams(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return { ...fields, vnp_SecureHash: sign(data) };
};
const told = {
  vnp_Amount: '12500000',
  vnp_BankCode: 'NCB',
  vnp_OrderInfo: 'Thanh toan don hang AB12CD34',
  vnp_PayDate: '20261123190312',
  vnp_ResponseCode: '00',
  vnp_TmnCode: 'TESTTMN1',
  vnp_TransactionNo: '14226112',
  vnp_TransactionStatus: '00',
  vnp_TxnRef: 'AB12CD34N1',
};

describe('the address a buyer is sent to', () => {
  const url = () =>
    new URL(
      vnpay.payUrl({
        txnRef: 'AB12CD34N1',
        amount: 125_000,
        orderCode: 'AB12CD34',
        address: '203.0.113.7',
        created: new Date('2026-11-23T12:00:00Z'),
        expires: new Date('2026-11-23T12:15:00Z'),
        returnUrl: 'https://cho.example.vn/thanh-toan/vnpay/ket-qua',
      }),
    );

  test('is signed over exactly what it says', () => {
    const { vnp_SecureHash: hash, ...fields } = Object.fromEntries(url().searchParams);
    expect(signed(fields).vnp_SecureHash).toBe(hash);
    expect(fields).toMatchObject({
      vnp_Amount: '12500000',
      vnp_TxnRef: 'AB12CD34N1',
      vnp_OrderInfo: 'Thanh toan don hang AB12CD34',
    });
  });

  test.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'])('tells the time of Vietnam on a machine in %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(url().searchParams.get('vnp_CreateDate')).toBe('20261123190000');
      expect(url().searchParams.get('vnp_ExpireDate')).toBe('20261123191500');
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe('what comes in VNPay’s name', () => {
  test('is read when it is signed, also with a stranger’s key beside it', () => {
    const report = {
      txnRef: 'AB12CD34N1',
      amount: 125_000,
      responseCode: '00',
      transactionStatus: '00',
      transactionNo: '14226112',
    };
    expect(vnpay.read(signed(told))).toEqual(report);
    expect(vnpay.read({ ...signed(told), utm_source: 'zalo' })).toEqual(report);
    expect(vnpay.read({ ...signed(told), vnp_SecureHash: signed(told).vnp_SecureHash.toUpperCase() })).toEqual(report);
  });

  const genuine = signed(told);
  test.each<[string, Record<string, unknown>]>([
    ['no signature', told],
    ['an empty signature', { ...told, vnp_SecureHash: '' }],
    ['half a signature', { ...told, vnp_SecureHash: genuine.vnp_SecureHash.slice(0, 64) }],
    ['two signatures', { ...told, vnp_SecureHash: [genuine.vnp_SecureHash, genuine.vnp_SecureHash] }],
    ['another amount', { ...genuine, vnp_Amount: '100' }],
    ['another order', { ...genuine, vnp_TxnRef: 'ZZ99ZZ99N1' }],
    ['a field more', { ...genuine, vnp_Extra: '1' }],
    ['no amount', signed({ ...told, vnp_Amount: '' })],
    ['an amount that is no number', signed({ ...told, vnp_Amount: '12e5' })],
    ['another shop', signed({ ...told, vnp_TmnCode: 'OTHERTMN' })],
    ['nothing at all', {}],
  ])('is not believed with %s', (_, query) => {
    expect(vnpay.read(query)).toBeUndefined();
  });
});

describe('what VNPay answers when asked', () => {
  const asked = {
    txnRef: 'AB12CD34N1',
    created: new Date('2026-11-23T12:00:00Z'),
    requestId: 'r1',
    now: new Date('2026-11-23T12:30:00Z'),
  };
  const fields = [
    'vnp_ResponseId',
    'vnp_Command',
    'vnp_ResponseCode',
    'vnp_Message',
    'vnp_TmnCode',
    'vnp_TxnRef',
    'vnp_Amount',
    'vnp_BankCode',
    'vnp_PayDate',
    'vnp_TransactionNo',
    'vnp_TransactionType',
    'vnp_TransactionStatus',
    'vnp_OrderInfo',
  ];
  const said = (given: Record<string, string>, more: string[] = []) => {
    const all: Record<string, string> = {
      vnp_TmnCode: 'TESTTMN1',
      vnp_TxnRef: 'AB12CD34N1',
      vnp_Amount: '12500000',
      vnp_TransactionNo: '14226112',
      vnp_Message: 'ok',
      ...given,
    };
    return { ...all, vnp_SecureHash: sign([...fields, ...more].map((name) => all[name] ?? '').join('|')) };
  };
  const promotion = ['vnp_PromotionCode', 'vnp_PromotionAmount'];

  test('a genuine answer is read, and what was asked was signed', async () => {
    answer = said(
      { vnp_Command: 'querydr', vnp_ResponseCode: '00', vnp_TransactionType: '01', vnp_TransactionStatus: '00' },
      promotion,
    );
    expect(await vnpay.query(asked)).toMatchObject({
      txnRef: 'AB12CD34N1',
      amount: 125_000,
      transactionStatus: '00',
      refund: false,
    });
    const { vnp_SecureHash: hash, ...body } = heard;
    expect(hash).toBe(sign(Object.values(body).join('|')));
    expect(body.vnp_TransactionDate).toBe('20261123190000');
  });

  test('the query having worked is not the payment having worked', async () => {
    answer = said(
      { vnp_Command: 'querydr', vnp_ResponseCode: '00', vnp_TransactionType: '01', vnp_TransactionStatus: '02' },
      promotion,
    );
    expect(await vnpay.query(asked)).toMatchObject({ responseCode: '02', transactionStatus: '02' });
  });

  test('a payment VNPay never saw is nothing', async () => {
    answer = said({ vnp_Command: 'querydr', vnp_ResponseCode: '91' }, promotion);
    expect(await vnpay.query(asked)).toBeUndefined();
  });

  test('an answer without a signature, or with a wrong one, is no answer', async () => {
    const { vnp_SecureHash: _, ...bare } = said({ vnp_ResponseCode: '00', vnp_TransactionStatus: '00' }, promotion);
    answer = bare;
    await expect(vnpay.query(asked)).rejects.toThrow('not signed');
    answer = { ...bare, vnp_SecureHash: sign('something else') };
    await expect(vnpay.query(asked)).rejects.toThrow('not signed');
  });

  test('a refund that VNPay took is known as one: its amount is signed as it is written', async () => {
    answer = said({
      vnp_Command: 'refund',
      vnp_ResponseCode: '00',
      vnp_TransactionType: '02',
      vnp_TransactionStatus: '05',
    });
    const refund = {
      requestId: 'r2',
      txnRef: 'AB12CD34N1',
      amount: 125_000,
      full: true,
      transactionNo: '14226112',
      paid: asked.created,
      now: asked.now,
    };
    expect(await vnpay.refund(refund)).toMatchObject({ code: '00' });
    expect(heard).toMatchObject({ vnp_TransactionType: '02', vnp_Amount: '12500000', vnp_RequestId: 'r2' });
  });
});
