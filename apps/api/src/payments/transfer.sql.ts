export interface TransferRow {
  id: string;
  order: string;
  memo: string;
  amount: number;
  received: number;
  state: 'open' | 'paid' | 'failed' | 'expired' | 'suspected';
  holder: 'seller' | 'partner';
  producer: string | null;
  producerName: string | null;
  bank: string | null;
  accountSealed: string | null;
  accountName: string | null;
  link: string | null;
  qr: string | null;
}

/** $1 order. Its transfers, with what has come of each. */
export const attemptsOf = `select a.id, a.order_id as "order", a.txn_ref as memo, a.amount, a.state, a.holder, a.producer,
    a.account_bank as bank, a.account_sealed as "accountSealed", a.account_name as "accountName", a.link, a.qr,
    coalesce((select sum(r.amount) from payments.receipt r where r.attempt_id = a.id and r.clear), 0)::bigint as received,
    a.account_name as "producerName"
  from payments.attempt a where a.order_id = $1 and a.provider = 'vietqr' order by a.number`;

export const insertAttempt = `insert into payments.attempt (id, order_id, order_code, provider, txn_ref, amount, state,
    provinces, address, created_at, expires_at, producer, holder, account_bank, account_sealed, account_hash, account_name)
  values ($1, $2, $3, 'vietqr', $4, $5, 'open', $6, '', $7, $8, $9, $10, $11, $12, $13, $14)`;

export const freshNumber = `update payments.attempt set number = default where id = $1 and qr is null and state = 'open'
  returning number`;

export const keepLink = `update payments.attempt set link = $2, qr = $3, account_bank = $4, account_sealed = $5,
  account_hash = $6, account_name = $7 where id = $1 and qr is null`;

/** Once for each transfer; answers nothing when it is known. */
export const insertTransfer = `insert into payments.transfer (id, provider, provider_id, account_hash, amount, content,
    reference, at, seen_at, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict on constraint transfer_once do nothing returning id`;

/** $1 codes. The attempt one of them names, locked. */
export const attemptOfCode = `select id from payments.attempt where provider = 'vietqr' and txn_ref = any($1::text[])
  order by created_at desc limit 1 for update`;

/** $1 account, $2 amount, $3 since. Whether somebody may have forgotten the words of a transfer we wait for, and where. */
export const likelyFor = `select provinces, amount = $2 and state in ('open', 'expired') as same from payments.attempt
  where account_hash = $1 and created_at > $3 order by 2 desc, created_at desc limit 1`;

/** $1 order. How much of it is paid for by attempts that are. */
export const settledOf = `select count(*) filter (where state <> 'paid')::int as open, sum(amount)::bigint as amount
  from payments.attempt where order_id = $1 and provider = 'vietqr'`;

/** $1 codes. Where the order is that one of them names. */
export const provincesOfCode = `select provinces from payments.attempt where provider = 'vietqr' and txn_ref = any($1::text[])
  order by created_at desc limit 1`;
