import { Injectable } from '@nestjs/common';
import { type CashDue, Ordering } from '../ordering/index.ts';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type EventOf, type Listener, record } from '../platform/outbox.ts';
import { openTask } from './tasks.ts';

type Heard = 'parcel.confirmed' | 'parcel.packed' | 'shipment.delivered' | 'parcel.cancelled' | 'parcel.returned';

const actor = system('KeepCash');

/**
 * Follows the cash of a parcel: to be collected, collected by the carrier, or not at all. What is due is asked of the order,
 * so that news may come in any order and twice; what was packed short is due for less. Less than was due is a person's to look
 * at.
 */
@Injectable()
export class KeepCash implements Listener<Heard> {
  constructor(private readonly ordering: Ordering) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const dues = await this.ordering.cashOf(tx, events.map(parcelOf));
    for (const event of events) {
      const due = dues.get(parcelOf(event));
      if (!due) continue; // paid before: no cash
      await rows(tx, insert, [due.parcel, due.order, due.orderCode, due.code, due.province, due.producer, due.due]);
      if (event.type === 'shipment.delivered') await this.collected(tx, due, event);
      if (event.type === 'parcel.cancelled' || event.type === 'parcel.returned') {
        await rows(tx, `update payments.cash set state = 'void' where parcel = $1 and state = 'to-collect'`, [
          due.parcel,
        ]);
      }
    }
  }

  private async collected(tx: Tx, due: CashDue, { data, at }: EventOf<'shipment.delivered'>): Promise<void> {
    const amount = Math.min(data.cashCollected, due.due);
    const changed = await rows(
      tx,
      `update payments.cash set state = 'collected', collected = $2, collected_at = $3
       where parcel = $1 and state in ('to-collect', 'void') returning parcel`,
      [due.parcel, amount, at],
    );
    if (changed.length === 0) return;
    const { parcel, order, orderCode, producer, province } = due;
    await record(tx, actor, 'cash.collected', order, { parcel, amount, due: due.due, producer });
    if (amount === due.due) return;
    const short = { amount: due.due - amount, said: String(amount) };
    const task = { kind: 'cash-short' as const, subject: parcel, orderId: order, orderCode, provinces: [province] };
    await openTask(tx, { ...task, ...short, now: at });
  }
}

const parcelOf = (event: EventOf<Heard>): string =>
  event.type === 'shipment.delivered' ? event.data.parcel : event.subject;

const insert = `insert into payments.cash (parcel, order_id, order_code, code, province, producer, due, state)
  values ($1, $2, $3, $4, $5, $6, $7, 'to-collect')
  on conflict (parcel) do update set due = excluded.due where cash.state = 'to-collect' and cash.due <> excluded.due`;
