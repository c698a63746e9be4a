import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cash that was paid at the door and goes back after a claim: a person gives it back and shows by what. */
export class PaymentsCashBack1764001140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table payments.task drop constraint task_kind, add constraint task_kind check (kind in ('suspected',
  'refund-refused', 'refund-due', 'transfer-unmatched', 'transfer-claimed', 'cash-short', 'cash-missing',
  'remittance-differs', 'cash-back'));
`);
  }

  async down(): Promise<void> {
    throw new Error('tasks that were opened need their kind');
  }
}
