import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { dataSource, rows } from '../src/platform/database.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { migrations } from './index.ts';

/** Whatever ran before this one, in the order of their numbers. */
const numberOf = (migration: { name: string }): number => Number(/\d{13}$/.exec(migration.name)?.[0]);
const mine = 1764000310000;
const before = migrations.filter((migration) => numberOf(migration) < mine);

const { url } = await freshDatabase();
const client = new pg.Client({ connectionString: url });
await client.connect();
const { rows: schemas } = await client.query(
  `select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema|public)'`,
);
for (const { name } of schemas) await client.query(`drop schema "${name}" cascade`);
await client.query('drop table public.migration');
await client.end();

const old = await dataSource(url, { migrations: before, statementTimeout: 0 }).initialize();
const db = dataSource(url, { migrations, statementTimeout: 0 });
afterAll(async () => {
  if (db.isInitialized) await db.destroy();
});

test('who applied, was returned, sells or is suspended goes on from where it stood', async () => {
  await old.runMigrations({ transaction: 'each' });
  const person = randomUUID();
  const phone = '+84912345678';
  await old.query(
    `insert into identity.person (id, kind, phone, name, is_demo, created_at) values ($1, 'person', $2, 'Bà Tư', false, now())`,
    [person, phone],
  );
  const ids: Record<string, string> = {};
  for (const [name, state, standing] of [
    ['chờ', 'submitted', null],
    ['trả lại', 'returned', null],
    ['đang bán', 'approved', 'approved'],
    ['tạm ngừng', 'approved', 'suspended'],
  ] as const) {
    const id = randomUUID();
    ids[name] = id;
    const decided = state === 'submitted' ? null : '2026-11-01T03:00:00Z';
    await old.query(
      `insert into onboarding.application (id, applicant, kind, name, commune, province, sub_area, address, crops, note, state,
         producer_state, round, first_body, submitted_at, decided_at, decided_by)
       values ($1, $2, $3, $4, '07330', '24', 'Thôn Lân', 'Số 1', '{lychee}', null, $5, $6, 1, 'x', '2026-10-01T03:00:00Z', $7,
         case when $7::timestamptz is null then null else gen_random_uuid() end)`,
      [id, person, state === 'returned' ? 'cooperative' : 'household', name, state, standing, decided],
    );
    await old.query(
      `insert into onboarding.consent (person, application, kind, version, at, address)
       values ($1, $2, 'personal-data', '2025-01', '2026-10-01T03:00:00Z', '127.0.0.1')`,
      [person, id],
    );
  }
  await old.query(
    `insert into onboarding.remark (application, round, position, item, reason, by, at)
     values ($1, 1, 1, 'name', 'Viết rõ', gen_random_uuid(), now())`,
    [ids['trả lại']],
  );
  await old.destroy();
  await db.initialize();
  await db.runMigrations({ transaction: 'each' });

  const found = await rows(
    db,
    `select a.name, a.status, g.until as grace,
       (select count(*)::int from onboarding.answer where producer = a.id) as answers,
       (select count(*)::int from onboarding.consent where producer = a.id and purpose = 'selling' and action = 'given') as agreed,
       (select count(*)::int from identity.producer p where p.id = a.id) as known,
       (select role from identity.access_grant where producer = a.id and person = $1 and valid_until is null) as role,
       (select count(*)::int from identity.producer_phone where producer = a.id and phone = $2) as phones,
       (select carried_out_at is not null from onboarding.suspension where producer = a.id and ended_at is null) as stopped
     from onboarding.application a left join onboarding.grace g on g.producer = a.id order by a.status`,
    [person, phone],
  );
  const same = { answers: 6, agreed: 1, known: 1, phones: 1, role: 'producer' };
  expect(found).toEqual([
    { ...same, name: 'đang bán', status: 'active', grace: '2027-06-30', stopped: null },
    { ...same, name: 'trả lại', status: 'returned', grace: null, role: 'cooperative-manager', stopped: null },
    { ...same, name: 'chờ', status: 'submitted', grace: null, stopped: null },
    { ...same, name: 'tạm ngừng', status: 'suspended', grace: '2027-06-30', stopped: true },
  ]);
  const required = await rows(db, `select rule from onboarding.requirement where state = 'approved' order by rule`);
  expect(required).toHaveLength(9);
});
