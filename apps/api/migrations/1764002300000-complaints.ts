import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What buyers complained of, what was written about it, how it was decided; and within which time it must be. */
export class Complaints1764002300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema complaints;

create table complaints.topic (
  id text not null,
  position smallint not null,
  title text not null,
  working_days smallint not null constraint topic_working_days check (working_days between 1 and 60),
  valid_from date not null,
  valid_to date,
  legal_ref text not null,
  constraint topic_key primary key (id, valid_from)
);
insert into complaints.topic (id, position, title, working_days, valid_from, legal_ref)
select id, position, title, working_days, '2024-07-01',
  case when working_days = 7 then 'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15, Điều 57 khoản 2: 07 ngày làm việc'
  else 'Chợ Phiên: nhanh hơn 07 ngày làm việc của Luật 19/2023/QH15, Điều 57 khoản 2' end
from (values
  ('khong-giao', 1, 'Trả tiền rồi mà không giao, giao chậm', 7),
  ('sai-hang', 2, 'Hàng không đúng như đã ghi, kém chất lượng', 7),
  ('an-toan', 3, 'Ăn vào bị đau, nghi không an toàn', 2),
  ('gia-tien', 4, 'Tính sai tiền, đòi thêm tiền', 7),
  ('nguon-goc', 5, 'Nghi hàng giả, ghi sai nguồn gốc', 5),
  ('thai-do', 6, 'Người bán, người giao cư xử không đúng', 7),
  ('khac', 7, 'Việc khác', 7)
) as listed (id, position, title, working_days);

create sequence complaints.number as integer;

create table complaints.complaint (
  id uuid not null constraint complaint_key primary key,
  number text not null constraint complaint_number_once unique,
  producer uuid not null,
  commune text not null,
  province text not null,
  order_id uuid,
  order_code text,
  parcel uuid,
  complainant uuid,
  topic text not null,
  text_hash text not null,
  opened_at timestamptz not null,
  -- When its time began to run: opened, or opened anew.
  running_since timestamptz not null,
  due_at timestamptz not null,
  state text not null constraint complaint_state check (state in ('open', 'answered', 'decided')),
  owner uuid,
  escalated_at timestamptz,
  decided_at timestamptz,
  outcome text constraint complaint_outcome check (outcome in ('upheld', 'not-upheld', 'settled', 'forwarded')),
  reason text,
  authority text,
  reopened_at timestamptz,
  constraint complaint_about check (num_nulls(order_id, order_code, parcel) in (0, 3)),
  constraint complaint_of_somebody check (complainant is not null or order_id is not null),
  constraint complaint_decided_with_a_reason
    check ((state = 'decided') = (decided_at is not null and outcome is not null and reason is not null)),
  constraint complaint_forwarded_to_somebody check ((outcome = 'forwarded') = (authority is not null))
);
create index complaint_commune on complaints.complaint (commune, state, due_at);
create index complaint_province on complaints.complaint (province, state, due_at);
create index complaint_producer on complaints.complaint (producer, opened_at desc);
create index complaint_order on complaints.complaint (order_id) where order_id is not null;
create index complaint_complainant on complaints.complaint (complainant, opened_at desc) where complainant is not null;
create index complaint_running_out on complaints.complaint (due_at) where state <> 'decided' and escalated_at is null;

create table complaints.note (
  id uuid not null constraint note_key primary key,
  complaint uuid not null constraint note_complaint references complaints.complaint (id),
  at timestamptz not null,
  by uuid,
  place bigint generated always as identity,
  side text not null constraint note_side check (side in ('complainant', 'producer', 'office')),
  kind text not null constraint note_kind check (kind in ('words', 'decision', 'reopening')),
  outcome text,
  text text not null,
  constraint note_outcome check ((kind = 'decision') = (outcome is not null))
);
create index note_of_complaint on complaints.note (complaint, place);

insert into notifications.template (kind, valid_from, template_id, source)
select kind, '2025-01-01', 'cho-phien-' || kind, 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
from unnest(array['complaint-received', 'complaint-about', 'complaint-written', 'complaint-decided']) as kind;

alter table assessment.fact drop constraint fact_kind;
alter table assessment.fact add constraint fact_kind check (kind in ('sale', 'return', 'listing.published',
  'listing.withdrawn', 'producer.approved', 'producer.suspended', 'producer.reinstated', 'producer.closed',
  'course.attended', 'skills.complete', 'skills.open', 'identity.verified', 'identity.refused', 'support.on-time',
  'support.late', 'complaint.on-time', 'complaint.late'));
create index fact_complaints on assessment.fact (commune, month) where kind in ('complaint.on-time', 'complaint.late');
alter table assessment.indicator_rule drop constraint indicator_rule_indicator;
alter table assessment.indicator_rule add constraint indicator_rule_indicator check (indicator in
  ('households-selling', 'active-shops', 'sales-value', 'key-products-online', 'households-trained', 'households-skilled',
   'sellers-verified', 'support-on-time', 'complaints-on-time'));
insert into assessment.indicator_rule
  (indicator, variant, valid_from, enabled, formula, parameters, threshold, threshold_reference, reference) values
('complaints-on-time', 'time-limits', '2026-07-01', true,
  'Số khiếu nại được quyết định đúng hạn trong tháng ÷ (số đó + số khiếu nại hết hạn trong tháng mà chưa quyết định) × 100. Hạn là hạn của từng khiếu nại khi nhận, hoặc khi mở lại.',
  '{}', null, null, 'Bảng chỉ tiêu của hệ thống, G3');
`);
  }

  async down(): Promise<void> {
    throw new Error('facts of the new kinds may have been counted: restore a backup');
  }
}
