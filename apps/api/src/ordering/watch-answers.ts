import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { endParcel } from './end-parcel.ts';
import { lockOrders } from './lock-order.ts';
import { answerBy, type ParcelRow, parcelsById, ruleOfOrder } from './order.sql.ts';

/**
 * Parcels that no producer has answered: she is reminded once, and at the deadline the parcel is taken back and the buyer's
 * money with it. Both are read from what stands, so an outage delays them and loses none.
 */
@Injectable()
export class WatchAnswers {
  constructor(
    private readonly db: DataSource,
    private readonly stock: Stock,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const { id, orderId } of await rows<Late>(this.db, overdue, [now])) await this.end(id, orderId, now);
    while ((await this.remindSome(now)) === most);
  }

  private end(parcel: string, order: string, now: Date): Promise<void> {
    return inTx(this.db, async (tx) => {
      await lockOrders(tx, [order]);
      await rows(tx, 'select 1 from ordering.parcel where id = $1 for update', [parcel]);
      const [row] = await rows<ParcelRow>(tx, parcelsById, [[parcel]]);
      if (row?.state !== 'waiting') return; // answered meanwhile
      await endParcel(tx, actor, { row, reason: 'Người bán không trả lời kịp', late: true, now, stock: this.stock });
    });
  }

  private remindSome(now: Date): Promise<number> {
    return inTx(this.db, async (tx) => {
      const found = await rows<Reminded>(tx, remind, [now]);
      for (const { id, order, orderCode, code, producer, commune, until } of found) {
        const facts = { order, orderCode, code, producer, commune, until: until.toISOString() };
        await record(tx, actor, 'parcel.unanswered', id, facts);
      }
      return found.length;
    });
  }
}

interface Late {
  id: string;
  orderId: string;
}
interface Reminded {
  id: string;
  order: string;
  orderCode: string;
  code: string;
  producer: string;
  commune: string;
  until: Date;
}

const actor = system('watch-answers');
const most = 100;
const waiting = `from ordering.parcel p join ordering."order" o on o.id = p.order_id
  where p.state = 'waiting' and o.finalised_at is not null`;

const overdue = `select p.id, p.order_id as "orderId" ${waiting} and ${answerBy} <= $1 order by p.placed_at, p.id`;

const remind = `with due as (
  select p.id, o.code, ${answerBy} as until ${waiting} and p.reminded_at is null
    and o.finalised_at + ${ruleOfOrder('remind-after')} * interval '1 hour' <= $1
  order by p.placed_at, p.id limit ${most} for update of p skip locked
)
update ordering.parcel p set reminded_at = $1 from due where p.id = due.id
returning p.id, p.order_id as "order", due.code as "orderCode", p.code, p.producer, p.commune, due.until`;
