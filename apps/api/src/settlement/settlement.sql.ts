const saleColumns = `s.parcel, s.code, s.order_code as "orderCode", s.order_id as "orderId", s.producer,
  s.producer_name as "producerName", s.placed_at as "placedAt", s.earned_at as "earnedAt", s.reversed_at as "reversedAt", s.method,
  s.holder, s.goods, s.shipping, s.commission, s.vat, s.pit, s.net, s.held > 0 as held, s.explained,
  case when p.id is null then null else json_build_object('batch', p.batch, 'state', p.state, 'reference', p.reference) end as payout`;
const sales = 'settlement.sale s left join settlement.payout p on p.id = s.payout';

/** $1 provinces. What every account stands at. */
export const balances = `select po.account, sum(po.amount)::bigint as amount
  from settlement.posting po join settlement.entry e on e.id = po.entry where e.province = any($1::text[])
  group by po.account order by po.account`;

/** What was earned in the span, less what was taken back in it. $1 provinces, $2 from, $3 to, $4 rows, $5 rows before. */
const inMonth = `select s.*, 1 as sign from settlement.sale s where s.earned_at >= $2 and s.earned_at < $3
  union all select s.*, -1 from settlement.sale s where s.reversed_at >= $2 and s.reversed_at < $3
  union all select (jsonb_populate_record(s, jsonb_build_object('goods', c.goods, 'shipping', c.shipping,
      'commission', c.commission, 'vat', c.vat, 'pit', c.pit, 'net', c.net))).*, -1
    from settlement.cut c join settlement.sale s on s.parcel = c.parcel where c.at >= $2 and c.at < $3`;
const sums = `count(distinct parcel)::int as sales, coalesce(sum(sign * goods), 0)::bigint as goods,
  coalesce(sum(sign * commission), 0)::bigint as commission, coalesce(sum(sign * vat), 0)::bigint as vat,
  coalesce(sum(sign * pit), 0)::bigint as pit, coalesce(sum(sign * net), 0)::bigint as net`;
export const producersOfMonth = `select producer, max(producer_name) as name, ${sums} from (${inMonth}) m
  where province = any($1::text[]) group by producer order by sum(sign * goods) desc, producer limit $4 offset $5`;

/** $1 provinces, $2 from, $3 to, $4 producer. */
export const totalsOfProducer = `select max(producer_name) as name, ${sums} from (${inMonth}) m
  where province = any($1::text[]) and producer = $4`;
export const salesOfProducer = `select ${saleColumns} from ${sales}
  where s.province = any($1::text[]) and s.producer = $4
    and ((s.earned_at >= $2 and s.earned_at < $3) or (s.reversed_at >= $2 and s.reversed_at < $3))
  order by s.earned_at, s.parcel limit 5000`;
/** The same month out of the ledger alone. */
export const ledgerOfProducer = `select
    coalesce(-sum(po.amount) filter (where po.account = 'producer'), 0)::bigint as net,
    coalesce(-sum(po.amount) filter (where po.account = 'commission'), 0)::bigint as commission,
    coalesce(-sum(po.amount) filter (where po.account = 'vat'), 0)::bigint as vat,
    coalesce(-sum(po.amount) filter (where po.account = 'pit'), 0)::bigint as pit
  from settlement.entry e join settlement.posting po on po.entry = e.id join settlement.sale s on s.parcel = e.parcel
  where e.province = any($1::text[]) and e.kind in ('earned', 'reversed', 'claim') and e.at >= $2 and e.at < $3 and s.producer = $4`;
/** $1 producer. */
export const balanceOfProducer = `select coalesce(-sum(amount) filter (where account = 'producer'), 0)::bigint as balance,
    coalesce(sum(amount) filter (where account = 'receivable'), 0)::bigint as owed
  from settlement.posting where producer = $1`;
/** $1 producer, $2 provinces. Whether there is such a one, and what she is called. */
export const nameOfProducer = `select producer_name as name from settlement.sale where producer = $1 and province = any($2::text[])
  order by placed_at desc limit 1`;

/** $1 parcel, $2 provinces. */
export const saleOf = `select ${saleColumns}, r.percent_bp as "percentBp", r.fixed, r.id as "ruleId", r.legal_ref as "ruleRef"
  from ${sales} left join settlement.commission_rule r on r.id = s.commission_rule
  where s.parcel = $1 and s.province = any($2::text[])`;
/** $1 parcel, $2 order, $3 payout. */
export const entriesOf = `select e.id, e.kind, e.at,
    json_agg(json_build_object('account', po.account, 'amount', po.amount) order by po.position) as postings
  from settlement.entry e join settlement.posting po on po.entry = e.id
  where e.parcel = $1 or (e.order_id = $2 and e.parcel is null) or (e.kind in ('payout', 'payout-returned') and e.source like $3::text || '/%')
  group by e.id order by e.at, e.kind`;
export const payoutOf = 'select payout from settlement.sale where parcel = $1';
