import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bank transfers: who holds the money of a method, accounts of attempts, and every transfer a watcher told of. */
export class PaymentsTransfers1764001120000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table ordering."order" drop constraint order_payment, drop constraint order_waits, drop constraint order_finalised,
        drop constraint order_paid,
        add constraint order_payment check (payment in ('cod', 'vnpay', 'vietqr')),
        add constraint order_waits check ((payment <> 'cod') = (pay_by is not null and hold_until is not null)),
        add constraint order_finalised check (payment <> 'cod' or finalised_at is not null),
        add constraint order_paid check ((paid_at is null) or (payment <> 'cod' and finalised_at is not null));

      create table payments.holding (
        method text not null constraint holding_method check (method in ('vnpay', 'vietqr', 'cod')),
        valid_from date not null,
        holder text not null constraint holding_holder check (holder in ('partner', 'carrier', 'seller')),
        legal_ref text not null,
        primary key (method, valid_from)
      );
      insert into payments.holding (method, valid_from, holder, legal_ref) values
        ('vnpay', '2026-01-01', 'partner', 'Nghị định 52/2024/NĐ-CP: cổng thanh toán có giấy phép giữ tiền'),
        ('cod', '2026-01-01', 'carrier', 'Hợp đồng thu hộ với bên giao hàng'),
        ('vietqr', '2026-01-01', 'seller', 'Người mua chuyển thẳng vào tài khoản của người bán');

      alter table payments.attempt
        drop constraint attempt_provider_check,
        add constraint attempt_provider check (provider in ('vnpay', 'vietqr')),
        add number bigint generated always as identity,
        add producer uuid,
        add holder text not null default 'partner',
        add account_bank text,
        add account_sealed text,
        add account_hash text,
        add account_name text,
        add link text,
        add qr text,
        add constraint attempt_holder check (holder in ('partner', 'seller'));
      create unique index attempt_transfer_once on payments.attempt (order_id, producer) nulls not distinct
        where provider = 'vietqr';
      create index attempt_account on payments.attempt (account_hash, created_at desc) where account_hash is not null;

      alter table payments.receipt
        drop constraint receipt_once_per_attempt,
        drop constraint receipt_once,
        add holder text not null default 'partner',
        add producer uuid;
      create unique index receipt_once_per_attempt on payments.receipt (attempt_id) where provider = 'vnpay';
      create unique index receipt_once on payments.receipt (provider, reference) where provider in ('vnpay', 'by-hand');
      create index receipt_of_attempt on payments.receipt (attempt_id);

      create table payments.transfer (
        id uuid primary key,
        provider text not null constraint transfer_provider check (provider in ('sepay', 'payos')),
        provider_id text not null,
        account_hash text not null,
        amount bigint not null constraint transfer_amount check (amount > 0),
        content text,
        reference text not null,
        at timestamptz not null,
        seen_at timestamptz not null,
        state text not null constraint transfer_state check (state in ('matched', 'unmatched', 'ignored', 'returned')),
        receipt_id uuid references payments.receipt,
        constraint transfer_once unique (provider, provider_id),
        constraint transfer_matched check ((state = 'matched') = (receipt_id is not null))
      );

      alter table payments.task drop constraint task_kind, add constraint task_kind check (kind in
        ('suspected', 'refund-refused', 'refund-due', 'transfer-unmatched', 'transfer-claimed'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.task drop constraint task_kind,
        add constraint task_kind check (kind in ('suspected', 'refund-refused'));
      drop table payments.transfer;
      drop index payments.receipt_once_per_attempt;
      drop index payments.receipt_once;
      drop index payments.receipt_of_attempt;
      alter table payments.receipt drop holder, drop producer, add constraint receipt_once_per_attempt unique (attempt_id),
        add constraint receipt_once unique (provider, reference);
      drop index payments.attempt_transfer_once;
      alter table payments.attempt drop constraint attempt_provider, drop number, drop producer, drop holder,
        drop account_bank, drop account_sealed, drop account_hash, drop account_name, drop link, drop qr,
        add constraint attempt_provider_check check (provider in ('vnpay'));
      drop table payments.holding;
      alter table ordering."order" drop constraint order_payment, drop constraint order_waits, drop constraint order_finalised,
        drop constraint order_paid,
        add constraint order_payment check (payment in ('cod', 'vnpay')),
        add constraint order_waits check ((payment = 'vnpay') = (pay_by is not null and hold_until is not null)),
        add constraint order_finalised check (payment = 'vnpay' or finalised_at is not null),
        add constraint order_paid check ((paid_at is null) or (payment = 'vnpay' and finalised_at is not null));
    `);
  }
}
