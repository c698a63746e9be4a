import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers are told how many households wish for another name: without it every answer is looked at. */
export class OnboardingWishes1764000318000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index answer_wish on onboarding.answer (producer, wish_at) where wish is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index onboarding.answer_wish');
  }
}
