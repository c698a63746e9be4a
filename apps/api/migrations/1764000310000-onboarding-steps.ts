import type { MigrationInterface, QueryRunner } from 'typeorm';
import { consentTexts, limits, requirements } from './1764000310000-onboarding-rows.ts';

/**
 * An application is begun before anything is proved: its answers are kept one by one, and what is required of whom is a
 * dated row. Those who could sell before may go on until the day the law gives them (Law 122/2025/QH15, Art. 41).
 */
export class OnboardingSteps1764000310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table onboarding.application
  add column status text,
  add column status_since timestamptz,
  add column created_at timestamptz,
  add column reviewer uuid,
  add column reviewing_since timestamptz,
  add column tax_code text,
  add column tasks_left smallint not null default 0,
  add column missing text[] not null default '{}',
  add column closed_at timestamptz,
  add column closed_by uuid,
  add column closed_reason text;
update onboarding.application set
  status = case when state <> 'approved' then state when producer_state = 'approved' then 'active' else producer_state end,
  status_since = coalesce(decided_at, submitted_at), created_at = submitted_at,
  closed_at = case when producer_state = 'closed' then decided_at end;

create table onboarding.answer (
  producer uuid not null constraint answer_of references onboarding.application (id),
  item text not null,
  value jsonb,
  at timestamptz not null,
  received_at timestamptz not null,
  by uuid,
  on_behalf boolean not null,
  wish jsonb,
  wish_at timestamptz,
  wish_by uuid,
  constraint answer_key primary key (producer, item)
);
insert into onboarding.answer (producer, item, value, at, received_at, by, on_behalf)
select id, item, value, submitted_at, submitted_at, applicant, false
from onboarding.application, lateral (values
  ('kind', to_jsonb(kind)), ('name', to_jsonb(name)), ('commune', to_jsonb(commune)), ('sub-area', to_jsonb(sub_area)),
  ('address', to_jsonb(address)), ('crops', to_jsonb(crops)), ('note', to_jsonb(note))) as said (item, value)
where value is not null;

-- Whoever had applied belongs to a household or cooperative from the day it was handed in.
insert into identity.producer (id, kind, name, commune, province, sub_area, folded, entered_how, entered_by, created_at)
select id, kind, name, commune, province, sub_area, lower(public.unaccent(name)), 'self', applicant, submitted_at
from onboarding.application on conflict do nothing;
insert into identity.producer_phone (producer, phone, added_at, added_by)
select a.id, p.phone, a.submitted_at, p.id from onboarding.application a join identity.person p on p.id = a.applicant
on conflict do nothing;
insert into identity.membership (producer, person, since)
select a.id, a.applicant, a.submitted_at from onboarding.application a join identity.person p on p.id = a.applicant
where not exists (select 1 from identity.membership m where m.producer = a.id and m.until is null);
insert into identity.access_grant (id, person, role, producer, valid_from, given_by)
select gen_random_uuid(), a.applicant, case when a.kind = 'household' then 'producer' else 'cooperative-manager' end, a.id,
  a.submitted_at, 'onboarding'
from onboarding.application a join identity.person p on p.id = a.applicant
where not exists (select 1 from identity.access_grant g where g.producer = a.id and g.valid_until is null);

drop index onboarding.one_open_application;
drop index onboarding.application_applicant;
drop index onboarding.application_commune_queue;
drop index onboarding.application_province_queue;
alter table onboarding.application
  drop constraint application_kind, drop constraint application_crops, drop constraint approved_is_producer,
  drop constraint decided_by_someone, drop constraint decided_by_another,
  drop column state, drop column producer_state, drop column address, drop column note, drop column first_body,
  alter column status set not null, alter column status_since set not null, alter column created_at set not null,
  alter column applicant drop not null, alter column submitted_at drop not null,
  add constraint application_kind check (kind in ('household', 'cooperative', 'cooperative-group')),
  add constraint application_crops check (cardinality(crops) <= 12),
  add constraint application_status check (status in
    ('draft', 'submitted', 'in-review', 'returned', 'approved', 'active', 'suspended', 'closed')),
  add constraint application_reviewer check ((status = 'in-review') = (reviewer is not null)),
  add constraint decided_by_another check (decided_by <> applicant);
create unique index one_open_application on onboarding.application (applicant, kind)
  where status in ('draft', 'submitted', 'in-review', 'returned');
create index application_applicant on onboarding.application (applicant);
create index application_commune_queue on onboarding.application (commune, status, status_since);
create index application_province_queue on onboarding.application (province, status, status_since);

