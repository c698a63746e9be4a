import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { type EventOf, type OutsideListener, record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { afterAnswer, mostTries, type RefundState } from './refund.rules.ts';
import { openTask } from './tasks.ts';
import { Vnpay } from './vnpay.gateway.ts';

interface Due {
  id: string;
  amount: number;
  requestId: string;
  received: number;
  reference: string;
  provider: string;
  txnRef: string;
  paid: Date;
}

const actor = system('SendRefund');
const byHand = 'by-hand';

type Cause = 'refund.opened' | 'refund.resumed';

/**
 * Asks VNPay to give money back. The refund is marked as sent, under its stored request id, before the call: if the answer
 * is lost, {@link SettleRefunds} asks how it went, and nothing is sent twice. Refunds of one receipt go one after the other.
 */
@Injectable()
export class SendRefund implements OutsideListener<Cause> {
  static readonly lane = 'outside';
  readonly lane = 'outside';

  constructor(
    private readonly db: DataSource,
    private readonly vnpay: Vnpay,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Cause>[]): Promise<void> {
    for (const { data } of events) await this.send(data.refund);
  }

  async send(id: string): Promise<void> {
    const due = await this.take(id);
    if (!due) return;
    // What came by transfer only a person can transfer back.
    if (due.provider !== 'vnpay') return this.conclude(id, 'refused', { answer: byHand });
    const answer = await this.vnpay
      .refund({ ...due, full: due.amount === due.received, transactionNo: due.reference, now: this.clock.now() })
      .catch((error: unknown) => {
        log.warn({ err: error, refund: id }, 'the answer to a refund was lost; it will be asked for');
        return { code: 'lost', transactionNo: '' };
      });
    await this.conclude(id, afterAnswer(answer.code), { answer: answer.code, movement: answer.transactionNo });
  }

  /** Marks it as sent; nothing while another refund of its receipt is under way, which {@link SettleRefunds} waits for. */
  private take(id: string): Promise<Due | undefined> {
    return inTx(this.db, async (tx) => {
      await rows(
        tx,
        'select r.id from payments.receipt r join payments.refund f on f.receipt_id = r.id where f.id = $1 for update of r',
        [id],
      );
      const [due] = await rows<Due>(tx, take, [id, this.clock.now()]);
      return due;
    });
  }

  /** Notes how it stands; what came to its end is stated, what was refused waits for a person. */
  async conclude(
    id: string,
    state: Exclude<RefundState, 'pending' | 'sent'>,
    { answer, movement }: { answer: string; movement?: string },
  ): Promise<void> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const [ended] = await rows<Ended>(tx, end, [
        id,
        state,
        answer,
        now,
        movement && movement !== '0' ? movement : null,
      ]);
      if (!ended) return;
      if (state === 'settled') {
        await record(tx, actor, 'refund.settled', ended.orderId, { refund: id, amount: ended.amount });
      } else if (state === 'refused') await refused(tx, { ...ended, id, said: answer, now });
    });
  }

  /** Nothing of it reached VNPay: it is sent again, as a new request; after so many times it is a person's. */
  async again(id: string): Promise<void> {
    const [tried] = await rows<{ tries: number }>(this.db, 'select tries from payments.refund where id = $1', [id]);
    if (!tried || tried.tries >= mostTries) return this.conclude(id, 'refused', { answer: 'unreachable' });
    await rows(
      this.db,
      `update payments.refund set state = 'pending', request_id = $2 where id = $1 and state in ('sent', 'unknown')`,
      [id, randomUUID().replaceAll('-', '')],
    );
    await this.send(id);
  }
}

type Ended = { orderId: string; amount: number; orderCode: string; provinces: string[] };

const refused = async (tx: Tx, refund: Ended & { id: string; said: string; now: Date }): Promise<void> => {
  const { id, orderId, orderCode, provinces, amount, said, now } = refund;
  const kind = said === byHand ? 'refund-due' : 'refund-refused';
  await openTask(tx, {
    kind,
    subject: id,
    orderId,
    orderCode,
    provinces,
    amount,
    said: said === byHand ? null : said,
    now,
  });
  if (kind === 'refund-refused') await record(tx, actor, 'refund.refused', orderId, { refund: id, amount, said });
};

/** $1 refund, $2 now. */
const take = `with taken as (
    update payments.refund f set state = 'sent', sent_at = $2, tries = tries + 1 where f.id = $1 and f.state = 'pending'
      and not exists (select 1 from payments.refund o where o.receipt_id = f.receipt_id and o.state in ('sent', 'accepted', 'unknown'))
    returning f.id, f.amount, f.request_id, f.receipt_id)
  select taken.id, taken.amount, taken.request_id as "requestId", r.amount as received, r.reference, r.provider,
    a.txn_ref as "txnRef", a.created_at as paid
  from taken join payments.receipt r on r.id = taken.receipt_id join payments.attempt a on a.id = r.attempt_id`;

/** $1 refund, $2 state, $3 answer, $4 now, $5 the provider's number. Answers it when that is news. */
const end = `update payments.refund f set state = $2, answer = $3, provider_ref = coalesce($5, f.provider_ref),
    settled_at = case when $2 = 'settled' then $4::timestamptz end
  from payments.receipt r join payments.attempt a on a.id = r.attempt_id
  where f.id = $1 and r.id = f.receipt_id and f.state in ('sent', 'accepted', 'unknown') and f.state <> $2
  returning f.order_id as "orderId", f.amount, a.order_code as "orderCode", a.provinces`;
