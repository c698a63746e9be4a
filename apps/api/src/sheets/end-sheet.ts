import type { Tx } from '../platform/database.ts';

interface Ending {
  id: string;
  state: 'done' | 'cancelled' | 'undone';
  at: Date;
}

/** A sheet is over: what was not entered is left out. Rows that wait for pictures go on waiting after `done`. */
export const endSheet = async (tx: Tx, { id, state, at }: Ending): Promise<void> => {
  await tx.query(`update sheets.sheet set state = $2, ended_at = $3, lease_until = null, sheets = '[]' where id = $1`, [
    id,
    state,
    at,
  ]);
  await tx.query(
    `update sheets.sheet_row set cells = '[]',
       state = case when state in ('new', 'photo', 'change') then 'left-out' else state end
     where sheet = $1`,
    [id],
  );
};
