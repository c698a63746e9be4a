import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was trained, who can sell by herself, whose identity was verified, who was helped in time: counted too. */
export class AssessmentPeople1764001310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A request for help may be a buyer's: it has no producer.
alter table assessment.fact alter column producer drop not null;
alter table assessment.fact drop constraint fact_kind;
alter table assessment.fact add constraint fact_kind check (kind in ('sale', 'return', 'listing.published',
  'listing.withdrawn', 'producer.approved', 'producer.suspended', 'producer.reinstated', 'producer.closed',
  'course.attended', 'skills.complete', 'skills.open', 'identity.verified', 'identity.refused', 'support.on-time',
  'support.late'));
alter table assessment.fact add constraint fact_of_producer check (producer is not null or kind in ('support.on-time', 'support.late'));
create index fact_people on assessment.fact (commune, kind, month) where kind in ('producer.approved', 'course.attended',
  'skills.complete', 'skills.open', 'identity.verified', 'identity.refused', 'support.on-time', 'support.late');

alter table assessment.indicator_rule drop constraint indicator_rule_indicator;
alter table assessment.indicator_rule add constraint indicator_rule_indicator check (indicator in
  ('households-selling', 'active-shops', 'sales-value', 'key-products-online', 'households-trained', 'households-skilled',
   'sellers-verified', 'support-on-time'));
alter table assessment.indicator_rule drop constraint indicator_rule_parameters;
alter table assessment.indicator_rule add constraint indicator_rule_parameters check (
  indicator not in ('households-selling', 'active-shops', 'households-trained', 'sellers-verified')
  or parameters ?& array['minimumListedDays', 'windowMonths', 'minimumOrders']);

insert into assessment.indicator_rule
  (indicator, variant, valid_from, enabled, formula, parameters, threshold, threshold_reference, reference) values
('households-trained', 'MIC-2022', '2026-07-01', true,
  'Số hộ bán hàng đã dự ít nhất 1 buổi tập huấn tính đến hết tháng ÷ số hộ bán hàng × 100. Hộ bán hàng: đã đăng bán và có ít nhất 1 đơn hợp lệ trong tháng.',
  '{"minimumListedDays": 0, "windowMonths": 1, "minimumOrders": 1}', 100,
  'Mốc tham khảo 100%: Quyết định 350/QĐ-BTTTT năm 2022; không phải mức đạt bắt buộc', 'Bảng chỉ tiêu của hệ thống, P4'),
('households-skilled', 'MIC-2022', '2026-07-01', true,
  'Số hộ có bảng kiểm kỹ năng bán hàng được người hướng dẫn ký đủ, theo lần ký mới nhất tính đến hết tháng ÷ số hộ đã được duyệt gian hàng và chưa đóng × 100.',
  '{}', 50, 'Mốc tham khảo 50%: Quyết định 350/QĐ-BTTTT năm 2022; không phải mức đạt bắt buộc',
  'Bảng chỉ tiêu của hệ thống, P5'),
('sellers-verified', 'law-122-2025', '2026-07-01', true,
  'Số người bán có danh tính đã được xác minh, theo kết quả mới nhất tính đến hết tháng ÷ số người bán × 100. Người bán: hộ và hợp tác xã đã đăng bán và có ít nhất 1 đơn hợp lệ trong tháng.',
  '{"minimumListedDays": 0, "windowMonths": 1, "minimumOrders": 1}', 100,
  '100%: Luật Thương mại điện tử 122/2025/QH15', 'Bảng chỉ tiêu của hệ thống, G2'),
('support-on-time', 'time-limits', '2026-07-01', true,
  'Số yêu cầu hỗ trợ đóng đúng hạn trong tháng ÷ số yêu cầu hỗ trợ đóng trong tháng × 100. Hạn là hạn trả lời của từng yêu cầu khi mở.',
  '{}', null, null, 'Bảng chỉ tiêu của hệ thống, G1');
`);
  }

  async down(): Promise<void> {
    throw new Error('facts of the new kinds may have been counted: restore a backup');
  }
}
