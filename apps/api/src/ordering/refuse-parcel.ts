import type { BodyOf, ProducerParcel, refuseParcel } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { linesOf } from './cancel-order.ts';
import { ChangeParcel } from './change-parcel.ts';
import { parcelFacts } from './order.facts.ts';
import { refundOf } from './order.rules.ts';
import type { ParcelRow } from './order.sql.ts';

/** The producer can't, and why: stock and money go back. When that was the last parcel, the order is cancelled. */
@Injectable()
export class RefuseParcel {
  constructor(
    private readonly parcels: ChangeParcel,
    private readonly stock: Stock,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, parcel: string, { reason }: BodyOf<typeof refuseParcel>): Promise<ProducerParcel> {
    return this.parcels.run(actor, {
      parcel,
      to: 'cancelled',
      change: async (tx, row) => {
        const now = this.clock.now();
        await tx.query(`update ordering.parcel set state = 'cancelled', ended_at = $2, reason = $3 where id = $1`, [
          parcel,
          now,
          reason,
        ]);
        const refund = refundOf(
          { paid: row.paidAt !== null },
          { goods: row.parcelGoods, shipping: row.parcelShipping },
        );
        await record(tx, actor, 'parcel.cancelled', parcel, { ...parcelFacts(row), reason, refund });
        await this.endIfLast(tx, actor, row, now);
        await this.stock.takeBack(tx, await linesOf(tx, [parcel]));
      },
    });
  }

  /** Each parcel's own word has named its money, so the order's names none. */
  private async endIfLast(tx: Tx, actor: Actor, { orderId, orderCode }: ParcelRow, now: Date): Promise<void> {
    const [ended] = await rows(tx, endWhenEmpty, [orderId, now]);
    if (!ended) return;
    const sellers = await rows<{ producer: string }>(
      tx,
      'select distinct producer from ordering.parcel where order_id = $1',
      [orderId],
    );
    await record(tx, actor, 'order.cancelled', orderId, {
      code: orderCode,
      reason: 'producer',
      refund: 0,
      producers: sellers.map(({ producer }) => producer),
    });
  }
}

const endWhenEmpty = `update ordering."order" o set cancelled_at = $2, cancel_reason = 'producer'
  where o.id = $1 and o.cancelled_at is null
    and not exists (select 1 from ordering.parcel p where p.order_id = o.id and p.state <> 'cancelled')
  returning o.id`;
