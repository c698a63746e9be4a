import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cash at the door as the carrier's money, and the statements of those who hold ours. */
export class PaymentsStatements1764001130000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.cash (
        parcel uuid primary key,
        order_id uuid not null,
        order_code text not null,
        code text not null constraint cash_code unique,
        province text not null,
        producer uuid not null,
        due bigint not null constraint cash_due check (due > 0),
        state text not null constraint cash_state check (state in ('to-collect', 'collected', 'reconciled', 'void')),
        collected bigint not null default 0 constraint cash_collected check (collected between 0 and due),
        remitted bigint not null default 0 constraint cash_remitted check (remitted >= 0),
        reference text,
        collected_at timestamptz,
        remitted_at timestamptz,
        constraint cash_when check ((state in ('collected', 'reconciled')) = (collected_at is not null))
      );
      create index cash_out on payments.cash (collected_at) where state = 'collected';

      create table payments.rule (
        name text not null,
        valid_from date not null,
        amount integer not null,
        unit text not null,
        legal_ref text not null,
        primary key (name, valid_from)
      );
      insert into payments.rule (name, valid_from, amount, unit, legal_ref) values
        ('remit-within', '2026-01-01', 7, 'days', 'Hợp đồng thu hộ với bên giao hàng');

      create table payments.statement (
        id uuid primary key,
        provider text not null constraint statement_provider check (provider in ('vnpay', 'sepay', 'payos', 'carrier')),
        province text not null,
        day date not null,
        file_name text not null,
        hash text not null,
        imported_by uuid not null,
        at timestamptz not null,
        constraint statement_once unique (province, provider, hash)
      );
      create index statement_of_province on payments.statement (province, day desc, at desc);

      create table payments.statement_line (
        statement uuid not null references payments.statement,
        position integer not null,
        reference text not null,
        kind text not null constraint statement_line_kind check (kind in ('payment', 'refund', 'cash')),
        theirs bigint,
        ours bigint,
        order_code text,
        outcome text not null constraint statement_line_outcome
          check (outcome in ('matched', 'amount-differs', 'unknown', 'twice', 'missing')),
        primary key (statement, position)
      );

      alter table payments.task drop constraint task_kind, add constraint task_kind check (kind in ('suspected',
        'refund-refused', 'refund-due', 'transfer-unmatched', 'transfer-claimed', 'cash-short', 'cash-missing',
        'remittance-differs'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.task drop constraint task_kind, add constraint task_kind check (kind in
        ('suspected', 'refund-refused', 'refund-due', 'transfer-unmatched', 'transfer-claimed'));
      drop table payments.statement_line;
      drop table payments.statement;
      drop table payments.rule;
      drop table payments.cash;
    `);
  }
}
