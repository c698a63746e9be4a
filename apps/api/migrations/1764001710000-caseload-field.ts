import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries from the field, done once each; the words that are read out to a household; looks and hand-overs of helpers. */
export class CaseloadField1764001710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Dated; a row is never changed.
create table caseload.field_reading (
  version text not null constraint field_reading_key primary key,
  valid_from date not null,
  text text not null,
  days smallint not null constraint field_reading_days check (days between 1 and 366),
  source text not null
);
insert into caseload.field_reading values ('1', '2025-01-01',
  'Nhà mình đồng ý cho tôi ghi giúp hồ sơ gian hàng trên Chợ Phiên. Tôi chỉ làm những việc nhà mình chọn, đến ngày đã nói. Mỗi lần tôi ghi, nhà mình được nhắn tin. Tôi không thấy tài khoản ngân hàng và không nhận tiền thay. Nhà mình có thể bảo tôi thôi, hoặc tự nhận gian hàng về điện thoại của mình bất cứ lúc nào.',
  90, 'Quy định của Chợ Phiên; sự đồng ý phải rõ ràng, cho từng mục đích (Luật 91/2025/QH15, Điều 9)');

-- What a helper sent, without its content: whether it is the same again is told by the hash.
create table caseload.field_entry (
  id uuid not null constraint field_entry_key primary key,
  helper uuid not null,
  household uuid not null,
  kind text not null constraint field_entry_kind check (kind in
    ('household', 'consent-code', 'consent-slip', 'answers', 'visit', 'hand-over')),
  hash text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  outcome text not null constraint field_entry_outcome check (outcome in ('applied', 'conflict', 'refused')),
  reason text,
  reading text,
  tries smallint not null
);
create index field_entry_log on caseload.field_entry (helper, received_at desc);
create index field_entry_household on caseload.field_entry (household, received_at desc);

-- The last day on which a helper's look at a household was noted.
create table caseload.field_look (
  helper uuid not null,
  household uuid not null,
  day date not null,
  constraint field_look_key primary key (helper, household)
);

create table caseload.hand_over (
  household uuid not null,
  helper uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint hand_over_key primary key (household, helper)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table caseload.hand_over, caseload.field_look, caseload.field_entry, caseload.field_reading;
`);
  }
}
