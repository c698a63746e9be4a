import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts counted from events, the criteria they are counted by, and what communes declare. */
export class Assessment1764001300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema assessment;

-- One line of one event. Nothing here is truth of its own: all of it can be counted anew from platform.event.
create table assessment.fact (
  event_id uuid not null,
  line smallint not null,
  type text not null,
  subject text not null,
  kind text not null constraint fact_kind check (kind in ('sale', 'return', 'listing.published', 'listing.withdrawn',
    'producer.approved', 'producer.suspended', 'producer.reinstated')),
  day date not null,
  month text not null constraint fact_month check (month = to_char(day, 'YYYY-MM')),
  commune text not null,
  province text,
  producer uuid not null,
  producer_name text,
  producer_kind text constraint fact_producer_kind check (producer_kind in ('household', 'cooperative')),
  sub_area text,
  offer uuid,
  commodity text,
  amount bigint not null,
  quantity bigint not null,
  channel text,
  payment text,
  order_id uuid,
  at timestamptz not null,
  primary key (event_id, line)
);
create index fact_sold on assessment.fact (commune, month) where kind = 'sale';
create index fact_producer on assessment.fact (producer, kind, at);
create index fact_parcel on assessment.fact (subject) where kind in ('sale', 'return');

-- Dated; a row is never changed: another way to count is a new row with a later day, or one enabled in its place.
create table assessment.indicator_rule (
  indicator text not null constraint indicator_rule_indicator check (indicator in
    ('households-selling', 'active-shops', 'sales-value', 'key-products-online')),
  variant text not null,
  valid_from date not null,
  enabled boolean not null,
  formula text not null,
  parameters jsonb not null,
  threshold numeric(15, 1),
  threshold_reference text,
  reference text not null,
  primary key (indicator, variant, valid_from),
  constraint indicator_rule_parameters check (indicator not in ('households-selling', 'active-shops')
    or parameters ?& array['minimumListedDays', 'windowMonths', 'minimumOrders']),
  constraint indicator_rule_threshold check ((threshold is null) = (threshold_reference is null))
);
create unique index indicator_rule_once on assessment.indicator_rule (indicator, valid_from) where enabled;

create table assessment.declaration (
  id uuid primary key,
  commune text not null,
  kind text not null constraint declaration_kind check (kind in ('households', 'key-products')),
  households integer constraint declaration_households check (households > 0),
  commodities text[] constraint declaration_commodities check (cardinality(commodities) > 0),
  document text not null,
  valid_from date not null,
  at timestamptz not null,
  by uuid,
  constraint declaration_whole check ((kind = 'households') = (households is not null)
    and (kind = 'key-products') = (commodities is not null))
);
create index declaration_of_commune on assessment.declaration (commune, kind, valid_from desc, at desc);

insert into assessment.indicator_rule
  (indicator, variant, valid_from, enabled, formula, parameters, threshold, threshold_reference, reference) values
('households-selling', 'MIC-2022', '2025-01-01', true,
  'Số hộ có gian hàng hoạt động ÷ tổng số hộ do xã khai × 100. Gian hàng hoạt động: đã đăng bán và có ít nhất 1 đơn hợp lệ trong tháng. Đơn hợp lệ: đã giao, không hoàn, người mua không phải người bán; tính theo ngày giao.',
  '{"minimumListedDays": 0, "windowMonths": 1, "minimumOrders": 1}', null, null,
  'MIC-2022: Quyết định 350/QĐ-BTTTT năm 2022, tài khoản hoạt động, lấy vế giao dịch'),
('households-selling', 'Taobao-2022', '2025-01-01', false,
  'Số hộ có gian hàng hoạt động ÷ tổng số hộ do xã khai × 100. Gian hàng hoạt động: đăng bán từ 30 ngày trở lên và trung bình mỗi tháng có ít nhất 1 đơn hợp lệ trong 3 tháng gần nhất.',
  '{"minimumListedDays": 30, "windowMonths": 3, "minimumOrders": 1}', null, null,
  'Taobao-2022: AliResearch, quy tắc làng Taobao năm 2022'),
('active-shops', 'MIC-2022', '2025-01-01', true,
  'Số gian hàng của hộ và hợp tác xã đã đăng bán và có ít nhất 1 đơn hợp lệ trong tháng.',
  '{"minimumListedDays": 0, "windowMonths": 1, "minimumOrders": 1}', null, null,
  'MIC-2022: Quyết định 350/QĐ-BTTTT năm 2022, tài khoản hoạt động, lấy vế giao dịch'),
('active-shops', 'Taobao-2022', '2025-01-01', false,
  'Số gian hàng của hộ và hợp tác xã đăng bán từ 30 ngày trở lên và trung bình mỗi tháng có ít nhất 1 đơn hợp lệ trong 3 tháng gần nhất.',
  '{"minimumListedDays": 30, "windowMonths": 3, "minimumOrders": 1}', null, null,
  'Taobao-2022: AliResearch, quy tắc làng Taobao năm 2022'),
('sales-value', 'delivered-goods', '2025-01-01', true,
  'Tổng tiền hàng của các đơn hợp lệ giao trong tháng, không gồm phí vận chuyển, đã trừ hàng hoàn.',
  '{}', null, null, 'Bảng chỉ tiêu của hệ thống, D1'),
('key-products-online', 'by-number', '2025-01-01', true,
  'Số sản phẩm chủ lực có ít nhất 1 đơn hợp lệ trong tháng ÷ số sản phẩm chủ lực xã đã công bố × 100 (cách tính theo số sản phẩm).',
  '{}', 10, 'Mốc tham khảo 10%: kế hoạch của Đà Nẵng thực hiện Quyết định 924/QĐ-TTg giai đoạn 2023–2025; không phải mức đạt bắt buộc',
  'Bảng chỉ tiêu của hệ thống, S1 cách (a)');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema assessment cascade');
  }
}
