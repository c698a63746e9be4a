import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Households are told, too: by their phones while nobody of them has signed in. */
export class NotificationsHouseholds1764001412000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- To whose phone it goes. The number stays with the household and is found again by the mark in 'recipient'.
alter table notifications.message add column producer uuid;
alter table notifications.message drop constraint message_to_one;
alter table notifications.message add constraint message_to_one check (num_nonnulls(person, order_id, producer) = 1);

insert into notifications.template (kind, valid_from, template_id, source)
select kind, '2025-01-01', 'cho-phien-' || kind, 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
from unnest(array['delegation-given', 'delegate-acted', 'producer-taken-over']) as kind;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from notifications.template where kind in ('delegation-given', 'delegate-acted', 'producer-taken-over');
delete from notifications.message where producer is not null;
alter table notifications.message drop constraint message_to_one;
alter table notifications.message drop column producer;
alter table notifications.message add constraint message_to_one check ((person is null) <> (order_id is null));
`);
  }
}
