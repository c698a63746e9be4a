import { createHmac, timingSafeEqual } from 'node:crypto';
import { plainAscii, vnpayStamp } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { ProductCode, VNPay, VnpLocale } from 'vnpay';
import { z } from 'zod';
import { env } from '../platform/env.ts';
import { callOut } from '../platform/gateway.ts';

/** What VNPay says of one payment, after its signature was found right. Amounts are whole đồng. */
export interface VnpayReport {
  txnRef: string;
  amount: number;
  responseCode: string;
  transactionStatus: string;
  transactionNo: string;
}

const Report = z.object({
  vnp_TmnCode: z.string(),
  vnp_Amount: z.string().regex(/^\d{1,14}$/),
  vnp_TxnRef: z.string().min(1).max(100),
  vnp_ResponseCode: z.string().regex(/^\d{2}$/),
  vnp_TransactionStatus: z
    .string()
    .regex(/^\d{2}$/)
    .default(''),
  vnp_TransactionNo: z.string().max(20).default('0'),
});

const Answer = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/**
 * VNPay 2.1.0. The pay address is built by the `vnpay` package; everything VNPay *says* is checked here, because the
 * package takes a wrong checksum for success, a missing one for genuine, and fails on answers that are right.
 */
@Injectable()
export class Vnpay {
  /** Where to send the buyer. `created` and `expires` are written in Vietnam's time whatever the machine's zone is. */
  payUrl(payment: {
    txnRef: string;
    amount: number;
    orderCode: string;
    address: string;
    created: Date;
    expires: Date;
    returnUrl: string;
  }): string {
    const { VNPAY_URL, VNPAY_TMN_CODE, VNPAY_HASH_SECRET } = env();
    const vnpay = new VNPay({
      vnpayHost: VNPAY_URL,
      tmnCode: VNPAY_TMN_CODE,
      secureSecret: VNPAY_HASH_SECRET,
      enableLog: false,
    });
    return vnpay.buildPaymentUrl({
      vnp_Amount: payment.amount,
      vnp_TxnRef: payment.txnRef,
      vnp_OrderInfo: plainAscii(`Thanh toan don hang ${payment.orderCode}`, 255),
      vnp_OrderType: ProductCode.Other,
      vnp_IpAddr: payment.address,
      vnp_ReturnUrl: payment.returnUrl,
      vnp_Locale: VnpLocale.VN,
      vnp_CreateDate: Number(vnpayStamp(payment.created)),
      vnp_ExpireDate: Number(vnpayStamp(payment.expires)),
    });
  }

  /** The fields of an IPN or a return, when they are VNPay's own and for our shop; undefined otherwise. */
  read(query: Record<string, unknown>): VnpayReport | undefined {
    const fields: Record<string, string> = {};
    for (const [name, value] of Object.entries(query)) {
      if (!name.startsWith('vnp_')) continue;
      if (typeof value !== 'string') return undefined;
      fields[name] = value;
    }
    const { vnp_SecureHash: given = '', vnp_SecureHashType: _, ...signed } = fields;
    if (!this.isSigned(formData(signed), given)) return undefined;
    const report = Report.safeParse(signed);
    if (!report.success || report.data.vnp_TmnCode !== env().VNPAY_TMN_CODE) return undefined;
    return toReport(report.data);
  }

