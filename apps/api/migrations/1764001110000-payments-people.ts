import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments that need a person; refunds one after the other, never more than came in. */
export class PaymentsPeople1764001110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.attempt add provinces text[] not null default '{}';
      update payments.attempt a set provinces = coalesce(
        (select array_agg(distinct p.province order by p.province) from ordering.parcel p where p.order_id = a.order_id), '{}');

      alter table payments.receipt
        add refunded bigint not null default 0,
        add voided_at timestamptz,
        add constraint receipt_voided check (voided_at is null or not clear);

      alter table payments.refund
        add tries smallint not null default 0,
        add provider_ref text,
        add way text not null default 'provider',
        drop constraint refund_state_check,
        add constraint refund_state check (state in ('pending', 'sent', 'accepted', 'unknown', 'settled', 'refused')),
        add constraint refund_way check (way in ('provider', 'by-hand'));
      drop index payments.refund_unfinished;
      create index refund_unfinished on payments.refund (opened_at) where state in ('pending', 'sent', 'accepted', 'unknown');
      create unique index refund_one_at_a_time on payments.refund (receipt_id) where state in ('sent', 'accepted', 'unknown');

      -- What of a receipt is on its way back, kept under the receipt's own lock: more than came in cannot be promised.
      update payments.receipt r set refunded = coalesce(
        (select sum(f.amount) from payments.refund f where f.receipt_id = r.id and f.state <> 'refused'), 0);
      alter table payments.receipt add constraint refund_within_receipt check (refunded between 0 and amount);
      create function payments.count_refund() returns trigger language plpgsql as $$
      begin
        update payments.receipt set refunded = refunded
          + case when new.state = 'refused' then 0 else new.amount end
          - case when tg_op = 'INSERT' or old.state = 'refused' then 0 else old.amount end
        where id = new.receipt_id;
        return null;
      end $$;
      create trigger refund_inserted after insert on payments.refund
        for each row execute function payments.count_refund();
      create trigger refund_changed after update on payments.refund
        for each row when ((old.state = 'refused') is distinct from (new.state = 'refused') or old.amount <> new.amount)
        execute function payments.count_refund();

      create table payments.task (
        id uuid primary key,
        kind text not null constraint task_kind check (kind in ('suspected', 'refund-refused')),
        subject uuid not null,
        order_id uuid,
        order_code text,
        provinces text[] not null,
        amount bigint not null,
        said text,
        opened_at timestamptz not null,
        closed_at timestamptz,
        closed_by uuid,
        decision text,
        reference text,
        note text,
        constraint task_closed check ((closed_at is null) = (decision is null))
      );
      create unique index task_once on payments.task (kind, subject) where closed_at is null;
      create index task_open on payments.task (opened_at) where closed_at is null;
      create index task_closed_at on payments.task (closed_at desc) where closed_at is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table payments.task;
      drop trigger refund_changed on payments.refund;
      drop trigger refund_inserted on payments.refund;
      drop function payments.count_refund;
      drop index payments.refund_one_at_a_time;
      alter table payments.refund drop constraint refund_state, drop constraint refund_way, drop tries, drop provider_ref,
        drop way, add constraint refund_state_check check (state in ('pending', 'sent', 'unknown', 'settled', 'refused'));
      alter table payments.receipt drop constraint refund_within_receipt, drop constraint receipt_voided, drop refunded,
        drop voided_at;
      alter table payments.attempt drop provinces;
    `);
  }
}
