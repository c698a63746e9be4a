import { randomUUID } from 'node:crypto';
import { rows, type Tx } from '../platform/database.ts';
import type { Posting } from './ledger.rules.ts';

export interface NewEntry {
  kind:
    | 'money-came'
    | 'cash-collected'
    | 'cash-remitted'
    | 'earned'
    | 'reversed'
    | 'refund'
    | 'claim'
    | 'payout'
    | 'payout-returned';
  /** The row or fact it is of: once for each. */
  source: string;
  order: string | null;
  parcel: string | null;
  province: string;
  at: Date;
  postings: readonly Posting[];
}

/** Writes an entry; false when it is written already. The database refuses one that does not sum to zero. */
export async function post(tx: Tx, entry: NewEntry): Promise<boolean> {
  if (entry.postings.length === 0) return false;
  const id = randomUUID();
  const { kind, source, order, parcel, province, at, postings } = entry;
  const written = await rows(tx, insertEntry, [id, kind, source, order, parcel, province, at]);
  if (written.length === 0) return false;
  await rows(tx, insertPostings, [
    id,
    postings.map(({ account }) => account),
    postings.map(({ producer }) => producer),
    postings.map(({ amount }) => amount),
  ]);
  return true;
}

const insertEntry = `insert into settlement.entry (id, kind, source, order_id, parcel, province, at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint entry_once do nothing returning id`;

const insertPostings = `insert into settlement.posting (entry, position, account, producer, amount)
  select $1::uuid, p.position, p.account, p.producer, p.amount
  from unnest($2::text[], $3::uuid[], $4::bigint[]) with ordinality as p (account, producer, amount, position)`;
