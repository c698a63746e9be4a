import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told. How it goes out is in platform.delivery, under the message's id. */
export class Notifications1764001400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema notifications;

create table notifications.message (
  id uuid primary key default uuidv7(),
  event_id uuid not null,
  kind text not null,
  -- A person's id, or 'buyer': an order has one.
  recipient text not null,
  person uuid,
  -- Whose buyer is told. Her number stays in the order and is asked for when the message goes out.
  order_id uuid,
  text text not null,
  link text,
  -- What goes out: a short text without accents, and the fields of Zalo's template. Null: only shown here.
  sms text,
  fields jsonb,
  at timestamptz not null,
  read_at timestamptz,
  constraint message_once unique (event_id, kind, recipient),
  constraint message_to_one check ((person is null) <> (order_id is null)),
  constraint message_out_whole check ((sms is null) = (fields is null))
);
create index message_of_person on notifications.message (person, at desc, id desc) where person is not null;
create index message_unread on notifications.message (person) where person is not null and read_at is null;
create index message_old on notifications.message (at);

-- Zalo sends only texts it has approved, by the number it gave them. Dated; a row is never changed.
create table notifications.template (
  kind text not null,
  valid_from date not null,
  template_id text not null constraint template_of_zalo check (template_id ~ '^[A-Za-z0-9_-]{1,50}$'),
  source text not null,
  primary key (kind, valid_from)
);
insert into notifications.template (kind, valid_from, template_id, source)
select kind, '2025-01-01', 'cho-phien-' || kind, 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
from unnest(array['new-order', 'order-received', 'parcel-sent', 'parcel-refused', 'parcel-held', 'application-returned',
  'producer-approved']) as kind;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema notifications cascade');
  }
}
