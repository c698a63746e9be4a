import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts say for whom somebody acted; a partner's key may act too. */
export class PlatformBehalf1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table platform.event add column on_behalf_of text;
create index event_on_behalf on platform.event (on_behalf_of, at) where on_behalf_of is not null;
alter table platform.event drop constraint event_actor_kind;
alter table platform.event add constraint event_actor_kind
  check (actor_kind in ('guest', 'person', 'official', 'partner', 'device', 'system'));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index platform.event_on_behalf;
alter table platform.event drop column on_behalf_of;
alter table platform.event drop constraint event_actor_kind;
alter table platform.event add constraint event_actor_kind
  check (actor_kind in ('guest', 'person', 'official', 'device', 'system'));
`);
  }
}
