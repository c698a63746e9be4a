import { movements, sums } from './settlement.sql.ts';

const payout = `case when p.id is null then null
  else json_build_object('batch', p.batch, 'state', p.state, 'reference', p.reference) end as payout`;

/** $1 producer, $2 from, $3 to. */
export const linesOfProducer = `select m.parcel, m.code, m.order_code as "orderCode", m.what, m.counts as at, m.holder,
    m.sign * m.goods as goods, m.sign * m.shipping as shipping, m.sign * m.commission as commission, m.sign * m.vat as vat,
    m.sign * m.pit as pit, m.sign * m.net as net, m.held > 0 as held, ${payout}
  from (${movements}) m left join settlement.payout p on p.id = m.payout and m.what = 'earned'
  where m.producer = $1 order by m.counts, m.parcel, m.what`;
export const totalsOfProducer = `select ${sums} from (${movements}) m where producer = $1`;

const credit = (account: string, name: string, sign = '-'): string =>
  `coalesce(${sign}sum(po.amount) filter (where po.account = '${account}'), 0)::bigint as "${name}"`;
export const ledgerSums = [
  credit('freight', 'shipping'),
  credit('commission', 'commission'),
  credit('vat', 'vat'),
  credit('pit', 'pit'),
  credit('producer', 'through'),
  credit('receivable', 'owed', ''),
].join(', ');
/** The same month out of the ledger. $1 producer, $2 from, $3 to. */
export const ledgerOfProducer = `select ${ledgerSums}
  from settlement.sale s join settlement.entry e on e.parcel = s.parcel join settlement.posting po on po.entry = e.id
  where s.producer = $1 and s.earned_at is not null and e.kind in ('earned', 'reversed', 'claim') and e.at >= $2 and e.at < $3`;

/** What was to be paid out before the span and at its end, what was paid out in it, and how it stands today. */
export const standingOfProducer = `select
    coalesce(-sum(po.amount) filter (where po.account = 'producer' and e.at < $2), 0)::bigint as opening,
    coalesce(sum(po.amount) filter (where po.account = 'producer' and e.kind in ('payout', 'payout-returned')
      and e.at >= $2 and e.at < $3), 0)::bigint as "paidOut",
    coalesce(-sum(po.amount) filter (where po.account = 'producer' and e.at < $3), 0)::bigint as closing,
    coalesce(-sum(po.amount) filter (where po.account = 'producer'), 0)::bigint as balance,
    coalesce(sum(po.amount) filter (where po.account = 'receivable'), 0)::bigint as owed
  from settlement.posting po join settlement.entry e on e.id = po.entry where po.producer = $1`;

/** $1 producer, $2 from, $3 to. */
export const payoutsOfProducer = `select e.at, po.amount,
    case when p.tries::text = split_part(e.source, '/', 2) then p.reference end as reference
  from settlement.posting po join settlement.entry e on e.id = po.entry
    left join settlement.payout p on p.id::text = split_part(e.source, '/', 1)
  where po.producer = $1 and po.account = 'producer' and e.kind in ('payout', 'payout-returned') and e.at >= $2 and e.at < $3
  order by e.at`;

/** $1 producer, $2 provinces or null, $3 producers or null: whether there is such a one for these eyes, and what she is called. */
export const nameOfProducer = `select producer_name as name, province from settlement.sale
  where producer = $1 and (province = any($2::text[]) or producer = any($3::uuid[])) order by placed_at desc limit 1`;
export const monthOf = `select 1 from settlement.month where province = $1 and state = 'closed' and ends >= $2 limit 1`;

/** $1 producer. */
export const monthsOfProducer = `select to_char(m.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, sum(m.counted)::int as sales,
    sum(m.goods)::bigint as goods, sum(m.net)::bigint as net,
    bool_and(exists (select 1 from settlement.month c
      where c.province = m.province and c.state = 'closed' and c.ends > m.at)) as closed
  from (select s.province, 1 as counted, s.goods, s.net, s.earned_at as at from settlement.sale s
      where s.producer = $1 and s.earned_at is not null
    union all select s.province, -1, -s.goods, -s.net, s.reversed_at from settlement.sale s
      where s.producer = $1 and s.reversed_at is not null
    union all select s.province, 0, -c.goods, -c.net, c.at from settlement.cut c join settlement.sale s on s.parcel = c.parcel
      where s.producer = $1) m
  group by 1 order by 1 desc limit 36`;
export const standingNow = `select coalesce(-sum(amount) filter (where account = 'producer'), 0)::bigint as balance,
    coalesce(sum(amount) filter (where account = 'receivable'), 0)::bigint as owed
  from settlement.posting where producer = $1`;
