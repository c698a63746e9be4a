import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { type EventOf, type OutsideListener, record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Vnpay } from './vnpay.gateway.ts';

interface Due {
  id: string;
  orderId: string;
  amount: number;
  requestId: string;
  received: number;
  reference: string;
  txnRef: string;
  paid: Date;
}

/**
 * Asks VNPay to give money back. The refund is marked as sent, under its stored request id, before the call: if the answer
 * is lost, {@link SettleRefunds} asks how it went, and nothing is sent twice.
 */
@Injectable()
export class SendRefund implements OutsideListener<'refund.opened'> {
  static readonly lane = 'outside';
  readonly lane = 'outside';

  constructor(
    private readonly db: DataSource,
    private readonly vnpay: Vnpay,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<'refund.opened'>[]): Promise<void> {
    for (const { data } of events) await this.send(data.refund);
  }

  async send(id: string): Promise<void> {
    const [due] = await rows<Due>(
      this.db,
      `with taken as (
         update payments.refund set state = 'sent', sent_at = $2 where id = $1 and state = 'pending'
         returning id, order_id, amount, request_id, receipt_id)
       select taken.id, taken.order_id as "orderId", taken.amount, taken.request_id as "requestId", r.amount as received,
              r.reference, a.txn_ref as "txnRef", a.created_at as paid
       from taken join payments.receipt r on r.id = taken.receipt_id join payments.attempt a on a.id = r.attempt_id`,
      [id, this.clock.now()],
    );
    if (!due) return;
    const answer = await this.vnpay
      .refund({ ...due, full: due.amount === due.received, transactionNo: due.reference, now: this.clock.now() })
      .catch((error: unknown) => {
        log.warn({ err: error, refund: id }, 'the answer to a refund was lost; it will be asked for');
        return 'lost';
      });
    await this.conclude(due, answer);
  }

  /** 00 and 94 (already running) are done at VNPay's side; a lost answer is asked for; everything else waits for a person. */
  async conclude(refund: Pick<Due, 'id' | 'orderId' | 'amount'>, answer: string): Promise<void> {
    const state =
      answer === '00' || answer === '94' ? 'settled' : answer === 'lost' || answer === '99' ? 'unknown' : 'refused';
    await inTx(this.db, async (tx) => {
      const ended = await rows(
        tx,
        `update payments.refund set state = $2, answer = $3, settled_at = case when $2 = 'settled' then $4::timestamptz end
         where id = $1 and state in ('sent', 'unknown') returning id`,
        [refund.id, state, answer, this.clock.now()],
      );
      if (ended.length > 0 && state === 'settled') {
        await record(tx, system('SendRefund'), 'refund.settled', refund.orderId, {
          refund: refund.id,
          amount: refund.amount,
        });
      }
    });
    if (state === 'refused')
      log.error({ refund: refund.id, answer }, 'VNPay refused a refund: a person must look at it');
  }

  /** Nothing of it reached VNPay: it may be sent again, as a new request. */
  async again(id: string): Promise<void> {
    const requestId = randomUUID().replaceAll('-', '');
    await rows(
      this.db,
      `update payments.refund set state = 'pending', request_id = $2 where id = $1 and state in ('sent', 'unknown')`,
      [id, requestId],
    );
    await this.send(id);
  }
}
