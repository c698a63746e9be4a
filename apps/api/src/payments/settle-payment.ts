import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ordering } from '../ordering/index.ts';
import { system } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Attempt, Receipt } from './payment.entity.ts';
import { moves, outcomeOf } from './payment.rules.ts';
import { clearReceipt, countMoney } from './take-receipt.ts';
import { openTask } from './tasks.ts';
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
      const outcome = outcomeOf(report.responseCode, report.transactionStatus);
      if (!moves(attempt.state, outcome)) return 'already-final';
      await this.decide(tx, attempt, { ...report, outcome });
      return 'recorded';
    });
  }

  private async decide(
    tx: Tx,
    attempt: Attempt,
    { outcome, ...report }: VnpayReport & { outcome: ReturnType<typeof outcomeOf> },
  ): Promise<void> {
    const now = this.clock.now();
    const known = attempt.state === 'suspected' && (await tx.findOneBy(Receipt, { attemptId: attempt.id }));
    if (known) return clearReceipt(tx, actor, { receipt: known, ordering: this.ordering, now });
    const { responseCode } = report;
    await tx.update(Attempt, attempt.id, { state: outcome, responseCode, decidedAt: now });
    if (outcome === 'failed') {
      return record(tx, actor, 'payment.failed', attempt.orderId, { attempt: attempt.id, responseCode });
    }
    const receipt = receiptOf(attempt, report, now);
    await tx.insert(Receipt, { ...receipt, clear: outcome === 'paid' });
    if (outcome === 'paid') return countMoney(tx, actor, { receipt, ordering: this.ordering, now });
    return this.suspect(tx, attempt, { receipt, said: `${responseCode}/${report.transactionStatus}`, now });
  }

  /** A person looks at it; nothing ships on it. */
  private async suspect(
    tx: Tx,
    attempt: Attempt,
    { receipt, said, now }: { receipt: Receipt; said: string; now: Date },
  ): Promise<void> {
    const { orderId, orderCode, provinces, amount, provider } = attempt;
    await openTask(tx, { kind: 'suspected', subject: receipt.id, orderId, orderCode, provinces, amount, said, now });
    await record(tx, actor, 'payment.suspected', orderId, { receipt: receipt.id, amount, provider, said });
  }
}

const receiptOf = (attempt: Attempt, report: VnpayReport, now: Date): Receipt => ({
  id: randomUUID(),
  attemptId: attempt.id,
  orderId: attempt.orderId,
  provider: attempt.provider,
  // VNPay writes 0 where it has no number of its own; ours is unique then.
  reference: /^0*$/.test(report.transactionNo) ? attempt.txnRef : report.transactionNo,
  amount: attempt.amount,
  clear: true,
  refunded: 0,
  voidedAt: null,
  holder: 'partner',
  producer: null,
  at: now,
});
