import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Months that two people close; what the ledger is then not added to any more; what every statement said at that moment. */
export class SettlementMonths1796099858964 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table settlement.month (
        province text not null,
        month text not null constraint month_form check (month ~ '^20[0-9][0-9]-(0[1-9]|1[0-2])$'),
        ends timestamptz not null,
        state text not null constraint month_state check (state in ('asked', 'closed')),
        asked_by uuid not null,
        asked_at timestamptz not null,
        approved_by uuid,
        approved_at timestamptz,
        balances jsonb not null,
        primary key (province, month),
        constraint month_two_people check (approved_by is null or approved_by <> asked_by),
        constraint month_approved check ((state = 'closed') = (approved_by is not null))
      );
      create index month_closed_until on settlement.month (province, ends desc) where state = 'closed';

      create table settlement.month_statement (
        province text not null,
        month text not null,
        producer uuid not null,
        producer_name text not null,
        sales integer not null,
        goods bigint not null,
        shipping bigint not null,
        commission bigint not null,
        vat bigint not null,
        pit bigint not null,
        net bigint not null,
        through bigint not null,
        owed bigint not null,
        paid_out bigint not null,
        closing bigint not null,
        primary key (province, month, producer),
        foreign key (province, month) references settlement.month
      );

      -- When it happened, where that is not the month it is written into.
      alter table settlement.entry add column happened_at timestamptz;
      create index entry_of_month on settlement.entry (province, at);
      create index sale_earned on settlement.sale (province, earned_at) where earned_at is not null;
      create index sale_reversed on settlement.sale (province, reversed_at) where reversed_at is not null;
      create index sale_producer_reversed on settlement.sale (producer, reversed_at) where reversed_at is not null;

      -- Whoever writes into a province's ledger and whoever closes its month wait for each other.
      create function settlement.month_is_open() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtext('settlement.month'), hashtext(new.province));
        if exists (select 1 from settlement.month m
            where m.province = new.province and m.state = 'closed' and m.ends > new.at) then
          raise exception 'the month of % is closed in %', new.at, new.province
            using errcode = '23514', constraint = 'month_closed';
        end if;
        return new;
      end $$;
      create trigger month_closed before insert on settlement.entry
        for each row execute function settlement.month_is_open();

      create function settlement.month_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'a closed month stays closed' using errcode = '23514', constraint = 'month_stays';
      end $$;
      create trigger month_stays before update or delete on settlement.month
        for each row when (old.state = 'closed') execute function settlement.month_stays();
      create trigger month_statement_stays before update or delete on settlement.month_statement
        for each statement execute function settlement.month_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table settlement.month_statement;
      drop table settlement.month;
      drop function settlement.month_stays();
      drop trigger month_closed on settlement.entry;
      drop function settlement.month_is_open();
      drop index settlement.sale_producer_reversed;
      drop index settlement.sale_reversed;
      drop index settlement.sale_earned;
      drop index settlement.entry_of_month;
      alter table settlement.entry drop column happened_at;
    `);
  }
}
