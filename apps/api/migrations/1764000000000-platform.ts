import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the machinery keeps: facts, what is still to be told, what was sent outside, who looked at whom. */
export class Platform1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

create schema platform;

create table platform.event (
  id uuid not null default uuidv7(),
  type text not null,
  v smallint not null,
  subject text not null,
  actor_kind text not null constraint event_actor_kind check (actor_kind in ('guest', 'person', 'official', 'device', 'system')),
  actor_id text,
  data jsonb not null,
  at timestamptz not null,
  primary key (id, at)
) partition by range (at);
create index event_subject on platform.event (subject, at);
create index event_type on platform.event (type, at);
create index event_actor on platform.event (actor_id, at) where actor_id is not null;

create function platform.ensure_event_partitions(first_day date, months integer) returns void language plpgsql as $$
declare
  month date;
begin
  for number in 0 .. months - 1 loop
    month := (date_trunc('month', first_day) + make_interval(months => number))::date;
    execute format(
      'create table if not exists platform.%I partition of platform.event for values from (%L) to (%L)',
      'event_' || to_char(month, 'YYYY_MM'),
      month::timestamp at time zone 'UTC',
      (month + interval '1 month') at time zone 'UTC'
    );
  end loop;
end $$;
select platform.ensure_event_partitions('2025-01-01', 36);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on platform.event
  for each row execute function platform.refuse_change();
create trigger append_only_whole before truncate on platform.event
  for each statement execute function platform.refuse_change();

create table platform.outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  event_at timestamptz not null,
  listener text not null,
  lane text not null constraint outbox_lane check (lane in ('inside', 'outside')),
  subject text not null,
  due_at timestamptz not null default now(),
  offers smallint not null default 0,
  attempts smallint not null default 0,
  dead_at timestamptz,
  last_error text
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_insert_scale_factor = 0.5);
create index outbox_due on platform.outbox (lane, due_at) where dead_at is null;
create index outbox_dead on platform.outbox (dead_at) where dead_at is not null;

create table platform.delivery (
  id uuid primary key default uuidv7(),
  listener text not null,
  event_id uuid not null,
  provider text not null,
  key text not null constraint delivery_once unique,
  state text not null default 'pending' constraint delivery_state check (state in ('pending', 'sent', 'failed', 'unknown')),
  attempts smallint not null default 0,
  at timestamptz not null,
  answer jsonb
);
create index delivery_event on platform.delivery (event_id, listener);
create index delivery_open on platform.delivery (at) where state in ('pending', 'unknown');

create table platform.looked (
  id uuid primary key default uuidv7(),
  actor_kind text not null,
  actor_id text,
  subject text not null,
  purpose text not null,
  address text not null,
  request_id text not null,
  at timestamptz not null
);
create index looked_subject on platform.looked (subject, at);
create index looked_actor on platform.looked (actor_id, at);
create trigger append_only before update or delete on platform.looked
  for each row execute function platform.refuse_change();

create unlogged table platform.rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limit_expire on platform.rate_limit (expire);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade');
  }
}
