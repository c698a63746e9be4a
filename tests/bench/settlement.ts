import { createHash, randomBytes } from 'node:crypto';
import {
  approveMonthClose,
  askMonthClose,
  client as callerOf,
  getMonth,
  getProducerStatement,
} from '@chophien/contracts';
import { monthBounds, vietnamMonth } from '@chophien/kernel';
import pg from 'pg';
import { ask, benchSystem } from './bench-system.ts';
import { hammer, report, round } from './measure.ts';

/** BENCH_ORDERS makes it smaller; eight orders to a producer, whatever the size. */
const orders = Number(process.env.BENCH_ORDERS ?? 40_000);
const producers = Math.ceil(orders / 8);
const closeWithin = 60_000;

/** The month before this one. */
const lastMonth = (): string => {
  const { from } = monthBounds(vietnamMonth(new Date()));
  return vietnamMonth(new Date(from.getTime() - 1));
};

/**
 * A month of 40,000 orders of 5,000 producers is closed by two people; then their statements are read. A closed month stays
 * closed, so each run fills another province; after the thirty-fourth `.data/bench` is thrown away.
 */
export const settlement = async (): Promise<boolean> => {
  const system = await benchSystem();
  try {
    const month = lastMonth();
    const { province, tokens } = await fillBooks(system.databaseUrl, month);
    const [first, second] = tokens.map((token) =>
      callerOf({ baseUrl: system.urls.api!, headers: { authorization: `Bearer ${token}` }, timeout: 120_000 }),
    );
    const began = performance.now();
    await first!(askMonthClose, { params: { province, month } });
    const asked = performance.now();
    await second!(approveMonthClose, { params: { province, month } });
    const closed = performance.now();
    const view = await first!(getMonth, { params: { province, month } });
    const took = closed - began;
    const sound = view.state === 'closed' && view.sum === 0 && view.differing === 0 && view.statements === producers;
    const met = report(
      {
        bench: 'month close',
        orders,
        producers,
        province,
        askedMs: round(asked - began),
        closedMs: round(closed - asked),
        statements: view.statements,
        differing: view.differing,
        sum: view.sum,
        perSecond: Math.round(orders / (took / 1_000)),
        p50: round(took),
        p95: round(took),
        errors: sound ? 0 : 1,
      },
      { p95: closeWithin },
    );
    const paths = Array.from({ length: 500 }, (_, at) => ({
      token: tokens[0]!,
      path: getProducerStatement.path
        .replace(':producer', producerId(province, 1 + ((at * 37) % producers)))
        .replace(':month', month),
    }));
    const read = await hammer('statement', system.urls.api!, paths, { connections: 8 }, { p95: 150 });
    return met && read;
  } finally {
    await system.stop();
  }
};

const idOf = (what: string): string => {
  const hex = createHash('md5').update(what).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
const producerId = (province: string, number: number): string => idOf(`producer ${province} ${number}`);

/** Sales, and what the ledger says of them, straight into the tables: their number is what is measured. */
const fillBooks = async (databaseUrl: string, month: string): Promise<{ province: string; tokens: string[] }> => {
  const [free] = await ask<{ code: string }>(
    databaseUrl,
    `select code from communes.admin_unit u where level = 'province' and valid_to is null
       and not exists (select 1 from settlement.entry e where e.province = u.code) order by code limit 1`,
  );
  if (!free) throw new Error('every province has its books already: remove .data/bench');
  const { from } = monthBounds(month);
  const tokens = [0, 1].map(() => randomBytes(32).toString('base64url').slice(0, 43));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(sales, [orders, producers, free.code, from]);
    await client.query(entries, [free.code]);
    await client.query(postings, [free.code]);
    for (const [at, token] of tokens.entries())
      await client.query(official, [
        idOf(`official ${free.code} ${at}`),
        createHash('sha256').update(token).digest('hex'),
        ['accountant', 'province-officer'][at],
        free.code,
        `+8487${free.code}${at}${String(Date.now()).slice(-4)}`,
      ]);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
  return { province: free.code, tokens };
};

const sales = `insert into settlement.sale (parcel, order_id, order_code, code, producer, producer_name, province, method, holder, goods,
    shipping, commission, vat, pit, net, commission_rule, explained, placed_at, earned_at)
  select md5('parcel ' || $3 || n)::uuid, md5('order ' || $3 || n)::uuid, 'DH' || n, 'K' || $3 || n,
    md5('producer ' || $3 || ' ' || 1 + n % $2)::uuid, 'Hộ đo ' || 1 + n % $2, $3, 'vnpay', 'partner', goods, 20000, goods / 50,
    goods / 100, goods / 200, goods - goods / 50 - goods / 100 - goods / 200, 'chung-2026',
    jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('name', 'Hàng đo', 'amount', goods, 'kind', 'goods')),
      'withheld', jsonb_build_array(jsonb_build_object('kind', 'goods', 'amount', goods, 'rule', '252-hang-hoa', 'legalRef', 'đo',
        'vatBp', 100, 'pitBp', 50, 'vat', goods / 100, 'pit', goods / 200))),
    $4::timestamptz + make_interval(mins => n % 30000), $4::timestamptz + make_interval(mins => n % 40000)
  from (select n, 50000 + 1000 * (n % 400) as goods from generate_series(0, $1::int - 1) n) numbered`;
const entries = `insert into settlement.entry (id, kind, source, order_id, parcel, province, at)
  select md5(kind || parcel)::uuid, kind, parcel::text, order_id, parcel, province, earned_at
  from settlement.sale cross join (values ('money-came'), ('earned')) as k(kind) where province = $1`;
const postings = `insert into settlement.posting (entry, position, account, producer, amount)
  select md5(p.kind || s.parcel)::uuid, p.position, p.account, p.producer, p.amount
  from settlement.sale s cross join lateral (values
    ('money-came', 1, 'partner', null::uuid, s.goods + s.shipping), ('money-came', 2, 'buyers', null, -s.goods - s.shipping),
    ('earned', 1, 'buyers', null, s.goods + s.shipping), ('earned', 2, 'producer', s.producer, -s.net),
    ('earned', 3, 'commission', null, -s.commission), ('earned', 4, 'vat', null, -s.vat), ('earned', 5, 'pit', null, -s.pit),
    ('earned', 6, 'freight', null, -s.shipping)) as p(kind, position, account, producer, amount)
  where s.province = $1`;
const official = `with person as (
    insert into identity.person (id, kind, phone, name, created_at) values ($1, 'official', $5, 'Kế toán đo', now())
    on conflict do nothing
  ), granted as (
    insert into identity.access_grant (id, person, role, province, valid_from) values ($1, $1, $3, $4, now() - interval '1 day')
    on conflict do nothing
  )
  insert into identity.session (id, token_hash, person, kind, opened_at, last_seen_at, proved_at, expires_at, address)
  values (gen_random_uuid(), $2, $1, 'official', now(), now(), now(), now() + interval '8 hours', '127.0.0.1')`;
