import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { endOrders } from './cancel-order.ts';

/** Orders nobody paid in time are cancelled and give their stock back, a hundred at a time, until none is left. */
@Injectable()
export class ExpireUnpaid {
  constructor(
    private readonly db: DataSource,
    private readonly stock: Stock,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    while ((await this.some()) === most);
  }

  /** Answers how many there were. Two at once share them. */
  private some(): Promise<number> {
    const now = this.clock.now();
    return inTx(this.db, async (tx) => {
      const late = await rows<{ id: string; code: string }>(tx, overdue, [now]);
      if (late.length === 0) return 0;
      const ids = late.map((order) => order.id);
      await endOrders(tx, ids, 'unpaid', now);
      for (const { id, code } of late) {
        await record(tx, actor, 'order.cancelled', id, { code, reason: 'unpaid', refund: 0, producers: [] });
      }
      await this.stock.release(tx, ids);
      return late.length;
    });
  }
}

const actor = system('expire-unpaid');
const most = 100;
/** A payment that was stated but not heard yet, because the worker is behind, is a payment: that order is not unpaid. */
const overdue = `select id, code from ordering."order" o
  where finalised_at is null and cancelled_at is null and hold_until < $1
    and not exists (
      select 1 from platform.event e where e.subject = o.id::text and e.type = 'payment.settled' and e.at >= o.placed_at
    )
  order by hold_until, id limit ${most} for update skip locked`;