create table onboarding.step (
  id uuid not null default uuidv7() constraint step_key primary key,
  application uuid not null constraint step_of references onboarding.application (id),
  at timestamptz not null,
  what text not null,
  by uuid,
  note text
);
create index step_of_application on onboarding.step (application, at);
insert into onboarding.step (application, at, what, by) select id, submitted_at, 'submitted', applicant from onboarding.application;
insert into onboarding.step (application, at, what, by)
select id, decided_at, case when status = 'returned' then 'returned' else 'approved' end, decided_by
from onboarding.application where decided_at is not null;

alter table onboarding.remark add column cleared_at timestamptz;
update onboarding.remark set cleared_at = now() from onboarding.application a where a.id = application and a.status <> 'returned';

alter table onboarding.consent drop constraint consent_to_a_text;
alter table onboarding.consent drop constraint consent_once;
drop index onboarding.consent_person;
alter table onboarding.consent_text drop constraint consent_kind;
alter table onboarding.consent_text rename column kind to purpose;
update onboarding.consent_text set purpose = 'selling' where purpose = 'personal-data';
alter table onboarding.consent_text
  add column title text not null default '', add column required boolean not null default true,
  add column legal_ref text not null default '',
  add constraint consent_text_purpose check (purpose in ('trading-rules', 'selling', 'messages', 'statistics'));
update onboarding.consent_text set title = case purpose when 'selling' then 'Dùng thông tin để bán hàng' else 'Quy định bán hàng' end,
  legal_ref = 'Bản đầu tiên của Chợ Phiên';
alter table onboarding.consent_text alter column title drop default, alter column required drop default,
  alter column legal_ref drop default;
alter table onboarding.consent rename column person to by;
alter table onboarding.consent rename column application to producer;
alter table onboarding.consent rename column kind to purpose;
update onboarding.consent set purpose = 'selling' where purpose = 'personal-data';
alter table onboarding.consent
  alter column by drop not null,
  add column action text not null default 'given' constraint consent_action check (action in ('given', 'withdrawn')),
  add column how text not null default 'own-hand' constraint consent_how check (how in ('own-hand', 'code', 'slip')),
  add column ref text,
  add constraint consent_to_a_text foreign key (purpose, version) references onboarding.consent_text (purpose, version);
alter table onboarding.consent alter column action drop default, alter column how drop default;
create index consent_of on onboarding.consent (producer, purpose, at desc, id desc);
create function onboarding.consent_is_kept() returns trigger language plpgsql as
  $$ begin raise exception 'what was agreed to, or taken back, is never changed'; end $$;
create trigger consent_is_kept before update or delete on onboarding.consent
  for each row execute function onboarding.consent_is_kept();

create table onboarding.requirement (
  id uuid not null default uuidv7() constraint requirement_key primary key,
  rule text not null constraint requirement_rule check (rule ~ '^[a-z0-9-]{2,60}$'),
  version integer not null,
  state text not null constraint requirement_state check (state in ('draft', 'approved', 'dropped')),
  title text not null,
  hint text not null,
  task text not null constraint requirement_task check (task in ('stall', 'place', 'identity', 'food-safety', 'money')),
  kind text not null constraint requirement_kind check (kind in ('computed', 'attested', 'verified')),
  due text not null constraint requirement_due check (due in ('before-submission', 'before-approval', 'before-selling')),
  needs text[] not null,
  producer_kinds text[] not null,
  groups text[],
  papers text[] not null,
  verifier text,
  valid_months integer,
  legal_ref text not null,
  confirmation text,
  valid_from date not null,
  valid_to date,
  province text,
  drafted_by uuid,
  drafted_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  constraint requirement_version unique (rule, version),
  constraint requirement_span check (valid_to is null or valid_to >= valid_from),
  constraint requirement_by_two check (approved_by <> drafted_by)
);
create function onboarding.requirement_is_kept() returns trigger language plpgsql as
  $$ begin
    if old.state = 'approved' then raise exception 'an approved version is never changed'; end if;
    return new;
  end $$;
create trigger requirement_is_kept before update on onboarding.requirement
  for each row execute function onboarding.requirement_is_kept();

create table onboarding.attestation (
  producer uuid not null constraint attestation_of references onboarding.application (id),
  requirement text not null,
  basis text not null constraint attestation_basis check (basis in
    ('certificate', 'commitment', 'exemption', 'quality-certificate', 'attested')),
  paper uuid,
  reason text,
  at timestamptz not null,
  by uuid,
  on_behalf boolean not null,
  state text not null constraint attestation_state check (state in ('waiting', 'verified', 'refused')),
  decided_at timestamptz,
  decided_by uuid,
  decided_reason text,
  until date,
  constraint attestation_key primary key (producer, requirement)
);

