import { createHash } from 'node:crypto';
import pg from 'pg';

/** Households of the measurement, and the officials who answer for them. */
export const households = 50_000;
export const officials = 300;

/** An official's session token; kept is its hash. */
export const tokenOf = (official: number): string =>
  createHash('sha256').update(`people ${official}`).digest('base64url').slice(0, 43);
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface Official {
  token: string;
  /** Her commune's code, or her province's. */
  place: string;
  level: 'commune' | 'province';
}

/**
 * 50,000 households in 266 communes of all 34 provinces, a third of them somewhere on their way, and 300 officials: one in
 * each of those communes and one in each province. Written straight into the tables, once: what is measured is their number.
 */
export const fillPeople = async (databaseUrl: string): Promise<{ crowd: Official[]; fresh: boolean }> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: provinces } = await client.query<{ code: string }>(
      `select code from communes.admin_unit where level = 'province' and valid_to is null order by code`,
    );
    const { rows: communes } = await client.query<{ code: string }>(
      `select code from (
         select code, row_number() over (partition by parent_code order by code) as place, parent_code from communes.admin_unit
         where level = 'commune' and valid_to is null
       ) as listed order by place, parent_code limit $1`,
      [officials - provinces.length],
    );
    const crowd: Official[] = [
      ...communes.map(({ code }, index) => ({ token: tokenOf(index), place: code, level: 'commune' as const })),
      ...provinces.map(({ code }, index) => ({
        token: tokenOf(communes.length + index),
        place: code,
        level: 'province' as const,
      })),
    ];
    const { rows: known } = await client.query(`select 1 from identity.producer where name = 'Hộ đo 1'`);
    if (known.length > 0) {
      await client.query('begin');
      await signIn(client, crowd);
      await client.query('commit');
      return { crowd, fresh: false };
    }
    await client.query('begin');
    await client.query(
      `create temporary table crowd on commit drop as
       select number, ('0198b000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid as id,
         codes[1 + number % cardinality(codes)] as commune,
         (array['draft', 'draft', 'submitted', 'in-review', 'returned', 'active', 'active', 'active', 'active', 'active'])
           [1 + (number / 7) % 10] as status,
         timestamptz '2026-11-01 08:00+07' - make_interval(mins => number % 40000) as at
       from generate_series(1, $1::int) as number, (select $2::text[] as codes) as listed`,
      [households, communes.map(({ code }) => code)],
    );
    await client.query(inserted);
    await signIn(client, crowd);
    await client.query('commit');
    await client.query('analyze');
    return { crowd, fresh: true };
  } finally {
    await client.end();
  }
};

const inserted = `
insert into identity.producer (id, kind, name, head, commune, province, hamlet, sub_area, folded, entered_how, created_at)
select c.id, 'household', 'Hộ đo ' || number, 'Người đo ' || number, commune, u.parent_code, 'thon-' || number % 12,
  'Thôn ' || number % 12, 'ho do ' || number, 'imported', at
from crowd c join communes.admin_unit u on u.code = c.commune and u.valid_to is null;
insert into identity.producer_phone (producer, phone, added_at)
select id, '+8488' || lpad(number::text, 7, '0'), at from crowd;
insert into onboarding.application (id, kind, name, commune, province, sub_area, crops, round, status, status_since, created_at,
  submitted_at, reviewer, reviewing_since, tasks_left, missing)
select c.id, 'household', 'Hộ đo ' || number, commune, u.parent_code, 'Thôn ' || number % 12, '{lychee}',
  case when status = 'draft' then 0 else 1 end, status, at, at, case when status <> 'draft' then at end,
  case when status = 'in-review' then '0198b000-0000-7000-8000-ffffffffffff'::uuid end,
  case when status = 'in-review' then at end, number % 5, case when status = 'draft' then '{identity}' else '{}' end::text[]
from crowd c join communes.admin_unit u on u.code = c.commune and u.valid_to is null;`;

const signIn = async (client: pg.Client, crowd: Official[]): Promise<void> => {
  const rows = crowd.map(({ token, place, level }, number) => ({ number, hash: hashOf(token), place, level }));
  await client.query(
    `with given as (
       select number, hash, place, level, ('0198c000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid as id
       from jsonb_to_recordset($1::jsonb) as given (number integer, hash text, place text, level text)
     ), person as (
       insert into identity.person (id, kind, phone, name, created_at)
       select id, 'official', '+8489' || lpad(number::text, 7, '0'), 'Cán bộ đo ' || number, now() from given
       on conflict do nothing
     ), granted as (
       insert into identity.access_grant (id, person, role, commune, province, valid_from)
       select id, id, level || '-officer', case level when 'commune' then place end, case level when 'province' then place end,
         now() - interval '1 day' from given on conflict do nothing
     )
     insert into identity.session (id, token_hash, person, kind, opened_at, last_seen_at, proved_at, expires_at, address)
     select id, hash, id, 'official', now(), now(), now(), now() + interval '8 hours', '127.0.0.1' from given
     on conflict (id) do update set last_seen_at = excluded.last_seen_at, expires_at = excluded.expires_at,
       proved_at = excluded.proved_at, ended_at = null`,
    [JSON.stringify(rows)],
  );
};
