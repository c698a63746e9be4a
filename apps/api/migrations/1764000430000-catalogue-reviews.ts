import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A listing is looked at before anybody sees it, and so is an edit of what a buyer relies on; a form on its way is kept. */
export class CatalogueReviews1764000430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table catalogue.offer
  drop constraint offer_state,
  add constraint offer_state check (state in ('in_review', 'returned', 'published', 'withdrawn')),
  add column version integer not null default 1 constraint offer_version check (version > 0),
  add column approved_at timestamptz;
comment on column catalogue.offer.approved_at is 'since when it may be shown without another look; null: never looked at, or returned';
update catalogue.offer set approved_at = published_at;
alter table catalogue.offer add constraint unapproved_unseen check (approved_at is not null or not visible);

-- One look at a listing, or at an edit of it, from when it is handed in until it is decided.
create table catalogue.listing_review (
  id uuid constraint listing_review_key primary key default uuidv7(),
  offer uuid not null references catalogue.offer,
  producer uuid not null,
  commune text not null,
  province text not null,
  kind text not null constraint review_kind check (kind in ('listing', 'edit')),
  state text not null constraint review_state check (state in ('in_review', 'returned', 'approved', 'cancelled')),
  round integer not null default 1,
  -- of an edit: what would be said instead
  edit jsonb constraint review_edit check ((edit is not null) = (kind = 'edit')),
  remarks jsonb not null default '[]',
  since timestamptz not null,
  submitted_by text,
  decided_by text,
  decided_at timestamptz
);
create unique index one_open_review on catalogue.listing_review (offer) where state in ('in_review', 'returned');
create index review_of_province on catalogue.listing_review (province, state, since, id) where state in ('in_review', 'returned');
create index review_of_commune on catalogue.listing_review (commune, state, since, id) where state in ('in_review', 'returned');
create index review_of_offer on catalogue.listing_review (offer, since);

-- What happened to a listing. Only ever added to.
create table catalogue.listing_step (
  id uuid constraint listing_step_key primary key default uuidv7(),
  offer uuid not null references catalogue.offer,
  at timestamptz not null,
  what text not null,
  by text,
  by_kind text not null constraint step_by_kind check (by_kind in ('seller', 'helper', 'official', 'system')),
  changes jsonb not null default '[]',
  remarks jsonb not null default '[]'
);
create index step_of_offer on catalogue.listing_step (offer, at);

-- A listing on its way, kept answer by answer under the id it will have.
create table catalogue.draft (
  id uuid constraint draft_key primary key,
  owner uuid not null,
  producer uuid not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended text constraint draft_ended check (ended in ('handed-in', 'deleted')),
  ended_at timestamptz,
  constraint draft_end check ((ended is null) = (ended_at is null))
);
create index draft_of_owner on catalogue.draft (owner, changed_at desc) where ended is null;
create index draft_over on catalogue.draft (ended_at) where ended = 'deleted';
create table catalogue.draft_answer (
  draft uuid not null references catalogue.draft on delete cascade,
  field text not null constraint draft_field check (field ~ '^[a-z][A-Za-z0-9._-]{0,40}$'),
  value jsonb not null,
  at timestamptz not null,
  constraint draft_answer_key primary key (draft, field)
);

-- Numbers of the house that may change: from which day on, and who says so.
create table catalogue.threshold (
  name text not null constraint threshold_name check (name in ('price-jump-factor', 'review-days', 'usual-price-factor')),
  valid_from date not null,
  value integer not null constraint threshold_value check (value > 0),
  source text not null,
  constraint threshold_key primary key (name, valid_from)
);
insert into catalogue.threshold (name, valid_from, value, source) values
  ('price-jump-factor', '2026-01-01', 5,
   'Quy tắc của sàn: giá đổi quá năm lần thường là thừa hay thiếu một số 0, nên hỏi lại một lần'),
  ('usual-price-factor', '2026-01-01', 5,
   'Quy tắc của sàn: giá lệch quá năm lần so với giá giữa của cùng loại nông sản, cùng đơn vị thì nhắc người duyệt'),
  ('review-days', '2026-01-01', 2,
   'Cam kết của sàn với hộ bán: món hàng được xem trong hai ngày; Luật Thương mại điện tử 122/2025/QH15, Điều 17, khoản 1, điểm đ buộc xem trước khi hiển thị mà không nêu thời hạn');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table catalogue.threshold, catalogue.draft_answer, catalogue.draft, catalogue.listing_step, catalogue.listing_review;
alter table catalogue.offer drop constraint unapproved_unseen, drop column approved_at, drop column version,
  drop constraint offer_state, add constraint offer_state check (state in ('published', 'withdrawn'));
`);
  }
}
