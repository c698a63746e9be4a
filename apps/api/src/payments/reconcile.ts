import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { Clock } from '../platform/time.ts';
import { SettlePayment } from './settle-payment.ts';
import { Vnpay } from './vnpay.gateway.ts';

const minutes = 60_000;

/**
 * All ten calls of VNPay may get lost: an attempt still open after twenty minutes is asked about (querydr). What VNPay never
 * saw is expired; the rest goes the same way as a notification.
 */
@Injectable()
export class Reconcile {
  constructor(
    private readonly db: DataSource,
    private readonly vnpay: Vnpay,
    private readonly settle: SettlePayment,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const open = await rows<{ id: string; txnRef: string; created: Date }>(
      this.db,
      `select id, txn_ref as "txnRef", created_at as created from payments.attempt
       where state = 'open' and created_at < $1 order by created_at limit 100`,
      [new Date(now.getTime() - 20 * minutes)],
    );
    for (const attempt of open) {
      try {
        const report = await this.vnpay.query({ ...attempt, requestId: randomUUID().replaceAll('-', ''), now });
        if (report?.transactionStatus === '01') continue; // not finished: asked again next time
        if (report) await this.settle.run(report);
        else await this.expire(attempt.id, now);
      } catch (error) {
        log.warn({ err: error, attempt: attempt.id }, 'an open payment could not be asked about');
      }
    }
  }

  private expire(id: string, now: Date): Promise<unknown> {
    return rows(
      this.db,
      `update payments.attempt set state = 'expired', decided_at = $2 where id = $1 and state = 'open'`,
      [id, now],
    );
  }
}
