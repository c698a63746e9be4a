import type { Tx } from '../platform/database.ts';
import type { ImportFiles } from './import-files.ts';

interface Ending {
  id: string;
  state: 'done' | 'cancelled' | 'undone';
  at: Date;
}

/** An import is over: its files lose their keys, and its rows everything personal. What they became is where it belongs. */
export const endImport = async (tx: Tx, { id, state, at }: Ending, files: ImportFiles): Promise<void> => {
  await tx.query(
    `update caseload.import set state = $2, ended_at = $3, lease_until = null, sheets = '[]' where id = $1`,
    [id, state, at],
  );
  await tx.query(
    `update caseload.import_row set name = null, head = null, address = null, goods = null, phones = '{}',
       citizen_index = null, notes = '[]', problems = '[]', twins = '[]',
       state = case when state in ('flagged', 'new') then 'left-out' else state end
     where import = $1`,
    [id],
  );
  await files.destroy(tx, id);
};