  /** Asks VNPay how a payment stands; undefined when VNPay has never heard of it (91). `requestId` is new each time. */
  async query(attempt: {
    txnRef: string;
    created: Date;
    requestId: string;
    now: Date;
  }): Promise<(VnpayReport & { refund: boolean }) | undefined> {
    const body = {
      vnp_RequestId: attempt.requestId,
      vnp_Version: '2.1.0',
      vnp_Command: 'querydr',
      vnp_TmnCode: env().VNPAY_TMN_CODE,
      vnp_TxnRef: attempt.txnRef,
      vnp_TransactionDate: vnpayStamp(attempt.created),
      vnp_CreateDate: vnpayStamp(attempt.now),
      vnp_IpAddr: '127.0.0.1',
      vnp_OrderInfo: `Truy van ${attempt.txnRef}`,
    };
    const answer = await this.post(body, Object.values(body).join('|'), queryAnswer);
    if (answer.vnp_ResponseCode === '91') return undefined;
    if (answer.vnp_ResponseCode !== '00') throw new Error(`VNPay answered querydr with ${answer.vnp_ResponseCode}`);
    const report = Report.parse({ ...answer, vnp_ResponseCode: answer.vnp_TransactionStatus });
    return { ...toReport(report), refund: answer.vnp_TransactionType === '02' || answer.vnp_TransactionType === '03' };
  }

  /** Gives money back. The request id was stored before this call, so that a lost answer is asked for and not repeated. */
  async refund(refund: {
    requestId: string;
    txnRef: string;
    amount: number;
    full: boolean;
    transactionNo: string;
    paid: Date;
    now: Date;
  }): Promise<{ code: string; transactionNo: string }> {
    const body = {
      vnp_RequestId: refund.requestId,
      vnp_Version: '2.1.0',
      vnp_Command: 'refund',
      vnp_TmnCode: env().VNPAY_TMN_CODE,
      vnp_TransactionType: refund.full ? '02' : '03',
      vnp_TxnRef: refund.txnRef,
      vnp_Amount: String(refund.amount * 100),
      vnp_TransactionNo: refund.transactionNo,
      vnp_TransactionDate: vnpayStamp(refund.paid),
      vnp_CreateBy: 'Cho Phien',
      vnp_CreateDate: vnpayStamp(refund.now),
      vnp_IpAddr: '127.0.0.1',
      vnp_OrderInfo: `Hoan tien ${refund.txnRef}`,
    };
    const answer = await this.post(body, Object.values(body).join('|'), refundAnswer);
    return { code: answer.vnp_ResponseCode || '99', transactionNo: answer.vnp_TransactionNo ?? '' };
  }

  private async post(
    body: Record<string, string>,
    data: string,
    signedFields: readonly string[],
  ): Promise<Record<string, string>> {
    const response = await callOut(`${env().VNPAY_URL}/merchant_webapi/api/transaction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, vnp_SecureHash: sign(data) }),
    });
    const raw = Answer.parse(JSON.parse(response.body));
    const answer = Object.fromEntries(
      Object.entries(raw).map(([name, value]) => [name, value === null ? '' : String(value)]),
    );
    const said = signedFields.map((name) => answer[name] ?? '').join('|');
    if (!this.isSigned(said, answer.vnp_SecureHash ?? ''))
      throw new Error('an answer of VNPay was not signed by VNPay');
    return answer;
  }

  private isSigned(data: string, given: string): boolean {
    const expected = Buffer.from(sign(data));
    const hash = Buffer.from(given.toLowerCase());
    return hash.length === expected.length && timingSafeEqual(hash, expected);
  }
}

/** Lower-case hexadecimal HMAC-SHA512 (VNPay 2.1.0). */
const sign = (data: string): string => createHmac('sha512', env().VNPAY_HASH_SECRET).update(data, 'utf8').digest('hex');

/** Keys ascending, form encoding, without empty values' names lost: the string VNPay signs. */
const formData = (fields: Record<string, string>): string =>
  new URLSearchParams(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();

const toReport = (fields: z.infer<typeof Report>): VnpayReport => ({
  txnRef: fields.vnp_TxnRef,
  amount: Number(fields.vnp_Amount) / 100,
  responseCode: fields.vnp_ResponseCode,
  transactionStatus: fields.vnp_TransactionStatus,
  transactionNo: fields.vnp_TransactionNo,
});

// The order in which the fields of an answer are signed (VNPay, querydr & refund).
const common = [
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
const refundAnswer = common;
const queryAnswer = [...common, 'vnp_PromotionCode', 'vnp_PromotionAmount'];
