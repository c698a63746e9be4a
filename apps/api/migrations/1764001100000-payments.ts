import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Payments1764001100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema payments;

      create table payments.attempt (
        id uuid primary key,
        order_id uuid not null,
        order_code text not null,
        provider text not null check (provider in ('vnpay')),
        txn_ref text not null,
        amount bigint not null check (amount > 0),
        state text not null check (state in ('open', 'paid', 'failed', 'expired', 'suspected')),
        address text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        response_code text,
        decided_at timestamptz,
        constraint attempt_reference_once unique (provider, txn_ref)
      );
      create index attempt_of_order on payments.attempt (order_id, created_at desc);
      create index attempt_open on payments.attempt (created_at) where state = 'open';

      create table payments.receipt (
        id uuid primary key,
        attempt_id uuid not null references payments.attempt,
        order_id uuid not null,
        provider text not null,
        reference text not null,
        amount bigint not null check (amount > 0),
        clear boolean not null,
        at timestamptz not null,
        constraint receipt_once unique (provider, reference),
        constraint receipt_once_per_attempt unique (attempt_id)
      );
      create index receipt_of_order on payments.receipt (order_id);

      create table payments.refund (
        id uuid primary key,
        order_id uuid not null,
        receipt_id uuid not null references payments.receipt,
        amount bigint not null check (amount > 0),
        state text not null check (state in ('pending', 'sent', 'unknown', 'settled', 'refused')),
        cause text not null,
        request_id text not null unique,
        answer text,
        opened_at timestamptz not null,
        sent_at timestamptz,
        settled_at timestamptz,
        constraint refund_once unique (cause, receipt_id)
      );
      create index refund_of_receipt on payments.refund (receipt_id);
      create index refund_unfinished on payments.refund (opened_at) where state in ('pending', 'sent', 'unknown');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema payments cascade');
  }
}
