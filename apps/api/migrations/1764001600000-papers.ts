import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers people handed in: what is known of each, where its sealed pages lie, and what a decree or the house may change. */
export class Papers1764001600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema papers;

create table papers.paper (
  id uuid not null constraint paper_key primary key,
  producer uuid not null,
  commune text not null,
  province text not null,
  kind text not null constraint paper_kind check (kind ~ '^[a-z-]{2,40}$'),
  state text not null constraint paper_state
    check (state in ('waiting', 'verified', 'refused', 'expired', 'replaced', 'taken-back')),
  number text,
  issuer text,
  issued_on date,
  expires_on date,
  handed_in_at timestamptz not null,
  handed_in_by text,
  -- The one that ends when this one is verified, and the one that ended this one.
  replaces uuid,
  replaced_by uuid,
  reason text,
  decided_at timestamptz,
  decided_by text,
  -- Its bytes are gone; what is left says that there was one.
  destroyed_at timestamptz,
  constraint paper_decided check ((decided_at is null) = (state in ('waiting', 'taken-back'))),
  constraint paper_refused check (state <> 'refused' or reason is not null),
  constraint paper_dates check (issued_on <= expires_on)
);
create index paper_of_producer on papers.paper (producer, handed_in_at desc, id);
create index paper_waiting on papers.paper (commune, handed_in_at, id) where state = 'waiting';
create index paper_ending on papers.paper (expires_on, id) where state = 'verified' and expires_on is not null;
create index paper_ending_in on papers.paper (commune, expires_on, id) where state in ('verified', 'expired');

create table papers.page (
  paper uuid not null constraint page_paper references papers.paper (id),
  page smallint not null constraint page_number check (page between 1 and 6),
  type text not null constraint page_type check (type in ('image/jpeg', 'application/pdf')),
  bytes integer not null,
  -- SHA-256 of what was sent: the same again is a retry.
  sent_hash text not null,
  -- Null: a scanner was not connected.
  scanned_by text,
  at timestamptz not null,
  -- Where the sealed bytes lie, and their key, itself locked. Without the key they are noise.
  object text,
  key text,
  constraint page_key primary key (paper, page)
);
create index page_to_delete on papers.page (paper) where key is null and object is not null;

-- Dated; a row is never changed.
create table papers.allowance (
  valid_from date not null constraint allowance_key primary key,
  -- Of one producer: papers waiting at once, and bytes of all it has here.
  waiting smallint not null,
  bytes bigint not null,
  pixels integer not null,
  pdf_pages smallint not null,
  source text not null
);
insert into papers.allowance (valid_from, waiting, bytes, pixels, pdf_pages, source) values
  ('2025-01-01', 40, 104857600, 40000000, 20, 'Quy định của Chợ Phiên: đủ cho một hộ gửi mọi giấy tờ vài lần');

create table papers.reminder (
  valid_from date not null,
  days smallint not null constraint reminder_days check (days between 1 and 365),
  source text not null,
  constraint reminder_key primary key (valid_from, days)
);
insert into papers.reminder (valid_from, days, source)
select '2025-01-01', days, 'Quy định của Chợ Phiên: nhắc trước khi giấy tờ hết hạn' from unnest(array[60, 30, 7]) as days;

create table papers.reminded (
  paper uuid not null constraint reminded_paper references papers.paper (id),
  days smallint not null,
  at timestamptz not null,
  constraint reminded_key primary key (paper, days)
);

-- What a person's erasure leaves: papers on which an official's decision rests, once verified.
create table papers.keeping (
  kind text not null,
  valid_from date not null,
  kept boolean not null,
  source text not null,
  constraint keeping_key primary key (kind, valid_from)
);
insert into papers.keeping (kind, valid_from, kept, source)
select kind, '2025-01-01', true,
  'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 14: không xoá dữ liệu phục vụ nhiệm vụ của cơ quan nhà nước; giấy tờ là căn cứ của quyết định đã ban hành'
from unnest(array['business-registration', 'food-safety-certificate', 'food-safety-commitment', 'quality-certificate',
  'vietgap', 'ocop', 'self-declaration', 'test-report', 'exemption-statement', 'consent-slip']) as kind;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema papers cascade');
  }
}
