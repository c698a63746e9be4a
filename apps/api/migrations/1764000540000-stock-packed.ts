import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a packed parcel changes: goods left out of it come back or are written off, goods weighed over it went with it. */
export class StockPacked1764000540000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table stock.movement
  drop constraint movement_kind, drop constraint movement_sign, drop constraint movement_order, drop constraint movement_reason;
alter table stock.movement
  add constraint movement_kind check (
    kind in ('received', 'sold', 'returned', 'corrected', 'unpacked', 'weighed', 'written-off')
  ),
  add constraint movement_sign check (
    case when kind in ('sold', 'weighed', 'written-off') then quantity < 0 when kind = 'corrected' then true else quantity > 0 end
  ),
  add constraint movement_order check (
    (order_id is not null) = (kind in ('sold', 'returned', 'unpacked', 'weighed', 'written-off'))
  ),
  add constraint movement_reason check ((reason is not null) = (kind in ('corrected', 'written-off')));
`);
  }

  async down(): Promise<void> {
    throw new Error('movements are never changed: those that were written need their kinds');
  }
}
