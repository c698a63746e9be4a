import { ledgerSums } from './earnings.sql.ts';
import { movements, sums } from './settlement.sql.ts';

/** $1 province. Each month that has entries, and how it stands. */
export const months = `select m.month, m.entries, c.state, c.approved_at as "closedAt"
  from (select to_char(e.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, count(*)::int as entries
    from settlement.entry e where e.province = $1 group by 1) m
  left join settlement.month c on c.province = $1 and c.month = m.month order by m.month desc limit 60`;
export const monthRow = `select state, asked_by as "askedBy", asked_at as "askedAt", approved_at as "approvedAt"
  from settlement.month where province = $1 and month = $2`;

/** $1 province, $2 from, $3 to. */
export const trialBalance = `select po.account,
    coalesce(sum(po.amount) filter (where e.at < $2), 0)::bigint as opening,
    coalesce(sum(po.amount) filter (where e.at >= $2 and po.amount > 0), 0)::bigint as debit,
    coalesce(-sum(po.amount) filter (where e.at >= $2 and po.amount < 0), 0)::bigint as credit,
    sum(po.amount)::bigint as closing
  from settlement.entry e join settlement.posting po on po.entry = e.id
  where e.province = $1 and e.at < $3 group by po.account order by po.account`;

/** Every producer's month twice: from the sales, and from the ledger. $1 province, $2 from, $3 to. */
const both = `with said as materialized (select producer, max(producer_name) as name, ${sums}
      from (${movements}) m where province = $1 group by producer),
    written as materialized (select s.producer, ${ledgerSums}
      from settlement.entry e join settlement.posting po on po.entry = e.id join settlement.sale s on s.parcel = e.parcel
      where e.province = $1 and e.kind in ('earned', 'reversed', 'claim') and e.at >= $2 and e.at < $3 group by s.producer)`;
const differs = ['shipping', 'commission', 'vat', 'pit', 'through', 'owed']
  .map((part) => `coalesce(said."${part}", 0) <> coalesce(written."${part}", 0)`)
  .join(' or ');
export const statementsOfMonth = `${both} select count(said.producer)::int as statements, count(*) filter (where ${differs})::int as differing,
    coalesce(sum(written.vat), 0)::bigint as vat, coalesce(sum(written.pit), 0)::bigint as pit
  from said full join written on written.producer = said.producer`;

/** Keeps what every statement says. $1 province, $2 from, $3 to, $4 month. */
export const keepStatements = `with said as materialized (select producer, max(producer_name) as name, ${sums}
      from (${movements}) m where province = $1 group by producer),
    stood as materialized (select po.producer,
        coalesce(sum(po.amount) filter (where e.kind in ('payout', 'payout-returned') and e.at >= $2), 0)::bigint as paid_out,
        coalesce(-sum(po.amount), 0)::bigint as closing
      from settlement.entry e join settlement.posting po on po.entry = e.id
      where e.province = $1 and e.at < $3 and po.account = 'producer' group by po.producer)
  insert into settlement.month_statement
  select $1::text, $4::text, producer, name, sales, goods, shipping, commission, vat, pit, net, through, owed,
    coalesce(paid_out, 0), coalesce(closing, 0)
  from said left join stood using (producer)`;

/** The first month before $2 that was written into and is not closed. $1 province. */
export const openBefore = `select to_char(min(e.at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month from settlement.entry e
  where e.province = $1 and e.at < $2
    and e.at >= coalesce((select max(ends) from settlement.month where province = $1 and state = 'closed'), '-infinity')`;

/** $1 province, $2 the month's end. */
export const openThings = `select
    (select json_build_object('count', count(*), 'amount', coalesce(sum(goods + shipping - funded), 0)) from settlement.sale
      where province = $1 and earned_at < $2 and reversed_at is null and holder = 'carrier' and funded < goods + shipping) as cash,
    (select json_build_object('count', count(*), 'amount', coalesce(sum(net - cut), 0)) from settlement.sale
      where province = $1 and earned_at < $2 and reversed_at is null and held > 0 and payout is null) as held,
    (select json_build_object('count', count(*), 'amount', coalesce(sum(s.net - s.cut), 0)) from settlement.sale s
      left join settlement.payout p on p.id = s.payout
      where s.province = $1 and s.earned_at < $2 and s.reversed_at is null and coalesce(p.state, '') <> 'paid'
        and (s.holder = 'partner' or (s.holder = 'carrier' and s.funded >= s.goods + s.shipping))) as unpaid,
    (select json_build_object('count', count(*), 'amount', coalesce(sum(p.amount), 0)) from settlement.payout p
      join settlement.payout_batch b on b.id = p.batch
      where b.province = $1 and b.made_at < $2 and b.state <> 'dropped' and p.state <> 'paid') as payouts`;

/** What was withheld, by seller and kind; a claim's part is taken off the kind that most was sold of. $1 province, $2 from, $3 to. */
export const withheld = `select m.producer, max(m.producer_name) as name, w.kind, sum(m.counted)::int as sales,
    sum(m.sign * w.revenue)::bigint as revenue, w."vatBp", sum(m.sign * w.vat)::bigint as vat, w."pitBp",
    sum(m.sign * w.pit)::bigint as pit, w."legalRef"
  from (${movements}) m cross join lateral (
    select one.kind, one."legalRef", one."vatBp", one."pitBp",
      case m.what when 'claim' then m.goods else one.amount end as revenue,
      case m.what when 'claim' then m.vat else one.vat end as vat,
      case m.what when 'claim' then m.pit else one.pit end as pit
    from jsonb_to_recordset(m.explained -> 'withheld')
      as one(kind text, "legalRef" text, amount bigint, vat bigint, pit bigint, "vatBp" integer, "pitBp" integer)
    order by one.amount desc, one.kind limit case m.what when 'claim' then 1 end) w
  where m.province = $1 group by m.producer, w.kind, w."vatBp", w."pitBp", w."legalRef"
  order by max(m.producer_name), m.producer, w.kind, w."legalRef"`;
export const withheldInLedger = `select coalesce(-sum(po.amount) filter (where po.account = 'vat'), 0)::bigint as vat,
    coalesce(-sum(po.amount) filter (where po.account = 'pit'), 0)::bigint as pit
  from settlement.entry e join settlement.posting po on po.entry = e.id
  where e.province = $1 and e.at >= $2 and e.at < $3`;
