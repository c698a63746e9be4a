import { randomUUID } from 'node:crypto';
import { vnpayStamp } from '@chophien/kernel';
import type { Gateway } from './gateway.ts';
import { type Payment, type Refund, refunded, refundStatus } from './ledger.ts';
import {
  hmac,
  joined,
  queryAnswerKeys,
  queryRequestKeys,
  refundAnswerKeys,
  refundRequestKeys,
  sameHash,
  wireText,
} from './signature.ts';

type Wire = Record<string, unknown>;

const messages: Record<string, string> = {
  '00': 'Yêu cầu thành công',
  '02': 'Mã định danh kết nối không hợp lệ',
  '03': 'Dữ liệu gửi sang không đúng định dạng',
  '91': 'Không tìm thấy giao dịch yêu cầu',
  '94': 'Yêu cầu trùng lặp, hoặc giao dịch đang được hoàn tiền',
  '95': 'Giao dịch gốc không thành công tại VNPAY',
  '97': 'Chữ ký không hợp lệ',
  '99': 'Số tiền hoàn vượt quá số tiền còn lại của giao dịch',
};

/** What a merchant's server may ask: how a payment stands (querydr), and to give money back (refund). */
export class MerchantApi {
  readonly #gateway: Gateway;
  readonly #requests = new Set<string>();

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Answers in VNPay's words, signed. `dropped`: the line must be cut before the answer, whether or not the work was done. */
  answer(body: unknown): { answer: Wire; dropped: boolean } {
    const wire: Wire = typeof body === 'object' && body !== null ? (body as Wire) : {};
    const command = wire['vnp_Command'];
    if (command === 'refund') return this.#refund(wire);
    return {
      answer: this.#signed(wire, queryAnswerKeys, command === 'querydr' ? this.#query(wire) : code('03')),
      dropped: false,
    };
  }

  #query(wire: Wire): Wire {
    const refusal = this.#refusal(wire, queryRequestKeys);
    if (refusal) return code(refusal);
    const payment = this.#gateway.ledger.find(text(wire, 'vnp_TxnRef'), text(wire, 'vnp_TransactionDate'));
    if (!payment) return code('91');
    // A transaction number picks one movement of the payment; without it the newest is told.
    const number = text(wire, 'vnp_TransactionNo');
    const refund =
      number === '' || number === '0'
        ? payment.refunds.at(-1)
        : payment.refunds.find((movement) => movement.transactionNo === number);
    return { ...code('00'), ...(refund ? this.#ofRefund(payment, refund) : this.#ofPayment(payment)) };
  }

  #refund(wire: Wire): { answer: Wire; dropped: boolean } {
    const refuse = (reason: string) => ({ answer: this.#signed(wire, refundAnswerKeys, code(reason)), dropped: false });
    const refusal = this.#refusal(wire, refundRequestKeys);
    if (refusal) return refuse(refusal);

    const { ledger, now, settings, faults } = this.#gateway;
    const payment = ledger.find(text(wire, 'vnp_TxnRef'), text(wire, 'vnp_TransactionDate'));
    if (!payment) return refuse('91');
    if (payment.result?.status !== '00' || payment.result.response !== '00') return refuse('95');
    const number = text(wire, 'vnp_TransactionNo');
    if (number !== '' && number !== '0' && number !== payment.result.transactionNo) return refuse('91');

    const type = text(wire, 'vnp_TransactionType');
    const hundredths = text(wire, 'vnp_Amount');
    const amount = Number(hundredths) / 100;
    if (type !== '02' && type !== '03') return refuse('03');
    if (!/^\d{1,12}$/.test(hundredths) || !Number.isInteger(amount) || amount === 0) return refuse('03');

    const already = refunded(payment, now(), settings.refundStepMs);
    const running = payment.refunds.some((one) => refundStatus(one, now(), settings.refundStepMs) === '05');
    if (running || already === payment.amount) return refuse('94');
    if (type === '02' && (amount !== payment.amount || already > 0)) return refuse('03');
    if (already + amount > payment.amount) return refuse('99');

    const drawn = faults.forRefund();
    if (drawn.kinds.has('drop-before-refund')) return { answer: {}, dropped: true };
    const done = ledger.refund(payment, { type, amount, at: now(), rejected: drawn.kinds.has('refund-rejected') });
    const told = { ...code('00'), ...this.#ofRefund(payment, done) };
    const answer = this.#signed(wire, refundAnswerKeys, told);
    if (drawn.kinds.has('refund-unsigned')) delete answer['vnp_SecureHash'];
    return { answer, dropped: drawn.kinds.has('drop-after-refund') };
  }

  /** The checks both commands share, in VNPay's order: whose, well formed, signed, not asked before. */
  #refusal(wire: Wire, keys: readonly string[]): string | undefined {
    const { tmnCode, hashSecret } = this.#gateway.settings;
    if (text(wire, 'vnp_TmnCode') !== tmnCode) return '02';
    const optional = 'vnp_TransactionNo';
    if (keys.some((key) => key !== optional && text(wire, key) === '')) return '03';
    if (!/^[\x21-\x7e]{1,32}$/.test(text(wire, 'vnp_RequestId')) || wire['vnp_Version'] !== '2.1.0') return '03';
    if (!/^\d{14}$/.test(text(wire, 'vnp_CreateDate'))) return '03';
    if (!sameHash(hmac(hashSecret, joined(wire, keys)), wire['vnp_SecureHash'])) return '97';
    const request = `${vnpayStamp(this.#gateway.now()).slice(0, 8)}/${text(wire, 'vnp_RequestId')}`;
    if (this.#requests.has(request)) return '94';
    this.#requests.add(request);
    return undefined;
  }

  #ofPayment(payment: Payment): Wire {
    const { result } = payment;
    // An open page is "not finished"; once its time is over nothing can be paid on it any more.
    const unfinished = payment.expiresAt > this.#gateway.now() ? '01' : '02';
    return {
      vnp_Amount: String(payment.amount * 100),
      vnp_BankCode: result?.bankCode ?? payment.bankCode,
      vnp_PayDate: result?.payDate ?? '',
      vnp_TransactionNo: result?.transactionNo ?? '0',
      vnp_TransactionType: '01',
      vnp_TransactionStatus: result?.status ?? unfinished,
      vnp_OrderInfo: payment.orderInfo,
    };
  }

  #ofRefund(payment: Payment, refund: Refund): Wire {
    return {
      ...this.#ofPayment(payment),
      vnp_Amount: String(refund.amount * 100),
      vnp_PayDate: vnpayStamp(refund.at),
      vnp_TransactionNo: refund.transactionNo,
      vnp_TransactionType: refund.type,
      vnp_TransactionStatus: refundStatus(refund, this.#gateway.now(), this.#gateway.settings.refundStepMs),
    };
  }

  #signed(asked: Wire, keys: readonly string[], told: Wire): Wire {
    const answer: Wire = {
      vnp_ResponseId: randomUUID().replaceAll('-', ''),
      vnp_Command: asked['vnp_Command'] ?? '',
      vnp_TmnCode: asked['vnp_TmnCode'] ?? '',
      vnp_TxnRef: asked['vnp_TxnRef'] ?? '',
      ...told,
    };
    return { ...answer, vnp_SecureHash: hmac(this.#gateway.settings.hashSecret, joined(answer, keys)) };
  }
}

const code = (reason: string): Wire => ({ vnp_ResponseCode: reason, vnp_Message: messages[reason] });

const text = (wire: Wire, key: string): string => wireText(wire[key]);
