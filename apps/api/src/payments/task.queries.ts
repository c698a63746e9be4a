import {
  areaOf,
  type getPaymentTask,
  type listPaymentTasks,
  type PaymentTask as TaskView,
  Problem,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import type { Waiting } from '../platform/waiting.ts';
import type { PaymentTask } from './payment.entity.ts';
import { decisionsFor } from './task.rules.ts';

const pageSize = 20;

/** Payments that need a person, as the people of their provinces see them. */
@Injectable()
export class TaskQueries {
  constructor(
    private readonly db: DataSource,
    private readonly ordering: Ordering,
  ) {}

  async list(
    actor: Actor,
    { state, page }: QueryOf<typeof listPaymentTasks>,
  ): Promise<ResultOf<typeof listPaymentTasks>> {
    const { provinces } = areaOf(actor, 'payment.handle');
    const [items, [counted]] = await Promise.all([
      rows<PaymentTask>(this.db, state === 'open' ? openOnes : closedOnes, [
        provinces,
        pageSize,
        (page - 1) * pageSize,
      ]),
      rows<{ open: number; closed: number }>(this.db, counts, [provinces]),
    ]);
    const { open, closed } = counted ?? { open: 0, closed: 0 };
    const total = state === 'open' ? open : closed;
    return { items: items.map(viewOf), total, page, pages: Math.ceil(total / pageSize), counts: { open, closed } };
  }

  /** One with all that moved for its order. The buyer's number is shown for as long as it is open, and that is noted. */
  one(actor: Actor, id: string): Promise<ResultOf<typeof getPaymentTask>> {
    return inTx(this.db, async (tx) => {
      const task = await taskOfArea(tx, actor, id);
      const open = task.closedAt === null && task.orderId !== null;
      if (open) await looked(tx, actor, task.orderId as string, 'payment.handle');
      const phones = open ? await this.ordering.buyerPhone([task.orderId as string]) : new Map<string, string>();
      const moves = await rows<Move>(tx, movesOf, [task.orderId]);
      return {
        ...viewOf(task),
        decisions: task.closedAt ? [] : decisionsFor(task.kind),
        reference: task.reference,
        note: task.note,
        buyerPhone: phones.get(task.orderId ?? '') ?? null,
        moves: moves.map((move) => ({ ...move, at: move.at.toISOString() })),
      };
    });
  }

  async waiting(actor: Actor): Promise<Waiting> {
    const { provinces } = areaOf(actor, 'payment.handle');
    const [found] = await rows<Waiting>(
      this.db,
      `select count(*)::int as total, 0 as late, min(opened_at) as oldest from payments.task
       where closed_at is null and provinces && $1::text[]`,
      [provinces],
    );
    return found ?? { total: 0, late: 0, oldest: null };
  }
}

/** One of the actor's area; another is not found. */
export const taskOfArea = async (
  db: DataSource | Tx,
  actor: Actor,
  id: string,
  locked: '' | 'for update' = '',
): Promise<PaymentTask> => {
  const { provinces } = areaOf(actor, 'payment.handle');
  const found = `select ${columns} from payments.task where id = $1 and provinces && $2::text[]`;
  const [task] = await rows<PaymentTask>(db, locked ? `${found} for update` : found, [id, provinces]);
  if (!task) throw new Problem('payments.not-found');
  return task;
};

interface Move {
  id: string;
  what: 'attempt' | 'receipt' | 'refund';
  at: Date;
  provider: string;
  amount: number;
  state: string;
  reference: string | null;
  said: string | null;
}

const viewOf = (task: PaymentTask): TaskView => ({
  id: task.id,
  kind: task.kind,
  orderCode: task.orderCode,
  amount: task.amount,
  said: task.said,
  openedAt: task.openedAt.toISOString(),
  closedAt: task.closedAt?.toISOString() ?? null,
  decision: task.decision as TaskView['decision'],
});

const columns = `id, kind, subject, order_id as "orderId", order_code as "orderCode", provinces, amount, said,
  opened_at as "openedAt", closed_at as "closedAt", closed_by as "closedBy", decision, reference, note`;
const openOnes = `select ${columns} from payments.task where closed_at is null and provinces && $1::text[]
  order by opened_at, id limit $2 offset $3`;
const closedOnes = `select ${columns} from payments.task where closed_at is not null and provinces && $1::text[]
  order by closed_at desc, id limit $2 offset $3`;
const counts = `select count(*) filter (where closed_at is null)::int as open,
  count(*) filter (where closed_at is not null)::int as closed from payments.task where provinces && $1::text[]`;

const movesOf = `select id, 'attempt' as what, created_at as at, provider, amount, state, txn_ref as reference,
    response_code as said from payments.attempt where order_id = $1
  union all
  select id, 'receipt', at, provider, amount,
    case when voided_at is not null then 'void' when clear then 'clear' else 'suspected' end, reference, null
  from payments.receipt where order_id = $1
  union all
  select f.id, 'refund', f.opened_at, r.provider, f.amount, f.state, f.provider_ref, f.answer
  from payments.refund f join payments.receipt r on r.id = f.receipt_id where f.order_id = $1
  order by at, what`;
