import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long an application that was handed in may wait for an officer's answer. */
export class OnboardingAnswers1764000311000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
insert into onboarding.time_limit (name, valid_from, amount, unit, legal_ref) values
('review-answer', '2026-07-01', 5, 'days', 'Quy định của Chợ Phiên: hồ sơ được trả lời trong 5 ngày từ ngày nộp');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from onboarding.time_limit where name = 'review-answer'`);
  }
}
