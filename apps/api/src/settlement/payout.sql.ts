export interface Sum {
  producer: string;
  name: string;
  amount: number;
  parcels: string[];
}

/** Earned before, not taken back, held by nobody, not yet paid, and its money with the partner. $1 province, $2 up to. */
const payable = `s.province = $1 and s.earned_at <= $2 and s.reversed_at is null and s.held = 0 and s.payout is null
  and (s.holder = 'partner' or (s.holder = 'carrier' and s.funded >= s.goods + s.shipping))`;

export const payableProducers = `select distinct s.producer from settlement.sale s where ${payable}`;

/** $3 producers with an account, $4 the least sum. */
export const payableSums = `select s.producer, max(s.producer_name) as name, sum(s.net - s.cut)::bigint as amount, array_agg(s.parcel) as parcels
  from settlement.sale s where ${payable} and s.producer = any($3::uuid[])
  group by s.producer having sum(s.net - s.cut) >= greatest($4, 1) order by s.producer`;

export const payableNow = `select count(distinct s.producer)::int as producers, coalesce(sum(s.net - s.cut), 0)::bigint as amount
  from settlement.sale s where ${payable}`;

/** $1 day. */
export const limitsAt = `select
  (select amount from settlement.rule where name = 'claim-window' and valid_from <= $1::date order by valid_from desc limit 1) as window,
  (select amount from settlement.rule where name = 'least-payout' and valid_from <= $1::date order by valid_from desc limit 1) as least`;

export const lockedBatch = `select id, province, state, made_by as "madeBy" from settlement.payout_batch
  where id = $1 and province = any($2::text[]) for update`;

const batchColumns = `b.id, b.state, b.made_at as "madeAt", b.made_by as "madeBy", b.approved_at as "approvedAt",
  count(p.*)::int as payouts, coalesce(sum(p.amount), 0)::bigint as amount,
  count(p.*) filter (where p.state <> 'paid')::int as open`;

/** $1 provinces, $2 rows, $3 rows before. */
export const batches = `select ${batchColumns} from settlement.payout_batch b left join settlement.payout p on p.batch = b.id
  where b.province = any($1::text[]) group by b.id order by b.made_at desc limit $2 offset $3`;
export const batchById = `select ${batchColumns} from settlement.payout_batch b left join settlement.payout p on p.batch = b.id
  where b.id = $1 and b.province = any($2::text[]) group by b.id`;
export const linesOfBatch = `select p.id, p.producer, p.producer_name as name, p.amount, p.state, p.reference,
    p.settled_at as "settledAt", (select count(*)::int from settlement.sale s where s.payout = p.id) as sales
  from settlement.payout p where p.batch = $1 order by p.producer_name, p.id`;
