import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who applies to sell, what an officer remarks, and what was agreed to, in which words. */
export class Onboarding1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema onboarding;

create table onboarding.application (
  id uuid primary key,
  applicant uuid not null,
  kind text not null constraint application_kind check (kind in ('household', 'cooperative')),
  name text not null,
  commune text not null constraint application_commune check (commune ~ '^[0-9]{5}$'),
  province text not null constraint application_province check (province ~ '^[0-9]{2}$'),
  sub_area text,
  address text,
  crops text[] not null constraint application_crops check (cardinality(crops) between 1 and 12),
  note text,
  state text not null constraint application_state check (state in ('submitted', 'returned', 'approved')),
  producer_state text constraint application_producer_state check (producer_state in ('approved', 'suspended', 'closed')),
  round integer not null,
  first_body text not null,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  constraint approved_is_producer check ((state = 'approved') = (producer_state is not null)),
  constraint decided_by_someone check ((decided_at is null) = (decided_by is null)),
  constraint decided_by_another check (decided_by <> applicant)
);
create unique index one_open_application on onboarding.application (applicant, kind) where state <> 'approved';
create index application_applicant on onboarding.application (applicant, submitted_at desc);
create index application_commune_queue on onboarding.application (commune, state, submitted_at);
create index application_province_queue on onboarding.application (province, state, submitted_at);

create table onboarding.remark (
  application uuid not null references onboarding.application,
  round integer not null,
  position smallint not null,
  item text not null,
  reason text not null,
  by uuid not null,
  at timestamptz not null,
  primary key (application, round, position)
);

create table onboarding.consent_text (
  kind text not null constraint consent_kind check (kind in ('trading-rules', 'personal-data')),
  version text not null,
  valid_from date not null,
  text text not null,
  primary key (kind, version)
);

create table onboarding.consent (
  id uuid primary key default uuidv7(),
  person uuid not null,
  application uuid not null references onboarding.application,
  kind text not null,
  version text not null,
  at timestamptz not null,
  address text not null,
  constraint consent_once unique (application, kind, version),
  constraint consent_to_a_text foreign key (kind, version) references onboarding.consent_text (kind, version)
);
create index consent_person on onboarding.consent (person);
`);
    await runner.query(
      `insert into onboarding.consent_text (kind, version, valid_from, text)
       values ('trading-rules', '2025-01', '2025-01-01', $1), ('personal-data', '2025-01', '2025-01-01', $2)`,
      [
        'Tôi bán đúng hàng mình đăng: đúng tên, nguồn gốc, số lượng và giá; không bán hàng giả, hàng cấm; nhận đơn và giao hàng đúng hẹn; chịu trách nhiệm về chất lượng hàng của mình.',
        'Tôi đồng ý cho Chợ Phiên dùng tên, số điện thoại, địa chỉ và xã của tôi để xét hồ sơ, hiển thị gian hàng và giao đơn. Cán bộ xã và tỉnh phụ trách được xem hồ sơ; mỗi lần xem đều được ghi lại. Tôi có thể rút lại đồng ý bất cứ lúc nào.',
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema onboarding cascade');
  }
}
