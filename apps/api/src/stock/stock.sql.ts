/**
 * Each is one statement for all lines of an order. Rows of `stock.level` are locked in the order of their ids, so that two
 * orders never wait for each other, and only where there is enough: who comes too late waits for nobody. A statement that
 * waited re-reads the row (READ COMMITTED), so the condition is checked on what is there then.
 */

const wanted = `wanted as materialized (
  select offer, quantity from unnest($1::uuid[], $2::bigint[]) as line (offer, quantity)
), locked as materialized (
  select level.offer from stock.level join wanted using (offer)
  where level.on_hand - level.held >= wanted.quantity
  order by level.offer for no key update of level
)`;

const answer = `select wanted.offer, wanted.quantity, level.on_hand - level.held as there, taken.available, taken.low_at as "lowAt"
from wanted left join taken using (offer) left join stock.level using (offer) order by wanted.offer`;

const took = `from wanted join locked using (offer)
  where level.offer = wanted.offer and level.on_hand - level.held >= wanted.quantity
  returning level.offer, wanted.quantity, level.on_hand - level.held as available, level.low_at`;

/** $1 offers, $2 quantities, $3 order, $4 until when. Lines without `available` were not held. */
export const hold = `with ${wanted}, taken as (
  update stock.level set held = level.held + wanted.quantity ${took}
), kept as (
  insert into stock.hold (order_id, offer, quantity, until, state) select $3, offer, quantity, $4, 'active' from taken
)
${answer}`;

/** $1 offers, $2 quantities, $3 order, $4 now. Lines without `available` were not sold. */
export const take = `with ${wanted}, taken as (
  update stock.level set on_hand = level.on_hand - wanted.quantity ${took}
), kept as (
  insert into stock.hold (order_id, offer, quantity, until, state) select $3, offer, quantity, null, 'sold' from taken
), moved as (
  insert into stock.movement (offer, kind, quantity, order_id, at) select offer, 'sold', -quantity, $3, $4 from taken
)
${answer}`;

const sums = `sums as materialized (
  select offer, sum(quantity)::bigint as quantity from ended group by offer
), locked as materialized (
  select level.offer from stock.level join sums using (offer) order by level.offer for no key update of level
)`;

/** $1 orders, $2 now. Answers what was sold. */
export const sell = `with ended as (
  update stock.hold set state = 'sold' where order_id = any($1::uuid[]) and state = 'active'
  returning order_id, offer, quantity
), ${sums}, changed as (
  update stock.level set on_hand = level.on_hand - sums.quantity, held = level.held - sums.quantity
  from sums join locked using (offer) where level.offer = sums.offer
), moved as (
  insert into stock.movement (offer, kind, quantity, order_id, at)
  select offer, 'sold', -quantity, order_id, $2 from ended
)
select order_id as "order", offer, quantity from ended`;

/** $1 orders. Answers what was given back. */
export const release = `with ended as (
  update stock.hold set state = 'released' where order_id = any($1::uuid[]) and state = 'active'
  returning order_id, offer, quantity
), ${sums}, changed as (
  update stock.level set held = level.held - sums.quantity
  from sums join locked using (offer) where level.offer = sums.offer
)
select order_id as "order", offer, quantity from ended`;

/** $1 orders, $2 offers, $3 now. Answers what came back. */
export const takeBack = `with ended as (
  update stock.hold set state = 'returned' from unnest($1::uuid[], $2::uuid[]) as line (order_id, offer)
  where hold.order_id = line.order_id and hold.offer = line.offer and hold.state = 'sold'
  returning hold.order_id, hold.offer, hold.quantity
), ${sums}, changed as (
  update stock.level set on_hand = level.on_hand + sums.quantity
  from sums join locked using (offer) where level.offer = sums.offer
), moved as (
  insert into stock.movement (offer, kind, quantity, order_id, at)
  select offer, 'returned', quantity, order_id, $3 from ended
)
select order_id as "order", offer, quantity from ended`;

/**
 * $1 offers, $2 what was packed of each, $3 why the rest is no more (null: it is there), $4 the order, $5 now. Answers what
 * changed. More than was sold is taken as far as it was on hand for nobody else: the rest is for a count to correct.
 */
export const settle = `with said as materialized (
  select offer, packed, lost from unnest($1::uuid[], $2::bigint[], $3::text[]) as line (offer, packed, lost)
), locked as materialized (
  select level.offer, level.on_hand - level.held as available from stock.level join said using (offer)
  order by level.offer for no key update of level
), differs as materialized (
  select hold.offer, said.lost, greatest(hold.quantity - said.packed, -locked.available) as back
  from stock.hold join said using (offer) join locked using (offer)
  where hold.order_id = $4 and hold.state = 'sold' and hold.quantity <> said.packed
), kept as (
  update stock.hold set quantity = case when hold.quantity = differs.back then hold.quantity else hold.quantity - differs.back end,
    state = case when hold.quantity = differs.back then 'returned' else 'sold' end
  from differs where hold.order_id = $4 and hold.offer = differs.offer
), changed as (
  update stock.level set on_hand = level.on_hand + differs.back
  from differs where level.offer = differs.offer and differs.lost is null
), moved as (
  insert into stock.movement (offer, kind, quantity, order_id, reason, at)
  select offer, case when back > 0 then 'unpacked' else 'weighed' end, back, $4, null, $5::timestamptz from differs where back <> 0
  union all
  select offer, 'written-off', -back, $4, lost, $5 from differs where back > 0 and lost is not null
)
select offer, back as quantity from differs`;
