import { rows, type Tx } from '../platform/database.ts';
import type { Note } from './support.entity.ts';

/** Keeps what was written; the same id again is the same note. Answers whether it is new. */
export const writeNote = async (tx: Tx, { id, request, at, by, side, text }: Omit<Note, 'place'>): Promise<boolean> => {
  const written = await rows(
    tx,
    `insert into support.note (id, request, at, by, side, text) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing returning id`,
    [id, request, at, by, side, text],
  );
  return written.length > 0;
};
