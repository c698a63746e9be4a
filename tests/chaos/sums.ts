import { ask } from '../bench/bench-system.ts';
import type { Said } from './buyers.ts';

export interface Sum {
  sum: string;
  agrees: boolean;
  [more: string]: unknown;
}

/** Counts what should not be there. */
export type None = (sum: string, sql: string, values?: unknown[]) => Promise<void>;

export const counter = (databaseUrl: string): { none: None; counted: Sum[] } => {
  const counted: Sum[] = [];
  const none: None = async (sum, sql, values = []) => {
    const [{ n } = { n: -1 }] = await ask<{ n: number }>(
      databaseUrl,
      `select count(*) as n from (${sql}) as odd`,
      values,
    );
    counted.push({ sum, odd: n, agrees: n === 0 });
  };
  return { none, counted };
};

/** Adds up what the house wrote, and holds it against what it said. */
export const sums = async (databaseUrl: string, said: Said): Promise<Sum[]> => {
  const { none, counted } = counter(databaseUrl);
  await placedSums(databaseUrl, none, said);
  await none(
    'every order the bank took money for is paid, once',
    `select id from unnest($1::uuid[]) as said (id)
     where (select count(*) from ordering."order" o where o.id = said.id and o.paid_at is not null) <> 1
        or (select count(*) from payments.receipt r where r.order_id = said.id) <> 1`,
    [[...said.paid]],
  );
  await none(
    'a payment is stated once for each clear receipt',
    `select r.order_id from payments.receipt r
     left join (select subject, count(*) as n from platform.event where type = 'payment.settled' group by subject) e on e.subject = r.order_id::text
     where r.clear and coalesce(e.n, 0) <> 1`,
  );
  return counted;
};

/** What holds of orders, their goods and their news whoever paid, cancelled or sent them twice. */
export const placedSums = async (
  databaseUrl: string,
  none: None,
  said: Pick<Said, 'placed'> & { sent: ReadonlyMap<string, unknown> },
): Promise<void> => {
  const placed = [...said.placed.keys()];
  await none(
    'every order that was answered with yes is there',
    `select id from unnest($1::uuid[]) as said (id) where not exists (select 1 from ordering."order" o where o.id = said.id)`,
    [placed],
  );
  await none(
    'no order is there that nobody sent',
    `select id from ordering."order" o where placed_at > $2 and not id = any($1::uuid[])`,
    [[...said.sent.keys()], await firstOrder(databaseUrl, [...said.sent.keys()])],
  );
  await none(
    'a finalised order is stated once, one that is not never',
    `select o.id from ordering."order" o
     left join (select subject, count(*) as n from platform.event where type = 'order.placed' group by subject) e on e.subject = o.id::text
     where coalesce(e.n, 0) <> case when o.finalised_at is null then 0 else 1 end`,
  );
  await none(
    'money received equals what the orders cost',
    `select r.order_id from payments.receipt r join ordering."order" o on o.id = r.order_id where r.amount <> o.total`,
  );
  await none(
    'what is on hand is the sum of its movements',
    `select l.offer from stock.level l
     where l.on_hand <> (select coalesce(sum(quantity), 0) from stock.movement m where m.offer = l.offer)`,
  );
  await none(
    'what is held is the sum of the holds',
    `select l.offer from stock.level l
     where l.held <> (select coalesce(sum(quantity), 0) from stock.hold h where h.offer = l.offer and h.state = 'active')`,
  );
  await none(
    'what was sold is what finalised orders hold',
    `with sold as (select order_id, offer, -sum(quantity) as quantity from stock.movement where kind in ('sold', 'returned') group by 1, 2),
       ordered as (select l.order_id, l.offer, l.quantity from ordering.order_line l
         join ordering."order" o on o.id = l.order_id and o.finalised_at is not null and o.cancelled_at is null)
     select 1 from sold full join ordered using (order_id, offer)
     where coalesce(sold.quantity, 0) <> coalesce(ordered.quantity, 0)`,
  );
  await none(
    'of every order its buyer is told once, and each of its producers',
    `select e.subject from platform.event e
     where e.type = 'order.placed' and
       ((select count(*) from notifications.message m where m.event_id = e.id and m.recipient = 'buyer') <> 1
       or (select count(*) from notifications.message m where m.event_id = e.id and m.recipient <> 'buyer')
         <> (select count(distinct p ->> 'producer') from jsonb_array_elements(e.data -> 'parcels') p))`,
  );
  await none('nothing is dead', 'select id from platform.outbox where dead_at is not null');
};

/** Just before the first order of this drill: what was there before is not its business. */
const firstOrder = async (databaseUrl: string, ids: string[]): Promise<Date> => {
  const [first] = await ask<{ at: Date | null }>(
    databaseUrl,
    'select min(placed_at) as at from ordering."order" where id = any($1::uuid[])',
    [ids],
  );
  return new Date((first?.at ?? new Date()).getTime() - 1);
};
