import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is asked to belong to a household or cooperative, how long a delegation may last at most, how a household came to its
 * cooperative, and places that several people use. Indexes by which 50,000 households answer at once.
 */
export class IdentityHouseholds1764000230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Dated; a row is never changed.
create table identity.delegation_limit (
  valid_from date not null constraint delegation_limit_key primary key,
  months smallint not null constraint delegation_limit_months check (months between 1 and 120),
  source text not null
);
insert into identity.delegation_limit (valid_from, months, source) values
  ('2025-01-01', 24, 'Quy định của Chợ Phiên: uỷ quyền ghi rõ thời hạn, dài nhất 24 tháng; hết hạn thì hộ cho lại');

create table identity.invitation (
  id uuid not null constraint invitation_key primary key,
  producer uuid not null constraint invitation_producer references identity.producer (id),
  phone text not null constraint invitation_phone check (phone ~ '^\\+84[0-9]{9}$'),
  role text not null constraint invitation_role check (role in ('household-member', 'cooperative-manager', 'member-household')),
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answer text constraint invitation_answer check (answer in ('yes', 'no', 'withdrawn')),
  constraint invitation_answered check ((answered_at is null) = (answer is null))
);
create unique index invitation_once on identity.invitation (producer, phone, role) where answered_at is null;
create index invitation_of_phone on identity.invitation (phone) where answered_at is null;

alter table identity.cooperative_member add column evidence text not null default 'own-hand'
  constraint cooperative_member_evidence check (evidence in ('own-hand', 'slip', 'list'));
alter table identity.cooperative_member add column evidence_ref text;
alter table identity.cooperative_member alter column evidence drop default;

alter table identity.session add column shared boolean not null default false;

alter table identity.producer add column folded_head text;
update identity.producer set folded_head = lower(public.unaccent(head));
create index producer_words on identity.producer using gin (folded public.gin_trgm_ops, folded_head public.gin_trgm_ops);
create index producer_twin on identity.producer (commune, folded) where closed_at is null;
create index producer_newest on identity.producer (commune, created_at desc, id);
create index delegation_live on identity.delegation (valid_until) where ended_at is null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index identity.producer_words;
alter table identity.producer drop column folded_head;
drop index identity.producer_twin;
drop index identity.producer_newest;
drop index identity.delegation_live;
alter table identity.session drop column shared;
alter table identity.cooperative_member drop column evidence_ref;
alter table identity.cooperative_member drop column evidence;
drop table identity.invitation;
drop table identity.delegation_limit;
`);
  }
}
