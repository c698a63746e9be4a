import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { Clock } from '../platform/time.ts';
import { afterStatus, isOurs } from './refund.rules.ts';
import { SendRefund } from './send-refund.ts';
import { Vnpay } from './vnpay.gateway.ts';

const minute = 60_000;

interface UnderWay {
  id: string;
  amount: number;
  state: 'sent' | 'accepted' | 'unknown';
  providerRef: string | null;
  others: string[];
  txnRef: string;
  created: Date;
}

/**
 * Refunds that have not come to their end. VNPay is asked how they stand: what it works on is waited for, what it never saw
 * is sent again, and only then. Afterwards those that waited for another of their receipt are sent.
 */
@Injectable()
export class SettleRefunds {
  constructor(
    private readonly db: DataSource,
    private readonly vnpay: Vnpay,
    private readonly refunds: SendRefund,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - 2 * minute);
    for (const refund of await rows<UnderWay>(this.db, underWay, [since])) await this.ask(refund, now);
    for (const { id } of await rows<{ id: string }>(this.db, waiting, [since])) await this.refunds.send(id);
  }

  private async ask(refund: UnderWay, now: Date): Promise<void> {
    const { id, state } = refund;
    try {
      const movement = await this.vnpay.query({ ...refund, requestId: randomUUID().replaceAll('-', ''), now });
      if (movement && isOurs(movement, refund, refund.others)) {
        const { transactionStatus: status, transactionNo } = movement;
        await this.refunds.conclude(id, afterStatus(status), { answer: status, movement: transactionNo });
      } else if (state !== 'accepted') await this.refunds.again(id);
      else log.error({ refund: id }, 'VNPay took a refund on and does not know it any more');
    } catch (error) {
      log.warn({ err: error, refund: id }, 'a refund could not be asked about');
    }
  }
}

const underWay = `select f.id, f.amount, f.state, f.provider_ref as "providerRef", a.txn_ref as "txnRef", a.created_at as created,
    array(select o.provider_ref from payments.refund o
      where o.receipt_id = f.receipt_id and o.id <> f.id and o.provider_ref is not null) as others
  from payments.refund f join payments.receipt r on r.id = f.receipt_id join payments.attempt a on a.id = r.attempt_id
  where f.state in ('sent', 'accepted', 'unknown') and f.sent_at < $1 order by f.sent_at limit 200`;

const waiting = `select id from payments.refund where state = 'pending' and opened_at < $1 order by opened_at limit 200`;
