import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Cash } from './cash.entity.ts';
import type { Compared } from './statement.rules.ts';
import { closeTask, openTask } from './tasks.ts';

/** Cash that the carrier says to have handed over: all of it is reconciled, another amount is a person's to look at. */
@Injectable()
export class RemitCash {
  constructor(private readonly clock: Clock) {}

  async run(
    tx: Tx,
    actor: Actor,
    { statement, province, compared }: { statement: string; province: string; compared: readonly Compared[] },
  ): Promise<void> {
    for (const { reference, theirs, outcome } of compared) {
      if (theirs === null || (outcome !== 'matched' && outcome !== 'amount-differs')) continue;
      const [cash] = await rows<Cash>(tx, ofCode, [reference, province]);
      if (cash && cash.remitted === 0) await this.one(tx, actor, { cash, amount: theirs, reference: statement });
    }
  }

  /** With the cash locked. `amount` is what came now; `reference` what shows it. */
  async one(
    tx: Tx,
    actor: Actor,
    { cash, amount, reference }: { cash: Cash; amount: number; reference: string },
  ): Promise<void> {
    const now = this.clock.now();
    const remitted = cash.remitted + amount;
    const state = remitted === cash.collected ? 'reconciled' : 'collected';
    await rows(
      tx,
      'update payments.cash set state = $2, remitted = $3, remitted_at = $4, reference = $5 where parcel = $1',
      [cash.parcel, state, remitted, now, reference],
    );
    const { parcel, orderId, orderCode, province, producer, collected } = cash;
    await record(tx, actor, 'cash.remitted', orderId, { parcel, amount, reference, producer });
    await closeTask(tx, { kind: 'cash-missing', subject: parcel, decision: 'accept', now });
    if (state === 'reconciled') return;
    const task = { kind: 'remittance-differs' as const, subject: parcel, orderId, orderCode, provinces: [province] };
    await openTask(tx, { ...task, amount: Math.abs(collected - remitted), said: String(remitted), now });
  }
}

/** $1 what the box says, $2 province. */
const ofCode = `select parcel, order_id as "orderId", order_code as "orderCode", code, province, producer, due, state, collected,
  remitted, reference from payments.cash where code = $1 and province = $2 and state in ('collected', 'reconciled') for update`;
