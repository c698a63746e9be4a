import { rows, type Tx } from '../platform/database.ts';

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

export const lockOrderByCode = async (tx: Tx, code: string): Promise<LockedOrder | undefined> => {
  const [found] = await rows<LockedOrder>(tx, `select ${columns} from ordering."order" where code = $1 for update`, [
    code,
  ]);
  return found;
};
