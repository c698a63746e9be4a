import type { ResultOf, readReturn } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ordering } from '../ordering/index.ts';
import { rows } from '../platform/database.ts';
import type { AttemptState } from './payment.rules.ts';
import { outcomeOf } from './payment.rules.ts';
import { Vnpay } from './vnpay.gateway.ts';

@Injectable()
export class PaymentQueries {
  constructor(
    private readonly db: DataSource,
    private readonly ordering: Ordering,
    private readonly vnpay: Vnpay,
  ) {}

  /** What a buyer sees who comes back: what we recorded, or that we are still waiting; never more than VNPay's word. */
  async returned(query: Record<string, unknown>): Promise<ResultOf<typeof readReturn>> {
    const nothing = { outcome: 'unknown', orderCode: null, orderKey: null, amount: null, responseCode: null } as const;
    const report = this.vnpay.read(query);
    if (!report) return { genuine: false, ...nothing };
    const [attempt] = await rows<{ orderId: string; orderCode: string; state: AttemptState; amount: number }>(
      this.db,
      `select order_id as "orderId", order_code as "orderCode", state, amount from payments.attempt
       where provider = 'vnpay' and txn_ref = $1`,
      [report.txnRef],
    );
    if (!attempt) return { genuine: true, ...nothing };
    const said = outcomeOf(report.responseCode, report.transactionStatus);
    const outcome = attempt.state === 'open' ? (said === 'failed' ? 'failed' : 'waiting') : attempt.state;
    return {
      genuine: true,
      outcome: outcome === 'expired' ? 'waiting' : outcome,
      orderCode: attempt.orderCode,
      orderKey: this.ordering.keyOf(attempt.orderId),
      amount: attempt.amount,
      responseCode: report.responseCode,
    };
  }
}
