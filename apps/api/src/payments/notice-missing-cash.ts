import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { Cash } from './cash.entity.ts';
import { openTask } from './tasks.ts';

const day = 86_400_000;

/** Cash that the carrier collected and has not handed over in the time it promised. */
@Injectable()
export class NoticeMissingCash {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const [limit] = await rows<{ amount: number }>(
        tx,
        `select amount from payments.rule where name = 'remit-within' and valid_from <= $1::date
         order by valid_from desc limit 1`,
        [vietnamDay(now)],
      );
      if (!limit) return;
      const late = await rows<Cash>(tx, overdue, [new Date(now.getTime() - limit.amount * day)]);
      for (const { parcel, orderId, orderCode, province, collected } of late) {
        const task = { kind: 'cash-missing' as const, subject: parcel, orderId, orderCode, provinces: [province] };
        await openTask(tx, { ...task, amount: collected, said: null, now });
      }
    });
  }
}

/** Nothing of it came, and nobody has been told yet. What came in part has a task of its own. */
const overdue = `select parcel, order_id as "orderId", order_code as "orderCode", province, collected from payments.cash c
  where state = 'collected' and collected > 0 and remitted = 0 and collected_at < $1 and not exists (
    select 1 from payments.task t where t.kind = 'cash-missing' and t.subject = c.parcel)
  order by collected_at limit 500`;
