import { type BodyOf, Problem, type ResultOf, type startPayment } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { Clock } from '../platform/time.ts';
import { Attempt } from './payment.entity.ts';
import { payableByVnpay, txnRef } from './payment.rules.ts';
import { Vnpay } from './vnpay.gateway.ts';

/** Opens an attempt to pay an order and answers where to send the buyer. The same id again is the same attempt. */
@Injectable()
export class StartPayment {
  constructor(
    private readonly db: DataSource,
    private readonly ordering: Ordering,
    private readonly vnpay: Vnpay,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, code: string, input: BodyOf<typeof startPayment>): Promise<ResultOf<typeof startPayment>> {
    const attempt = await inTx(this.db, async (tx): Promise<Omit<Attempt, 'number'>> => {
      const order = await this.ordering.payable(tx, code, input.key, 'vnpay'); // locks the order: two tries get two numbers
      const known = await tx.findOneBy(Attempt, { id: input.id });
      if (known) {
        if (known.orderId !== order.order) throw new Problem('payments.not-found');
        return known;
      }
      const [{ count } = { count: 0 }] = await rows<{ count: number }>(
        tx,
        'select count(*)::int as count from payments.attempt where order_id = $1',
        [order.order],
      );
      const opened: Omit<Attempt, 'number'> = {
        id: input.id,
        orderId: order.order,
        orderCode: order.code,
        provider: 'vnpay',
        txnRef: txnRef(order.code, count + 1),
        amount: payableByVnpay(order.amount),
        state: 'open',
        provinces: order.provinces,
        address: actor.address,
        ...noAccount,
        createdAt: this.clock.now(),
        expiresAt: order.payBy,
        responseCode: null,
        decidedAt: null,
      };
      await tx.insert(Attempt, opened);
      return opened;
    });
    return {
      attempt: attempt.id,
      payUrl: this.vnpay.payUrl({
        txnRef: attempt.txnRef,
        amount: attempt.amount,
        orderCode: attempt.orderCode,
        address: ipv4(attempt.address),
        created: attempt.createdAt,
        expires: attempt.expiresAt,
        returnUrl: `${env().STOREFRONT_URL}/thanh-toan/vnpay/ket-qua`,
      }),
      expiresAt: attempt.expiresAt.toISOString(),
    };
  }
}

/** VNPay wants 7 to 45 characters; an address that is none becomes one. */
const ipv4 = (address: string): string => (/^[0-9a-fA-F.:]{7,45}$/.test(address) ? address : '127.0.0.1');

/** At a gateway the money is the partner's to hold, on no account of ours. */
const noAccount = {
  producer: null,
  holder: 'partner',
  accountBank: null,
  accountSealed: null,
  accountHash: null,
  accountName: null,
  link: null,
  qr: null,
} as const;
