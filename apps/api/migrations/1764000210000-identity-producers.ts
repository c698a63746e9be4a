import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Households, cooperatives and cooperative groups are one table and exist before they may sell. What somebody may do in the
 * name of one is a delegation it gave. Every role of the house can be granted.
 */
export class IdentityProducers1764000210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table identity.producer (
  id uuid not null constraint producer_key primary key,
  kind text not null constraint producer_kind check (kind in ('household', 'cooperative', 'cooperative-group')),
  name text not null,
  head text,
  commune text not null constraint producer_commune check (commune ~ '^[0-9]{5}$'),
  province text not null constraint producer_province check (province ~ '^[0-9]{2}$'),
  hamlet text,
  sub_area text,
  folded text not null,
  citizen_index text,
  entered_how text not null constraint producer_how check (entered_how in ('self', 'assisted', 'imported')),
  entered_by uuid,
  created_at timestamptz not null,
  closed_at timestamptz
);
create index producer_commune on identity.producer (commune, hamlet, folded);
create index producer_province on identity.producer (province);
create index producer_citizen on identity.producer (citizen_index) where citizen_index is not null;

insert into identity.producer (id, kind, name, commune, province, sub_area, folded, entered_how, created_at)
select id, kind, name, commune, province, sub_area, lower(public.unaccent(name)), 'self', created_at
from (select *, 'household' as kind from identity.household union all select *, 'cooperative' from identity.cooperative) as known;
drop table identity.household;
drop table identity.cooperative;

create table identity.producer_phone (
  producer uuid not null constraint producer_phone_producer references identity.producer (id),
  phone text not null constraint producer_phone_shape check (phone ~ '^\\+84[0-9]{9}$'),
  added_at timestamptz not null,
  added_by uuid,
  constraint producer_phone_key primary key (producer, phone)
);
create index producer_phone_number on identity.producer_phone (phone);

create table identity.cooperative_member (
  cooperative uuid not null constraint cooperative_member_cooperative references identity.producer (id),
  household uuid not null constraint cooperative_member_household references identity.producer (id),
  since timestamptz not null,
  until timestamptz,
  added_by uuid,
  constraint cooperative_member_key primary key (cooperative, household, since),
  constraint cooperative_member_other check (cooperative <> household)
);
create unique index cooperative_member_once on identity.cooperative_member (cooperative, household) where until is null;
create index cooperative_member_household on identity.cooperative_member (household) where until is null;

create table identity.delegation (
  id uuid not null constraint delegation_key primary key,
  producer uuid not null constraint delegation_producer references identity.producer (id),
  person uuid constraint delegation_person references identity.person (id),
  receiver uuid constraint delegation_receiver references identity.producer (id),
  rights text[] not null constraint delegation_rights check (cardinality(rights) between 1 and 20),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  given_by uuid,
  recorded_by uuid,
  evidence text not null constraint delegation_evidence check (evidence in ('own-hand', 'code', 'slip')),
  evidence_ref text,
  constraint delegation_to_one check ((person is null) <> (receiver is null)),
  constraint delegation_span check (valid_until > valid_from)
);
create index delegation_of_producer on identity.delegation (producer, valid_from);
create index delegation_to_person on identity.delegation (person) where person is not null and ended_at is null;
create index delegation_to_receiver on identity.delegation (receiver) where receiver is not null and ended_at is null;

alter table identity.membership drop constraint membership_key;
alter table identity.membership add constraint membership_key primary key (producer, person, since);
create unique index membership_once on identity.membership (producer, person) where until is null;

alter table identity.session add column proved_at timestamptz;
update identity.session set proved_at = opened_at;

alter table identity.access_grant add column hamlets text[];
alter table identity.access_grant drop constraint access_grant_role;
alter table identity.access_grant drop constraint access_grant_scope;
alter table identity.access_grant add constraint access_grant_role check (role in ('producer', 'household-member',
  'cooperative-manager', 'helper', 'trainer', 'keeper', 'driver', 'cashier', 'commune-officer', 'moderator', 'inspector',
  'accountant', 'province-officer', 'central-viewer', 'operator'));
alter table identity.access_grant add constraint access_grant_scope check (
  (role in ('producer', 'household-member', 'cooperative-manager')) = (producer is not null)
  and (role in ('helper', 'trainer', 'keeper', 'driver', 'cashier', 'commune-officer')) = (commune is not null)
  and (role in ('moderator', 'inspector', 'accountant', 'province-officer')) = (province is not null)
);
alter table identity.access_grant add constraint access_grant_hamlets check (hamlets is null or role = 'helper');
create index access_grant_producer on identity.access_grant (producer) where producer is not null;
`);
  }

  async down(): Promise<void> {
    throw new Error('what households and cooperatives were before is not kept: restore a backup');
  }
}