create table onboarding.identity_proof (
  producer uuid not null constraint identity_proof_key primary key constraint identity_proof_of references onboarding.application (id),
  method text not null constraint identity_proof_method check (method in ('manual', 'vneid')),
  state text not null constraint identity_proof_state check (state in ('waiting', 'verified', 'refused')),
  full_name text not null,
  birth_date date,
  number_sealed text,
  number_end text,
  citizen_index text,
  papers uuid[] not null,
  at timestamptz not null,
  by uuid,
  on_behalf boolean not null,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  until date
);
create index identity_proof_citizen on onboarding.identity_proof (citizen_index) where citizen_index is not null;

create table onboarding.payout (
  producer uuid not null constraint payout_key primary key constraint payout_of references onboarding.application (id),
  bank text not null constraint payout_bank check (bank ~ '^[0-9]{6}$'),
  number_sealed text not null,
  number_end text not null,
  holder text not null,
  set_at timestamptz not null,
  set_by uuid not null,
  frozen_until timestamptz
);

create table onboarding.suspension (
  id uuid not null default uuidv7() constraint suspension_key primary key,
  producer uuid not null constraint suspension_of references onboarding.application (id),
  reason text not null,
  order_number text,
  announced_at timestamptz not null,
  announced_by uuid not null,
  starts_at timestamptz not null,
  carry_out_by timestamptz,
  carried_out_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text
);
create unique index one_suspension on onboarding.suspension (producer) where ended_at is null;
create index suspension_due on onboarding.suspension (starts_at) where ended_at is null and carried_out_at is null;

create table onboarding.lapse (
  id uuid not null default uuidv7() constraint lapse_key primary key,
  producer uuid not null constraint lapse_of references onboarding.application (id),
  requirement text not null,
  groups text[],
  since timestamptz not null,
  restored_at timestamptz
);
create unique index one_lapse on onboarding.lapse (producer, requirement) where restored_at is null;

create table onboarding.grace (
  producer uuid not null constraint grace_key primary key constraint grace_of references onboarding.application (id),
  until date not null,
  legal_ref text not null
);
insert into onboarding.grace (producer, until, legal_ref)
select id, '2027-06-30', 'Luật 122/2025/QH15, Điều 41 (chuyển tiếp) – cần luật sư xác nhận'
from onboarding.application where status in ('active', 'suspended');

create table onboarding.time_limit (
  name text not null,
  valid_from date not null,
  amount integer not null,
  unit text not null constraint time_limit_unit check (unit in ('hours', 'days')),
  legal_ref text not null,
  constraint time_limit_key primary key (name, valid_from)
);
insert into onboarding.suspension (producer, reason, announced_at, announced_by, starts_at, carried_out_at)
select id, 'Tạm ngừng trước khi có sổ lý do', decided_at, decided_by, decided_at, decided_at
from onboarding.application where status = 'suspended';
`);
    for (const row of requirements) {
      await runner.query(
        `insert into onboarding.requirement (rule, version, state, title, hint, task, kind, due, needs, producer_kinds, groups, papers,
           verifier, valid_months, legal_ref, confirmation, valid_from, drafted_at, approved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, '2026-07-01', $18)`,
        [
          row.rule,
          row.version ?? 1,
          row.state ?? 'approved',
          row.title,
          row.hint,
          row.task,
          row.kind,
          row.due,
          row.needs,
          row.kinds ?? ['household', 'cooperative', 'cooperative-group'],
          row.groups ?? null,
          row.papers ?? [],
          row.verifier ?? null,
          row.validMonths ?? null,
          row.legalRef,
          row.confirmation ?? null,
          row.validFrom,
          row.state === 'draft' ? null : '2026-07-01',
        ],
      );
    }
    for (const { purpose, version, validFrom, title, text, required, legalRef } of consentTexts) {
      await runner.query(
        `insert into onboarding.consent_text (purpose, version, valid_from, title, text, required, legal_ref)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [purpose, version, validFrom, title, text, required, legalRef],
      );
    }
    for (const { name, validFrom, amount, unit, legalRef } of limits) {
      await runner.query(
        'insert into onboarding.time_limit (name, valid_from, amount, unit, legal_ref) values ($1, $2, $3, $4, $5)',
        [name, validFrom, amount, unit, legalRef],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('what applications were before is not kept: restore a backup');
  }
}
