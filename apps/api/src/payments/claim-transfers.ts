import { done, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ordering } from '../ordering/index.ts';
import { inTx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { Attempt } from './payment.entity.ts';
import { openTask } from './tasks.ts';

/** The buyer says that she has transferred. Whoever watches may be late or nobody: a person looks, once for each transfer. */
@Injectable()
export class ClaimTransfers {
  constructor(
    private readonly db: DataSource,
    private readonly ordering: Ordering,
    private readonly clock: Clock,
  ) {}

  run(code: string, key: string): Promise<typeof done> {
    return inTx(this.db, async (tx) => {
      const { order } = await this.ordering.payable(tx, code, key, 'vietqr');
      const open = await tx.findBy(Attempt, { orderId: order, provider: 'vietqr', state: 'open' });
      if (open.length === 0) throw new Problem('payments.not-payable');
      for (const { id, orderId, orderCode, provinces, amount } of open) {
        const task = { kind: 'transfer-claimed' as const, subject: id, orderId, orderCode, provinces, amount };
        await openTask(tx, { ...task, said: null, now: this.clock.now() });
      }
      return done;
    });
  }
}
