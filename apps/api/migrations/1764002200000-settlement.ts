import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger, the dated rules it follows, what each parcel brings, and payouts. */
export class Settlement1764002200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema settlement;

      create table settlement.commission_rule (
        id text primary key,
        position integer not null,
        valid_from date not null,
        valid_to date,
        province text,
        producer_kind text,
        method text,
        percent_bp integer not null constraint commission_percent check (percent_bp between 0 and 10000),
        fixed bigint not null constraint commission_fixed check (fixed >= 0),
        floor bigint not null constraint commission_floor check (floor >= 0),
        cap bigint,
        legal_ref text not null
      );
      create table settlement.tax_rule (
        id text primary key,
        valid_from date not null,
        valid_to date,
        kind text not null constraint tax_kind check (kind in ('own-farm-goods', 'goods', 'services', 'transport', 'unknown')),
        vat_bp integer not null constraint tax_vat check (vat_bp between 0 and 10000),
        pit_bp integer not null constraint tax_pit check (pit_bp between 0 and 10000),
        legal_ref text not null
      );
      create table settlement.payment_function (
        holder text not null constraint payment_function_holder check (holder in ('partner', 'carrier', 'seller')),
        valid_from date not null,
        withholds boolean not null,
        legal_ref text not null,
        primary key (holder, valid_from)
      );
      create table settlement.rule (
        name text not null,
        valid_from date not null,
        amount bigint not null,
        unit text not null,
        legal_ref text not null,
        primary key (name, valid_from)
      );
      insert into settlement.commission_rule values
        ('chung-2026', 100, '2026-01-01', null, null, null, null, 200, 0, 0, 200000, 'Quy chế hoạt động Chợ Phiên, phí dịch vụ');
      insert into settlement.tax_rule values
        ('117-nong-san', '2025-07-01', '2026-07-01', 'own-farm-goods', 0, 0, 'Luật 48/2024/QH15 Điều 5 khoản 1; Nghị định 117/2025/NĐ-CP'),
        ('117-hang-hoa', '2025-07-01', '2026-07-01', 'goods', 100, 50, 'Nghị định 117/2025/NĐ-CP'),
        ('117-dich-vu', '2025-07-01', '2026-07-01', 'services', 500, 200, 'Nghị định 117/2025/NĐ-CP'),
        ('117-van-tai', '2025-07-01', '2026-07-01', 'transport', 300, 150, 'Nghị định 117/2025/NĐ-CP'),
        ('117-chua-ro', '2025-07-01', '2026-07-01', 'unknown', 500, 200, 'Nghị định 117/2025/NĐ-CP: chưa rõ thì mức cao nhất'),
        ('252-nong-san', '2026-07-01', null, 'own-farm-goods', 0, 0, 'Luật 48/2024/QH15 Điều 5 khoản 1; Nghị định 252/2026/NĐ-CP Điều 44'),
        ('252-hang-hoa', '2026-07-01', null, 'goods', 100, 50, 'Nghị định 252/2026/NĐ-CP Điều 44'),
        ('252-dich-vu', '2026-07-01', null, 'services', 500, 200, 'Nghị định 252/2026/NĐ-CP Điều 44'),
        ('252-van-tai', '2026-07-01', null, 'transport', 300, 150, 'Nghị định 252/2026/NĐ-CP Điều 44'),
        ('252-chua-ro', '2026-07-01', null, 'unknown', 500, 200, 'Nghị định 252/2026/NĐ-CP Điều 44: chưa rõ thì mức cao nhất');
      insert into settlement.payment_function values
        ('partner', '2025-07-01', true, 'Nền tảng có chức năng thanh toán'),
        ('carrier', '2025-07-01', true, 'Thu hộ tiền mặt thuộc chức năng thanh toán'),
        ('seller', '2025-07-01', false, 'Người mua trả thẳng cho người bán: người bán tự khai');
      insert into settlement.rule values
        ('claim-window', '2026-01-01', 3, 'days', 'Quy chế hoạt động Chợ Phiên'),
        ('least-payout', '2026-01-01', 10000, 'dong', 'Quy chế hoạt động Chợ Phiên');

      create table settlement.sale (
        parcel uuid primary key,
        order_id uuid not null,
        order_code text not null,
        code text not null,
        producer uuid not null,
        producer_name text not null,
        province text not null,
        method text not null,
        holder text not null,
        goods bigint not null constraint sale_goods check (goods >= 0),
        shipping bigint not null constraint sale_shipping check (shipping >= 0),
        commission bigint not null,
        vat bigint not null,
        pit bigint not null,
        net bigint not null,
        commission_rule text references settlement.commission_rule,
        explained jsonb not null,
        placed_at timestamptz not null,
        earned_at timestamptz,
        reversed_at timestamptz,
        funded bigint not null default 0,
        held integer not null default 0,
        payout uuid,
        constraint sale_parts check (net = goods - commission - vat - pit and commission >= 0 and vat >= 0 and pit >= 0)
      );
      create index sale_of_producer on settlement.sale (producer, earned_at) where earned_at is not null;
      create index sale_of_order on settlement.sale (order_id);
      create index sale_unpaid on settlement.sale (province, earned_at) where earned_at is not null and payout is null;

      create table settlement.entry (
        id uuid primary key,
        kind text not null,
        source text not null,
        order_id uuid,
        parcel uuid,
        province text not null,
        at timestamptz not null,
        constraint entry_once unique (kind, source)
      );
      create index entry_of_order on settlement.entry (order_id);
      create index entry_of_parcel on settlement.entry (parcel);
      create table settlement.posting (
        entry uuid not null references settlement.entry,
        position smallint not null,
        account text not null constraint posting_account check (account in ('partner', 'carrier', 'buyers', 'producer',
          'commission', 'vat', 'pit', 'freight', 'receivable')),
        producer uuid,
        amount bigint not null constraint posting_amount check (amount <> 0),
        primary key (entry, position),
        constraint posting_whose check ((account in ('producer', 'receivable')) = (producer is not null))
      );
      create index posting_of_producer on settlement.posting (producer) where producer is not null;

      -- A debit has its credit, and what is written stays written.
      create function settlement.balanced() returns trigger language plpgsql as $$
      begin
        if (select sum(amount) from settlement.posting where entry = new.entry) <> 0 then
          raise exception 'entry % does not sum to zero', new.entry using errcode = '23514', constraint = 'entry_balanced';
        end if;
        return null;
      end $$;
      create constraint trigger entry_balanced after insert on settlement.posting deferrable initially deferred
        for each row execute function settlement.balanced();
      create function settlement.written() returns trigger language plpgsql as $$
      begin
        raise exception 'the ledger is only added to' using errcode = '23514', constraint = 'ledger_written';
      end $$;
      create trigger posting_written before update or delete on settlement.posting
        for each statement execute function settlement.written();
      create trigger entry_written before update or delete on settlement.entry
        for each statement execute function settlement.written();

      create table settlement.payout_batch (
        id uuid primary key,
        province text not null,
        up_to timestamptz not null,
        state text not null constraint payout_batch_state check (state in ('made', 'approved', 'dropped')),
        made_by uuid not null,
        made_at timestamptz not null,
        approved_by uuid,
        approved_at timestamptz,
        constraint payout_two_people check (approved_by is null or approved_by <> made_by)
      );
      create index payout_batch_of on settlement.payout_batch (province, made_at desc);
      create table settlement.payout (
        id uuid primary key,
        batch uuid not null references settlement.payout_batch,
        producer uuid not null,
        producer_name text not null,
        amount bigint not null constraint payout_amount check (amount > 0),
        state text not null constraint payout_state check (state in ('waiting', 'paid', 'returned')),
        reference text,
        settled_at timestamptz,
        tries smallint not null default 0,
        constraint payout_paid check ((state = 'waiting') = (settled_at is null)),
        constraint payout_once unique (batch, producer)
      );
      create index payout_of_producer on settlement.payout (producer);
      alter table settlement.sale add constraint sale_payout foreign key (payout) references settlement.payout;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema settlement cascade');
  }
}
