import type { None } from '../sums.ts';

/**
 * Where every đồng of orders, receipts and refunds must be. `paid`: how often the bank took an order's money; `vain`: the
 * references of which it told as often as it ever does without being heard.
 */
export const moneySums = async (
  none: None,
  paid: ReadonlyMap<string, number>,
  vain: readonly string[],
): Promise<void> => {
  await none(
    'whatever the bank took is on record as often as it took it; what it told ten times in vain is still to be asked about',
    `select id from unnest($1::uuid[], $2::int[]) as said (id, times)
     where (select count(*) from payments.receipt r where r.order_id = said.id and r.clear)
         + (select count(*) from payments.attempt a where a.order_id = said.id and a.txn_ref = any($3::text[]) and a.state = 'open')
       <> said.times`,
    [[...paid.keys()], [...paid.values()], vain],
  );
  await none(
    'of an order’s money as much is kept as it costs, once, if it stands, and nothing if it does not',
    `select o.id from ordering."order" o
     where (select coalesce(sum(r.amount), 0) from payments.receipt r where r.order_id = o.id and r.clear)
         - (select coalesce(sum(f.amount), 0) from payments.refund f where f.order_id = o.id)
       <> case when o.payment <> 'cod' and o.paid_at is not null and o.cancelled_at is null then o.total else 0 end`,
  );
  await none(
    'no receipt gives back more than came in, and each knows what it gives back',
    `select r.id from payments.receipt r
     where r.refunded > r.amount
       or r.refunded <> (select coalesce(sum(f.amount), 0) from payments.refund f where f.receipt_id = r.id)`,
  );
  await none('no refund was refused or given up', `select id from payments.refund where state = 'refused'`);
  await none(
    'a payment is stated once for an order at most, and every order that stands on one was stated',
    `select o.id from ordering."order" o
     left join (select subject, count(*) as n from platform.event where type = 'payment.settled' group by subject) e on e.subject = o.id::text
     where coalesce(e.n, 0) > 1 or (o.paid_at is not null and coalesce(e.n, 0) <> 1)`,
  );
  await none(
    'a payment that was heard made its order stand, unless it was cancelled',
    `select o.id from ordering."order" o join platform.event e on e.subject = o.id::text and e.type = 'payment.settled'
     where o.finalised_at is null and o.cancelled_at is null`,
  );
  await shares(none);
  await ledger(none);
};

/** Buyer's total = producers + platform + taxes + freight. */
const shares = async (none: None): Promise<void> => {
  await none(
    'what the buyer pays is her lines and her freight, parcel by parcel',
    `select o.id from ordering."order" o
     where o.total <> o.goods + o.shipping
       or o.total <> (select sum(p.goods + p.shipping) from ordering.parcel p where p.order_id = o.id)
       or o.goods <> (select sum(l.amount) from ordering.order_line l where l.order_id = o.id)`,
  );
  await none(
    'of every order that stands the producers, the platform, the taxes and the freight make up what the buyer pays',
    `select o.id from ordering."order" o
     where o.finalised_at is not null
       and o.total is distinct from (select sum(s.net + s.commission + s.vat + s.pit + s.shipping) from settlement.sale s
         where s.order_id = o.id)`,
  );
};

const ledger = async (none: None): Promise<void> => {
  await none(
    'every entry of the ledger sums to zero',
    'select entry from settlement.posting group by entry having sum(amount) <> 0',
  );
  await none('the ledger sums to zero', 'select 1 from settlement.posting having sum(amount) <> 0');
  await none(
    'money that came is in the ledger once',
    `select r.id from payments.receipt r
     where r.clear and (select coalesce(sum(p.amount), 0) from settlement.entry e join settlement.posting p on p.entry = e.id
         join platform.event v on v.id::text = e.source
       where e.kind = 'money-came' and p.account = 'partner' and v.data ->> 'receipt' = r.id::text) <> r.amount`,
  );
  await none(
    'the partner holds what came in less what went back',
    `select 1 where (select coalesce(sum(amount), 0) from settlement.posting where account = 'partner')
       <> (select coalesce(sum(amount), 0) from payments.receipt where clear and holder = 'partner')
        - (select coalesce(sum(f.amount), 0) from payments.refund f join payments.receipt r on r.id = f.receipt_id
           where f.state = 'settled' and r.holder = 'partner')`,
  );
};
