import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a paper says of a product: stars of OCOP, VietGAP and others; told by who holds it, found true by an official. */
export class CatalogueCertificates1764000442000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- How long a kind holds (null: as the paper says) and how long before its end that is told, from a day on.
create table catalogue.certificate_rule (
  kind text not null,
  valid_from date not null,
  months integer constraint certificate_months check (months > 0),
  warn_days integer not null,
  legal_reference text not null,
  primary key (kind, valid_from)
);
insert into catalogue.certificate_rule (kind, valid_from, months, warn_days, legal_reference) values
  ('ocop', '2018-05-07', 36, 90,
   'Quyết định 148/QĐ-TTg ngày 24/02/2023, sửa đổi bởi Quyết định 1489/QĐ-TTg ngày 06/07/2025: 36 tháng kể từ ngày cấp');
insert into catalogue.certificate_rule (kind, valid_from, months, warn_days, legal_reference)
  select kind, '2018-01-01', null, 60, 'Theo thời hạn ghi trên giấy'
  from unnest(array['vietgap', 'globalgap', 'organic', 'haccp', 'other']) as kind;

create table catalogue.certificate (
  id uuid primary key,
  producer uuid not null references catalogue.producer,
  commune text not null,
  province text not null,
  kind text not null constraint certificate_kind
    check (kind in ('ocop', 'vietgap', 'globalgap', 'organic', 'haccp', 'other')),
  number text not null,
  -- The number as it is compared: capital letters and digits alone.
  number_key text not null constraint certificate_number_key check (number_key <> ''),
  issuer text not null,
  stars smallint constraint certificate_stars check ((kind = 'ocop') = (stars is not null) and stars between 3 and 5),
  issued_on date not null,
  valid_to date,
  picture uuid not null references catalogue.picture,
  declared_by text,
  declared_at timestamptz not null,
  decision text not null constraint certificate_decision check (decision in ('claimed', 'verified', 'refused', 'revoked')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  -- Of its end: that it comes near, that it is there.
  told text constraint certificate_told check (told in ('expiring', 'expired')),
  constraint certificate_of_kind unique (id, kind),
  constraint certificate_dates check (valid_to >= issued_on),
  constraint ocop_ends check (kind <> 'ocop' or valid_to is not null),
  constraint certificate_decided check ((decision = 'claimed') = (decided_at is null)),
  constraint certificate_reason check ((decision in ('refused', 'revoked')) = (reason is not null))
);
-- One paper is one producer's; a false claim that was refused keeps nobody from it.
create unique index certificate_once on catalogue.certificate (kind, number_key) where decision <> 'refused';
create index certificate_producer on catalogue.certificate (producer, declared_at desc);
create index certificate_of_commune on catalogue.certificate (commune, decision, declared_at);
create index certificate_of_province on catalogue.certificate (province, decision, declared_at);
create index certificate_ends on catalogue.certificate (valid_to) where decision = 'verified';

-- Of which products it speaks.
create table catalogue.product_certificate (
  product uuid not null references catalogue.product,
  certificate uuid not null,
  kind text not null,
  primary key (product, certificate),
  constraint product_certificate_kind foreign key (certificate, kind) references catalogue.certificate (id, kind)
);
create unique index ocop_of_one_product on catalogue.product_certificate (certificate) where kind = 'ocop';
create index product_certificate_certificate on catalogue.product_certificate (certificate);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table catalogue.product_certificate, catalogue.certificate, catalogue.certificate_rule');
  }
}
