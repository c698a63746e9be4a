import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A movement may undo another, once. */
export class StockSoldOut1764000530000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table stock.movement add column undoes uuid references stock.movement;
create unique index movement_undone_once on stock.movement (undoes) where undoes is not null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table stock.movement drop column undoes');
  }
}
