const saleColumns = `s.parcel, s.code, s.order_code as "orderCode", s.order_id as "orderId", s.producer,
  s.producer_name as "producerName", s.placed_at as "placedAt", s.earned_at as "earnedAt", s.reversed_at as "reversedAt", s.method,
  s.holder, s.goods, s.shipping, s.commission, s.vat, s.pit, s.net, s.held > 0 as held, s.explained`;
const payout = `case when p.id is null then null
  else json_build_object('batch', p.batch, 'state', p.state, 'reference', p.reference) end as payout`;

/** $1 provinces. What every account stands at. */
export const balances = `select po.account, sum(po.amount)::bigint as amount
  from settlement.posting po join settlement.entry e on e.id = po.entry where e.province = any($1::text[])
  group by po.account order by po.account`;

/**
 * What was earned in the span, and less than nothing, what was taken back in it: whole by a return, in part by a claim.
 * $2 from, $3 to.
 */
export const movements = `select s.*, 'earned' as what, 1 as sign, 1 as counted, s.earned_at as counts from settlement.sale s
    where s.earned_at >= $2 and s.earned_at < $3
  union all select s.*, 'reversed', -1, -1, s.reversed_at from settlement.sale s where s.reversed_at >= $2 and s.reversed_at < $3
  union all select (jsonb_populate_record(s, jsonb_build_object('goods', c.goods, 'shipping', c.shipping,
      'commission', c.commission, 'vat', c.vat, 'pit', c.pit, 'net', c.net))).*, 'claim', -1, 0, c.at
    from settlement.cut c join settlement.sale s on s.parcel = c.parcel where c.at >= $2 and c.at < $3`;
const sum = (what: string, name: string, filter = ''): string =>
  `coalesce(sum(sign * ${what})${filter}, 0)::bigint as "${name}"`;
export const sums = [
  'sum(counted)::int as sales',
  ...['goods', 'shipping', 'commission', 'vat', 'pit', 'net'].map((part) => sum(part, part)),
  sum('net', 'through', ` filter (where holder <> 'seller')`),
  sum('(commission + shipping)', 'owed', ` filter (where holder = 'seller')`),
].join(', ');
/** $1 provinces, $2 from, $3 to, $4 rows, $5 rows before. */
export const producersOfMonth = `select producer, max(producer_name) as name, ${sums} from (${movements}) m
  where province = any($1::text[]) group by producer order by sum(sign * goods) desc, producer limit $4 offset $5`;

/** $1 parcel, $2 provinces or null, $3 producers or null: whose eyes it is for. */
export const saleOf = `select ${saleColumns}, ${payout}, p.id as "payoutId", r.percent_bp as "percentBp", r.fixed, r.id as "ruleId",
    r.legal_ref as "ruleRef"
  from settlement.sale s left join settlement.payout p on p.id = s.payout
    left join settlement.commission_rule r on r.id = s.commission_rule
  where s.parcel = $1 and (s.province = any($2::text[]) or s.producer = any($3::uuid[]))`;
/** $1 parcel, $2 order, $3 payout. */
export const entriesOf = `select e.id, e.kind, e.at, e.happened_at as "happenedAt",
    json_agg(json_build_object('account', po.account, 'amount', po.amount) order by po.position) as postings
  from settlement.entry e join settlement.posting po on po.entry = e.id
  where e.parcel = $1 or (e.order_id = $2 and e.parcel is null) or (e.kind in ('payout', 'payout-returned') and e.source like $3::text || '/%')
  group by e.id order by e.at, e.kind`;
