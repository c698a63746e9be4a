import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import type { Cash, CashState } from './cash.entity.ts';
import type { PaymentTask } from './payment.entity.ts';
import { RemitCash } from './remit-cash.ts';

interface Decided {
  task: PaymentTask;
  decision: string;
  reference: string;
}

/**
 * Cash that was short, did not come, or came otherwise: the rest came after all (`by-hand`, with what shows it), or it stays
 * as it is (`accept`) and the difference is the ledger's to show.
 */
@Injectable()
export class DecideCash {
  constructor(private readonly remit: RemitCash) {}

  async run(tx: Tx, actor: Actor, { task, decision, reference }: Decided): Promise<void> {
    const [cash] = await rows<Cash>(tx, locked, [task.subject]);
    if (!cash) throw new Problem('payments.not-found');
    if (task.kind === 'cash-short') return decision === 'by-hand' ? this.restCollected(tx, actor, cash) : undefined;
    const rest = cash.collected - cash.remitted;
    if (decision === 'by-hand' && rest > 0) return this.remit.one(tx, actor, { cash, amount: rest, reference });
    if (cash.remitted > 0) await setState(tx, cash.parcel, 'reconciled');
  }

  /** The buyer paid the rest to the carrier later. */
  private async restCollected(tx: Tx, actor: Actor, cash: Cash): Promise<void> {
    await rows(tx, 'update payments.cash set collected = due where parcel = $1', [cash.parcel]);
    const { parcel, producer, due, collected, orderId } = cash;
    await record(tx, actor, 'cash.collected', orderId, { parcel, amount: due - collected, due, producer });
  }
}

const setState = (tx: Tx, parcel: string, state: CashState): Promise<unknown> =>
  rows(tx, 'update payments.cash set state = $2 where parcel = $1', [parcel, state]);

const locked = `select parcel, order_id as "orderId", order_code as "orderCode", code, province, producer, due, state, collected,
  remitted, reference from payments.cash where parcel = $1 for update`;
