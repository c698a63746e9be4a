import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How officials begin and what helps them when they lost a thing; who ended a role and why; numbers that an officer moves for
 * who lost hers; keys of partners.
 */
export class IdentityOfficials1764000221000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table identity.access_grant add column ended_by text;
alter table identity.access_grant add column end_reason text;

create table identity.official_start (
  person uuid not null constraint official_start_key primary key
    constraint official_start_person references identity.person (id),
  key_hash text not null constraint official_start_once unique,
  totp_secret text not null,
  made_at timestamptz not null,
  made_by text,
  expires_at timestamptz not null,
  used_at timestamptz
);

alter table identity.credential add column pending_totp text;

create table identity.recovery_code (
  person uuid not null constraint recovery_code_person references identity.person (id),
  hmac text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint recovery_code_key primary key (person, hmac)
);

create table identity.phone_recovery (
  id uuid not null constraint phone_recovery_key primary key,
  person uuid not null constraint phone_recovery_person references identity.person (id),
  old_phone text not null constraint phone_recovery_old check (old_phone ~ '^\\+84[0-9]{9}$'),
  new_phone text not null constraint phone_recovery_new check (new_phone ~ '^\\+84[0-9]{9}$'),
  commune text not null,
  reason text not null,
  started_by uuid not null,
  started_at timestamptz not null,
  proved_at timestamptz,
  takes_effect_at timestamptz,
  done_at timestamptz,
  stopped_at timestamptz,
  stopped_by text constraint phone_recovery_stopper check (stopped_by in ('holder', 'officer')),
  stop_reason text,
  stop_key_hash text constraint phone_recovery_stop_once unique,
  constraint phone_recovery_other check (old_phone <> new_phone),
  constraint phone_recovery_order check ((takes_effect_at is null or proved_at is not null) and (done_at is null or stopped_at is null))
);
create unique index phone_recovery_open on identity.phone_recovery (person) where done_at is null and stopped_at is null;
create index phone_recovery_due on identity.phone_recovery (takes_effect_at) where done_at is null and stopped_at is null;
create index phone_recovery_of_commune on identity.phone_recovery (commune, started_at);

create table identity.partner_key (
  id uuid not null constraint partner_key_key primary key,
  name text not null,
  province text not null constraint partner_key_province check (province ~ '^[0-9]{2}$'),
  begins text not null,
  key_hash text not null constraint partner_key_once unique,
  made_by text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table identity.partner_key;
drop table identity.phone_recovery;
drop table identity.recovery_code;
alter table identity.credential drop column pending_totp;
drop table identity.official_start;
alter table identity.access_grant drop column end_reason;
alter table identity.access_grant drop column ended_by;
`);
  }
}
