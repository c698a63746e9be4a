import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, what proves who they are, where they are signed in, and what they may do where. */
export class Identity1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema identity;

create table identity.person (
  id uuid not null constraint person_key primary key,
  kind text not null constraint person_kind check (kind in ('person', 'official')),
  phone text not null constraint person_phone check (phone ~ '^\\+84[0-9]{9}$'),
  name text,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  suspended_at timestamptz,
  constraint person_phone_once unique (kind, phone)
);
create index person_demo on identity.person (id) where is_demo;

create table identity.credential (
  person uuid not null constraint credential_key primary key
    constraint credential_person references identity.person (id),
  password_hash text not null,
  totp_secret text not null,
  totp_step bigint not null default 0,
  changed_at timestamptz not null
);

create table identity.one_time_code (
  id uuid not null constraint one_time_code_key primary key,
  phone text not null,
  hmac text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0 constraint one_time_code_tries check (tries between 0 and 5),
  used_at timestamptz,
  voided_at timestamptz,
  address text not null
);
create index one_time_code_phone on identity.one_time_code (phone, created_at desc);

create table identity.session (
  id uuid not null constraint session_key primary key,
  token_hash text not null constraint session_token_once unique,
  person uuid not null constraint session_person references identity.person (id),
  kind text not null constraint session_kind check (kind in ('person', 'official')),
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text not null
);
create index session_of_person on identity.session (person, opened_at) where ended_at is null;

create table identity.access_grant (
  id uuid not null constraint access_grant_key primary key,
  person uuid not null constraint access_grant_person references identity.person (id),
  role text not null constraint access_grant_role check (role in ('producer', 'commune-officer', 'province-officer', 'operator')),
  producer uuid,
  commune text,
  province text,
  valid_from timestamptz not null,
  valid_until timestamptz,
  given_by text,
  constraint access_grant_scope check (
    (role = 'producer') = (producer is not null)
    and (role = 'commune-officer') = (commune is not null)
    and (role = 'province-officer') = (province is not null)
  ),
  constraint access_grant_span check (valid_until >= valid_from)
);
create unique index access_grant_once on identity.access_grant
  (person, role, coalesce(producer::text, commune, province, '')) where valid_until is null;
create index access_grant_of_person on identity.access_grant (person);
create index access_grant_commune on identity.access_grant (commune) where commune is not null;
create index access_grant_province on identity.access_grant (province) where province is not null;

create table identity.household (
  id uuid not null constraint household_key primary key,
  name text not null,
  commune text not null,
  province text not null,
  sub_area text,
  created_at timestamptz not null
);

create table identity.cooperative (
  id uuid not null constraint cooperative_key primary key,
  name text not null,
  commune text not null,
  province text not null,
  sub_area text,
  created_at timestamptz not null
);

create table identity.membership (
  producer uuid not null,
  person uuid not null constraint membership_person references identity.person (id),
  since timestamptz not null,
  until timestamptz,
  constraint membership_key primary key (producer, person)
);
create index membership_of_person on identity.membership (person);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema identity cascade');
  }
}
