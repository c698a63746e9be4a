import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A code is for one purpose and one thing, and how it travelled is kept. Where and how people signed in is a log that only
 * grows: it must be told for twelve months with address and source port (Decree 333/2026/NĐ-CP, art. 16).
 */
export class IdentityCodes1764000220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table identity.one_time_code add column purpose text not null default 'sign-in'
  constraint one_time_code_purpose check (purpose in ('sign-in', 'proof', 'consent', 'phone-change'));
alter table identity.one_time_code add column subject text;
alter table identity.one_time_code add column device text;
alter table identity.one_time_code add column delivery text not null default 'sms'
  constraint one_time_code_delivery check (delivery in ('sending', 'zalo', 'sms', 'fell-back', 'failed', 'delivered'));
alter table identity.one_time_code alter column purpose drop default;
alter table identity.one_time_code alter column delivery drop default;

-- Zalo's numbers of the texts we may send; dated, a row is never changed.
create table identity.message_template (
  kind text not null constraint message_template_kind check (kind in ('code')),
  valid_from date not null,
  template_id text not null constraint message_template_of_zalo check (template_id ~ '^[A-Za-z0-9_-]{1,50}$'),
  source text not null,
  constraint message_template_key primary key (kind, valid_from)
);
insert into identity.message_template (kind, valid_from, template_id, source) values
  ('code', '2025-01-01', 'cho-phien-code', 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "code template"');

alter table identity.session add column agent text;
alter table identity.session add column port integer;

create table identity.sign_in (
  id uuid not null constraint sign_in_key primary key,
  at timestamptz not null,
  person uuid,
  kind text not null constraint sign_in_kind check (kind in ('person', 'official')),
  outcome text not null constraint sign_in_outcome check (outcome in ('opened', 'refused', 'closed', 'proved')),
  how text not null constraint sign_in_how check (how in ('code', 'password', 'recovery-code', 'start', 'authenticator', 'by-hand', 'taken-away')),
  session uuid,
  address text not null,
  port integer,
  agent text
);
create index sign_in_of_person on identity.sign_in (person, at) where person is not null;
create index sign_in_at on identity.sign_in (at);

create function identity.sign_in_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '12 months' then return old; end if;
  raise exception 'the log of sign-ins is not changed, and kept for twelve months';
end $$;
create trigger sign_in_stays before update or delete on identity.sign_in
  for each row execute function identity.sign_in_stays();
create trigger sign_in_is_not_emptied before truncate on identity.sign_in
  for each statement execute function identity.sign_in_stays();
`);
  }

  async down(): Promise<void> {
    throw new Error('the log of sign-ins must be kept: restore a backup');
  }
}
