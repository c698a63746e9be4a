/** $1 the last day: the way of counting that was in force then. */
export const criteria = `select distinct on (indicator) indicator, valid_from as "validFrom", formula, parameters,
    threshold::float8 as threshold, threshold_reference as "thresholdReference", reference
  from assessment.indicator_rule where enabled and valid_from <= $1
  order by indicator, valid_from desc`;

/** $1 communes, $2 the last day: what each had declared then. */
export const declared = `select distinct on (commune, kind) commune, kind, households, commodities, document, at
  from assessment.declaration where commune = any($1::text[]) and valid_from <= $2
  order by commune, kind, valid_from desc, at desc, id desc`;

/**
 * $1 communes, $2 first and $3 last month, $4 when it is judged: who had valid orders. An order that came back whole in the
 * same months is none.
 */
export const sellers = `with sold as (
    select commune, producer, order_id, max(producer_kind) as kind from assessment.fact
    where kind = 'sale' and commune = any($1::text[]) and month between $2 and $3
    group by commune, producer, order_id having sum(amount) > 0
  ), selling as (
    select commune, producer, max(kind) as kind, count(*)::int as orders from sold group by commune, producer
  )
  select selling.commune, selling.producer, selling.kind, selling.orders,
    (select min(listed.at) from assessment.fact listed
     where listed.producer = selling.producer and listed.kind = 'listing.published') as "listedAt",
    coalesce((select standing.kind = 'producer.suspended' from assessment.fact standing
      where standing.producer = selling.producer and standing.at < $4
        and standing.kind in ('producer.approved', 'producer.suspended', 'producer.reinstated')
      order by standing.at desc, standing.event_id desc limit 1), false) as suspended
  from selling order by selling.commune, selling.producer`;

/** $1 communes, $2 month: whole đồng of valid orders, net of what came back. */
export const sales = `select commune, sum(amount)::bigint as value from assessment.fact
  where kind = 'sale' and commune = any($1::text[]) and month = $2 group by commune`;

/** $1 commune, $2 month, $3 commodities: those of them that somebody bought. */
export const soldCommodities = `select commodity from (
    select commodity, order_id from assessment.fact
    where kind = 'sale' and commune = $1 and month = $2 and commodity = any($3::text[])
    group by commodity, order_id having sum(amount) > 0
  ) bought group by commodity order by commodity`;

/** $1 commune, $2 month. */
export const daily = `select day, sum(value)::bigint as value, count(*) filter (where value > 0)::int as orders from (
    select day, order_id, sum(amount) as value from assessment.fact
    where kind = 'sale' and commune = $1 and month = $2 group by day, order_id
  ) sold group by day order by day`;

/** $1 producers, $2 the last month: those that had attended a course by then. */
export const trained = `select distinct producer from assessment.fact
  where kind = 'course.attended' and producer = any($1::uuid[]) and month <= $2`;

/**
 * $1 commune, $2 the last month: households that had been approved and were not closed, and whether the last trainer who
 * signed found that they can do everything.
 */
export const holders = `select holder.producer, coalesce((select signed.kind = 'skills.complete' from assessment.fact signed
      where signed.producer = holder.producer and signed.kind in ('skills.complete', 'skills.open') and signed.month <= $2
      order by signed.day desc, signed.at desc, signed.event_id desc limit 1), false) as skilled
  from (select distinct producer from assessment.fact
    where commune = $1 and kind = 'producer.approved' and producer_kind = 'household' and month <= $2) holder
  where not exists (select 1 from assessment.fact closed
    where closed.producer = holder.producer and closed.kind = 'producer.closed' and closed.month <= $2)
  order by holder.producer`;

/** $1 producers, $2 the last month: those whose identity the last check had verified. */
export const verified = `select seller.producer from unnest($1::uuid[]) as seller (producer)
  where (select checked.kind = 'identity.verified' from assessment.fact checked
    where checked.producer = seller.producer and checked.kind in ('identity.verified', 'identity.refused')
      and checked.month <= $2
    order by checked.at desc, checked.event_id desc limit 1)`;

/** $1 commune, $2 month: requests for help that were closed, and how many of them in time. */
export const onTime = `select count(*)::int as total, count(*) filter (where kind = $3)::int as "onTime"
  from assessment.fact where commune = $1 and kind in ($3, $4) and month = $2`;

const behind = `from assessment.fact where commune = $1
  and (kind = 'sale' and $6::boolean and month between $2 and $3
    or kind in ('producer.approved', 'course.attended', 'skills.complete', 'skills.open', 'identity.verified',
      'identity.refused', 'support.on-time', 'support.late', 'complaint.on-time', 'complaint.late') and kind = any($7::text[]) and month between $8 and $3)
  and ($4::uuid[] is null or producer = any($4)) and ($5::text[] is null or commodity = any($5))`;

/**
 * $1 commune, $2 first and $3 last month, $4 producers or all, $5 commodities or all, $6 whether sales, $7 which other kinds,
 * $8 the first month of those.
 */
export const factCount = `select count(*)::int as total ${behind}`;

/** As `factCount`, and $9 rows, $10 rows before. */
export const facts = `select event_id as event, type, subject, at, day, kind, amount,
    coalesce(producer_name, (select named.producer_name from assessment.fact named
      where named.producer = fact.producer and named.kind = 'producer.approved' order by named.at desc limit 1),
      producer::text) as producer, commodity, channel
  ${behind} order by at desc, event_id desc, line limit $9 offset $10`;
