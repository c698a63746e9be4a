import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A product's page shows what is like it: the newest of its kind, found by one walk along an index. */
export class CatalogueByCommodity1764000471000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index concurrently if not exists offer_by_commodity
      on catalogue.offer (commodity, published_at desc, id desc) where visible`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index concurrently catalogue.offer_by_commodity');
  }
}
