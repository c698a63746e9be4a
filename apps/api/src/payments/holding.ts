import type { Holder } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import type { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';

type Method = 'vnpay' | 'vietqr' | 'cod';

/** Who holds the money of each method on that day. */
export const holdersAt = async (db: DataSource | Tx, now: Date): Promise<Map<Method, Holder>> => {
  const found = await rows<{ method: Method; holder: Holder }>(
    db,
    `select distinct on (method) method, holder from payments.holding where valid_from <= $1::date
     order by method, valid_from desc`,
    [vietnamDay(now)],
  );
  return new Map(found.map(({ method, holder }) => [method, holder]));
};
