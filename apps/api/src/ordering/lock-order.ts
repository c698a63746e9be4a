import { equalConstantTime } from '../platform/crypto.ts';
import { rows, type Tx } from '../platform/database.ts';
import { notFound } from './order.queries.ts';
import { keyOf } from './order.views.ts';

/** An order as it stands, locked until the transaction ends. */
export interface LockedOrder {
  id: string;
  code: string;
  payment: 'cod' | 'vnpay' | 'vietqr';
  total: number;
  payBy: Date | null;
  finalisedAt: Date | null;
  paidAt: Date | null;
  cancelledAt: Date | null;
}

const columns = `id, code, payment, total, pay_by as "payBy", finalised_at as "finalisedAt", paid_at as "paidAt",
  cancelled_at as "cancelledAt"`;

/** Locks these orders, in the order of their ids: whoever changes an order as a whole does this first. */
export const lockOrders = (tx: Tx, ids: readonly string[]): Promise<LockedOrder[]> =>
  rows(tx, `select ${columns} from ordering."order" where id = any($1::uuid[]) order by id for update`, [ids]);

/**
 * Locks the order of a code for whoever holds its key: its buyer.
 * @throws Problem ordering.not-found, whether the order is not there or the key another's
 */
export const lockBuyersOrder = async (tx: Tx, code: string, key: string): Promise<LockedOrder> => {
  const [found] = await rows<LockedOrder>(tx, `select ${columns} from ordering."order" where code = $1 for update`, [
    code,
  ]);
  if (!found || !equalConstantTime(key, keyOf(found.id))) throw notFound();
  return found;
};
