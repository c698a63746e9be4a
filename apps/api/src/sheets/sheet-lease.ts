import { rows, type Tx } from '../platform/database.ts';
import { type GoodsSheet, sheetColumns } from './sheet.entity.ts';

/** Somebody else ended the sheet, or works on it: what was begun is left where it stands. */
export class LeaseLost extends Error {}

/** Locks the sheet for one step of its work. @throws LeaseLost when it is not where the work left it */
export const hold = async (tx: Tx, { id, state, part, rowsDone }: GoodsSheet): Promise<GoodsSheet> => {
  const [held] = await rows<GoodsSheet>(tx, `select ${sheetColumns} from sheets.sheet where id = $1 for update`, [id]);
  if (!held || held.state !== state || held.part !== part || held.rowsDone !== rowsDone) throw new LeaseLost();
  return held;
};

/** Says how far it is, and that somebody is at work for another half minute (by the database's clock). */
export const advance = async (tx: Tx, one: GoodsSheet, rowsDone: number): Promise<void> => {
  await tx.query(`update sheets.sheet set rows_done = $2, lease_until = now() + interval '30 seconds' where id = $1`, [
    one.id,
    rowsDone,
  ]);
  one.rowsDone = rowsDone;
};
