import { expect, test } from 'vitest';
import {
  hmac,
  joined,
  queryRequestKeys,
  refundRequestKeys,
  sameHash,
  signedText,
  signFields,
  verifyFields,
} from './signature.ts';

const secret = 'TESTSECRETTESTSECRETTESTSECRET12';
const payHash =
  '0970ee9b7f26b83a73920188164696b5efbcadca896d2eab8245c07c2193d8779c0104dcb88d0bb06d387340ade715373452232e9d919fa5adbd8dc29c0cd3e3';
const pay = {
  vnp_Version: '2.1.0',
  vnp_TxnRef: 'AB12CD-1',
  vnp_TmnCode: 'TESTTMN1',
  vnp_ReturnUrl: 'https://cho.example.vn/thanh-toan/vnpay/ket-qua',
  vnp_OrderType: 'other',
  vnp_OrderInfo: 'Thanh toan don hang AB12CD',
  vnp_Locale: 'vn',
  vnp_IpAddr: '203.0.113.7',
  vnp_ExpireDate: '20261123191500',
  vnp_CurrCode: 'VND',
  vnp_CreateDate: '20261123190000',
  vnp_Command: 'pay',
  vnp_Amount: '12500000',
};

test('a pay address is signed as VNPay signs it, in whatever order its fields came', () => {
  expect(signedText(pay)).toBe(
    'vnp_Amount=12500000&vnp_Command=pay&vnp_CreateDate=20261123190000&vnp_CurrCode=VND&vnp_ExpireDate=20261123191500&vnp_IpAddr=203.0.113.7&vnp_Locale=vn&vnp_OrderInfo=Thanh+toan+don+hang+AB12CD&vnp_OrderType=other&vnp_ReturnUrl=https%3A%2F%2Fcho.example.vn%2Fthanh-toan%2Fvnpay%2Fket-qua&vnp_TmnCode=TESTTMN1&vnp_TxnRef=AB12CD-1&vnp_Version=2.1.0',
  );
  expect(signFields(secret, pay)).toEqual({ ...pay, vnp_SecureHash: payHash });
});

test('an IPN is signed as VNPay signs it', () => {
  const ipn =
    'vnp_Amount=12500000&vnp_BankCode=NCB&vnp_BankTranNo=VNP14226112&vnp_CardType=ATM&vnp_OrderInfo=Thanh+toan+don+hang+AB12CD&vnp_PayDate=20261123190312&vnp_ResponseCode=00&vnp_TmnCode=TESTTMN1&vnp_TransactionNo=14226112&vnp_TransactionStatus=00&vnp_TxnRef=AB12CD-1';
  const fields = Object.fromEntries(new URLSearchParams(ipn));
  expect(signedText(fields)).toBe(ipn);
  expect(signFields(secret, fields).vnp_SecureHash).toBe(
    '1f819032e4096cdf7513b030d457c87943dd01dbf47893e8b96fb69f88ce20b79a04bcdd96804b2b120e17bbb985b04120441ade8b9c6cad83a1ce48cabebfca',
  );
});

test('a question about a payment and a refund are hashed over their values in VNPay’s order', () => {
  const query = {
    vnp_OrderInfo: 'Truy van AB12CD-1',
    vnp_RequestId: 'req-1',
    vnp_Version: '2.1.0',
    vnp_Command: 'querydr',
    vnp_TmnCode: 'TESTTMN1',
    vnp_TxnRef: 'AB12CD-1',
    vnp_TransactionDate: '20261123190000',
    vnp_CreateDate: '20261123191700',
    vnp_IpAddr: '203.0.113.7',
  };
  expect(hmac(secret, joined(query, queryRequestKeys))).toBe(
    'a42058fc087c49a1d7ef7bcf9c2e52338a56beac6f5353a6469869091159ff74c713d83d3d2a3645e12430b38305588beed627421b797df53d224d56cd41128e',
  );
  const refund = {
    ...query,
    vnp_RequestId: 'req-2',
    vnp_Command: 'refund',
    vnp_TransactionType: '03',
    vnp_Amount: 5_000_000,
    vnp_TransactionNo: '14226112',
    vnp_CreateBy: 'admin',
    vnp_CreateDate: '20261124080000',
    vnp_OrderInfo: 'Hoan tien AB12CD-1',
  };
  expect(hmac(secret, joined(refund, refundRequestKeys))).toBe(
    'd33d49ff743e02b6cb1d656ac53dbb2f7e6e923d9d5bd65e2a921582c61355601b7652cbd17670da39ac9ad118a4626d990cc489535b51d4eec511badefa7f6b',
  );
});

test('a stranger’s field beside the signed ones does no harm, a changed one does', () => {
  const signed = { ...pay, vnp_SecureHash: payHash };
  expect(verifyFields(secret, { ...signed, utm_source: 'zalo' })).toBe(true);
  expect(verifyFields(secret, { ...signed, vnp_Amount: '12500001' })).toBe(false);
});

test('a missing, short or empty hash is a wrong one; capital letters are the same number', () => {
  expect(verifyFields(secret, pay)).toBe(false);
  expect(sameHash(payHash, payHash.slice(2))).toBe(false);
  expect(sameHash(payHash, '')).toBe(false);
  expect(sameHash(payHash, [payHash])).toBe(false);
  expect(sameHash(payHash, payHash.toUpperCase())).toBe(true);
});
