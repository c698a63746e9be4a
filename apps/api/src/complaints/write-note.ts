import { rows, type Tx } from '../platform/database.ts';
import type { ComplaintNote } from './complaint.entity.ts';

type Written = Omit<ComplaintNote, 'place' | 'kind' | 'outcome'> & Partial<Pick<ComplaintNote, 'kind' | 'outcome'>>;

/** Keeps what was written; the same id again is the same note. Answers whether it is new. */
export const writeNote = async (tx: Tx, note: Written): Promise<boolean> => {
  const { id, complaint, at, by, side, kind = 'words', outcome = null, text } = note;
  const written = await rows(
    tx,
    `insert into complaints.note (id, complaint, at, by, side, kind, outcome, text) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do nothing returning id`,
    [id, complaint, at, by, side, kind, outcome, text],
  );
  return written.length > 0;
};
