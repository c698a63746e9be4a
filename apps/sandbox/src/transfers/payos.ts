import { randomBytes } from 'node:crypto';
import { vietQr } from '@chophien/kernel';
import { type Bank, bankTime, type Movement, type TransferFault } from './bank.ts';
import { payosSignature } from './signature.ts';

type Wire = Record<string, unknown>;
type Status = 'PENDING' | 'PROCESSING' | 'UNDERPAID' | 'PAID' | 'CANCELLED' | 'EXPIRED';

interface Link {
  readonly id: string;
  readonly orderCode: number;
  readonly amount: number;
  readonly description: string;
  readonly account: string;
  readonly createdAt: Date;
  readonly expiredAt: number | undefined;
  cancelled: boolean;
  readonly paid: Movement[];
}

const bin = '970418';
const virtual = 'V3CAS';

/** An account that only payOS watches. */
export const isVirtual = (account: string): boolean => account.startsWith(virtual);

/** payOS, the merchant's side: payment links with a virtual account each. */
export class Payos {
  readonly #bank: Bank;
  readonly #links = new Map<number, Link>();

  constructor(bank: Bank) {
    this.#bank = bank;
  }

  knows({ clientId, apiKey }: { clientId: unknown; apiKey: unknown }): boolean {
    const { payos } = this.#bank.settings;
    return clientId === payos.clientId && apiKey === payos.apiKey;
  }

  create(body: unknown): Wire {
    const wire: Wire = typeof body === 'object' && body !== null ? (body as Wire) : {};
    const { orderCode, amount, description, cancelUrl, returnUrl, expiredAt } = wire;
    const signed = payosSignature(this.#bank.settings.payos.checksumKey, {
      amount,
      cancelUrl,
      description,
      orderCode,
      returnUrl,
    });
    if (signed !== wire['signature']) return refused('201', 'Mã kiểm tra(signature) không hợp lệ');
    if (!Number.isSafeInteger(orderCode) || !Number.isSafeInteger(amount) || Number(amount) < 1_000)
      return refused('20', 'Thông tin truyền lên không đúng');
    if (typeof description !== 'string' || description.length > 25) return refused('20', 'Mô tả tối đa 25 kí tự');
    if (this.#links.has(orderCode as number)) return refused('231', 'Đơn thanh toán đã tồn tại');
    const link: Link = {
      id: randomBytes(16).toString('hex'),
      orderCode: orderCode as number,
      amount: amount as number,
      description,
      account: `${virtual}${String(orderCode).padStart(10, '0')}`,
      createdAt: this.#bank.now(),
      expiredAt: typeof expiredAt === 'number' ? expiredAt : undefined,
      cancelled: false,
      paid: [],
    };
    this.#links.set(link.orderCode, link);
    const { account, id } = link;
    return this.#answer({
      bin,
      accountNumber: account,
      accountName: 'HTX CHO PHIEN',
      amount: link.amount,
      description,
      orderCode: link.orderCode,
      currency: 'VND',
      paymentLinkId: id,
      status: 'PENDING',
      expiredAt: link.expiredAt ?? null,
      checkoutUrl: `https://pay.payos.vn/web/${id}`,
      qrCode: vietQr({ bin, account, amount: link.amount, memo: description }),
    });
  }

  read(name: string): Wire {
    const link = this.#find(name);
    return link ? this.#answer(this.#told(link)) : refused('101', 'Mã thanh toán không tồn tại');
  }

  cancel(name: string): Wire {
    const link = this.#find(name);
    if (!link) return refused('101', 'Mã thanh toán không tồn tại');
    if (link.paid.length === 0) link.cancelled = true;
    return this.#answer(this.#told(link));
  }

  /** Somebody transfers to the virtual account of a link. */
  async pay(
    orderCode: number,
    { amount, content }: { amount: number | undefined; content: string | undefined },
    faults: ReadonlySet<TransferFault>,
  ): Promise<Movement | undefined> {
    const link = this.#links.get(orderCode);
    if (!link) return undefined;
    const { account, description } = link;
    const given = { account, amount: amount ?? link.amount, content: content ?? description, direction: 'in' as const };
    const movement = this.#bank.move(given);
    link.paid.push(movement);
    await this.#bank.tellPayos(movement, webhookData(link, movement), faults);
    return movement;
  }

  #find(name: string): Link | undefined {
    return [...this.#links.values()].find(({ id, orderCode }) => id === name || String(orderCode) === name);
  }

  #told(link: Link): Wire {
    const amountPaid = link.paid.reduce((sum, { amount }) => sum + amount, 0);
    return {
      id: link.id,
      orderCode: link.orderCode,
      amount: link.amount,
      amountPaid,
      amountRemaining: Math.max(0, link.amount - amountPaid),
      status: statusOf(link, amountPaid, this.#bank.now()),
      createdAt: link.createdAt.toISOString(),
      transactions: link.paid.map((movement) => ({
        reference: movement.reference,
        amount: movement.amount,
        accountNumber: movement.account,
        description: movement.content,
        transactionDateTime: movement.at.toISOString(),
        counterAccountName: null,
        counterAccountNumber: null,
      })),
      cancellationReason: null,
      canceledAt: null,
    };
  }

  #answer(data: Wire): Wire {
    const signature = payosSignature(this.#bank.settings.payos.checksumKey, data);
    return { code: '00', desc: 'success', data, signature };
  }
}

const statusOf = (link: Link, paid: number, now: Date): Status => {
  if (paid >= link.amount) return 'PAID';
  if (paid > 0) return 'UNDERPAID';
  if (link.cancelled) return 'CANCELLED';
  return link.expiredAt !== undefined && link.expiredAt * 1000 < now.getTime() ? 'EXPIRED' : 'PENDING';
};

const refused = (code: string, desc: string): Wire => ({ code, desc, data: null });

const webhookData = (link: Link, { amount, account, content, reference, at }: Movement): Wire => ({
  orderCode: link.orderCode,
  amount,
  description: content,
  accountNumber: account,
  reference,
  transactionDateTime: bankTime(at),
  currency: 'VND',
  paymentLinkId: link.id,
  code: '00',
  desc: 'success',
  counterAccountBankId: null,
  counterAccountBankName: null,
  counterAccountName: null,
  counterAccountNumber: null,
  virtualAccountName: null,
  virtualAccountNumber: null,
});
