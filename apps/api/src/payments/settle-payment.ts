import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ordering } from '../ordering/index.ts';
import { system } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { openRefund } from './open-refund.ts';
import { Attempt, Receipt } from './payment.entity.ts';
import { isFinal, outcomeOf } from './payment.rules.ts';
import type { VnpayReport } from './vnpay.gateway.ts';

export type Settlement = 'recorded' | 'unknown' | 'amount-differs' | 'already-final';

const actor = system('vnpay');

/**
 * Records what VNPay says of one attempt, once: the receipt, the attempt's end and the fact are one transaction.
 * Money that comes for an order nobody waits for any more (cancelled, or paid already) is recorded too, and a refund opened.
 */
@Injectable()
export class SettlePayment {
  constructor(
    private readonly db: DataSource,
    private readonly ordering: Ordering,
    private readonly clock: Clock,
  ) {}

  run(report: VnpayReport): Promise<Settlement> {
    return inTx(this.db, async (tx) => {
      const attempt = await tx.findOne(Attempt, {
        where: { provider: 'vnpay', txnRef: report.txnRef },
        lock: { mode: 'pessimistic_write' },
      });
      if (!attempt) return 'unknown';
      if (attempt.amount !== report.amount) return 'amount-differs';
      if (isFinal(attempt.state)) return 'already-final';
      await this.decide(tx, attempt, report);
      return 'recorded';
    });
  }

  private async decide(tx: Tx, attempt: Attempt, report: VnpayReport): Promise<void> {
    const outcome = outcomeOf(report.responseCode, report.transactionStatus);
    const now = this.clock.now();
    await tx.update(Attempt, attempt.id, { state: outcome, responseCode: report.responseCode, decidedAt: now });
    if (outcome === 'failed') {
      await record(tx, actor, 'payment.failed', attempt.orderId, {
        attempt: attempt.id,
        responseCode: report.responseCode,
      });
      return;
    }
    const receipt: Receipt = {
      id: randomUUID(),
      attemptId: attempt.id,
      orderId: attempt.orderId,
      provider: attempt.provider,
      reference: report.transactionNo,
      amount: attempt.amount,
      clear: outcome === 'paid',
      at: now,
    };
    const awaited =
      (await this.ordering.awaitsPayment(tx, attempt.orderId)) && !(await this.paidBefore(tx, attempt.orderId));
    await tx.insert(Receipt, receipt);
    if (outcome === 'suspected') return; // a person looks at it; nothing ships on it
    if (!awaited) {
      await openRefund(tx, actor, { receipt, amount: receipt.amount, cause: `stray ${receipt.id}`, now });
      return;
    }
    await record(tx, actor, 'payment.settled', attempt.orderId, {
      attempt: attempt.id,
      amount: attempt.amount,
      provider: attempt.provider,
      reference: report.transactionNo,
    });
  }

  private async paidBefore(tx: Tx, orderId: string): Promise<boolean> {
    const found = await rows(tx, 'select 1 from payments.receipt where order_id = $1 and clear limit 1', [orderId]);
    return found.length > 0;
  }
}
