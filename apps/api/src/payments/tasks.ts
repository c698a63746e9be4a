import { randomUUID } from 'node:crypto';
import type { PaymentTaskKind } from '@chophien/contracts';
import { rows, type Tx } from '../platform/database.ts';

export interface NewTask {
  kind: PaymentTaskKind;
  /** What it is about; open once for each. */
  subject: string;
  orderId: string | null;
  orderCode: string | null;
  provinces: readonly string[];
  amount: number;
  said: string | null;
  now: Date;
}

/** Something only a person can decide; while one is open for the same thing, a second changes nothing. */
export const openTask = (tx: Tx, task: NewTask): Promise<unknown> =>
  rows(tx, open, [
    randomUUID(),
    task.kind,
    task.subject,
    task.orderId,
    task.orderCode,
    task.provinces,
    task.amount,
    task.said,
    task.now,
  ]);

const open = `insert into payments.task (id, kind, subject, order_id, order_code, provinces, amount, said, opened_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (kind, subject) where closed_at is null do nothing`;

/** The other company's own word decided it: nobody needs to look any more. */
export const closeTask = (
  tx: Tx,
  { kind, subject, decision, now }: { kind: PaymentTaskKind; subject: string; decision: string; now: Date },
): Promise<unknown> =>
  rows(
    tx,
    `update payments.task set closed_at = $3, decision = $4 where kind = $1 and subject = $2 and closed_at is null`,
    [kind, subject, now, decision],
  );
