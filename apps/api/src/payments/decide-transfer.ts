import { Problem } from '@chophien/contracts';
import { normaliseCode } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { MatchTransfer } from './match-transfer.ts';
import { PaymentTask, Transfer } from './payment.entity.ts';

interface Decided {
  task: PaymentTask;
  decision: string;
  reference: string;
}

/** A transfer that a person matches, sends back or sets aside; and money that a person saw herself. */
@Injectable()
export class DecideTransfer {
  constructor(private readonly match: MatchTransfer) {}

  /** What does not say what it pays: `reference` names the order, or the words it should have had. */
  async unmatched(tx: Tx, actor: Actor, { task, decision, reference }: Decided): Promise<void> {
    const transfer = await tx.findOneByOrFail(Transfer, { id: task.subject });
    if (decision !== 'match') {
      await tx.update(Transfer, transfer.id, { state: decision === 'by-hand' ? 'returned' : 'ignored' });
      return;
    }
    const attempt = await this.named(tx, task, { reference, amount: transfer.amount });
    const { provider, reference: bankReference, amount } = transfer;
    const receipt = await this.match.run(tx, actor, { attempt, came: { provider, reference: bankReference, amount } });
    await tx.update(Transfer, transfer.id, { state: 'matched', receiptId: receipt });
  }

  /** Money on an account that nobody watches: the whole of what was due, by the bank's number that was looked up. */
  async claimed(tx: Tx, actor: Actor, { task, decision, reference }: Decided): Promise<void> {
    if (decision !== 'accept') return;
    const [attempt] = await rows<{ id: string; due: number }>(tx, dueOf, [task.subject]);
    if (!attempt || attempt.due <= 0) throw new Problem('payments.not-payable');
    const came = { provider: 'by-hand' as const, reference, amount: attempt.due };
    await this.match.run(tx, actor, { attempt: attempt.id, came });
  }

  /** By its code, or by the order: then that of this amount before others that still wait. Only within the task's provinces. */
  private async named(
    tx: Tx,
    task: PaymentTask,
    { reference, amount }: { reference: string; amount: number },
  ): Promise<string> {
    const [found] = await rows<{ id: string }>(tx, attemptNamed, [
      reference.toUpperCase().replace(/[^A-Z0-9]/g, ''),
      normaliseCode(reference),
      amount,
      task.provinces,
    ]);
    if (!found) throw new Problem('payments.no-match');
    return found.id;
  }
}

const attemptNamed = `select id from payments.attempt
  where provider = 'vietqr' and (txn_ref = $1 or order_code = $2) and provinces && $4::text[]
  order by (state = 'open') desc, (amount = $3) desc, created_at limit 1 for update`;

const dueOf = `select a.id, a.amount - coalesce((select sum(r.amount) from payments.receipt r
    where r.attempt_id = a.id and r.clear), 0)::bigint as due from payments.attempt a where a.id = $1 for update of a`;
