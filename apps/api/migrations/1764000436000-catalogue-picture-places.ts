import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a picture is shown, asked by the picture: whose it is to say what matters in it, and whether anybody shows it at all. */
export class CataloguePicturePlaces1764000436000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index concurrently offer_picture_picture on catalogue.offer_picture (picture)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index catalogue.offer_picture_picture');
  }
}
