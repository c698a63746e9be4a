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

/**
 * Writes an entry, and answers when it counts; null when it is written already or says nothing. News of a month that is closed
 * counts from the first moment after it. The database refuses an entry that does not sum to zero, or one into a closed month.
 */
export async function post(tx: Tx, entry: NewEntry): Promise<Date | null> {
  if (entry.postings.length === 0) return null;
  const id = randomUUID();
  const { kind, source, order, parcel, province, at, postings } = entry;
  const [written] = await rows<{ at: Date }>(tx, insertEntry, [id, kind, source, order, parcel, province, at]);
  if (!written) return null;
  await rows(tx, insertPostings, [
    id,
    postings.map(({ account }) => account),
    postings.map(({ producer }) => producer),
    postings.map(({ amount }) => amount),
  ]);
  return written.at;
}

/** When something of that moment counts: then, or from when the first month is open. For what has no entry. */
export async function openFrom(tx: Tx, province: string, at: Date): Promise<Date> {
  const [open] = await rows<{ at: Date }>(tx, openAt, [province, at]);
  return open?.at ?? at;
}

const openAt = `select greatest($2::timestamptz, max(ends)) as at from settlement.month where province = $1 and state = 'closed'`;

const insertEntry = `with open as (select greatest($7::timestamptz, (select max(ends) from settlement.month
    where province = $6 and state = 'closed')) as at)
  insert into settlement.entry (id, kind, source, order_id, parcel, province, at, happened_at)
  select $1::uuid, $2::text, $3::text, $4::uuid, $5::uuid, $6::text, at, nullif($7, at) from open
  on conflict on constraint entry_once do nothing returning at`;

const insertPostings = `insert into settlement.posting (entry, position, account, producer, amount)
  select $1::uuid, p.position, p.account, p.producer, p.amount
  from unnest($2::text[], $3::uuid[], $4::bigint[]) with ordinality as p (account, producer, amount, position)`;
