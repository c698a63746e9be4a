import {
  areaOf,
  type CertificateReview,
  type CertificateState,
  type listCertificateReviews,
  type MyCertificate,
  Problem,
  producersOf,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { nothing, type Waiting } from '../platform/waiting.ts';
import { decisionsFrom } from './certificate.rules.ts';
import { type CertificateRow, certificateView, ruleOf } from './certificate.sql.ts';
import { type PictureRow, pictureView } from './listing.rules.ts';
import { pictureJson } from './picture.sql.ts';

export type MyCertificateView = z.input<typeof MyCertificate>;
export type CertificateReviewView = z.input<typeof CertificateReview>;

interface Row extends CertificateRow {
  producer: { id: string; name: string };
  listings: { id: string; slug: string; name: string }[];
  picture: PictureRow | null;
  reason: string | null;
  legalReference: string | null;
  declaredAt: Date;
  decidedAt: Date | null;
  commune: { code: string; name: string; province: string };
}

const pageSize = 20;

/** Certificates as their holders see them, and as officials of their area do. */
@Injectable()
export class CertificateQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async mine(actor: Actor, id: string): Promise<MyCertificateView> {
    const [row] = await rows<Row>(this.db, `${select} where paper.producer = any($1::uuid[]) and paper.id = $2`, [
      producersOf(actor, 'listing.publish'),
      id,
    ]);
    if (!row) throw new Problem('catalogue.not-found');
    return this.view(row);
  }

  async allMine(actor: Actor): Promise<{ items: MyCertificateView[] }> {
    const found = await rows<Row>(
      this.db,
      `${select} where paper.producer = any($1::uuid[]) order by paper.declared_at desc, paper.id limit 200`,
      [producersOf(actor, 'listing.publish')],
    );
    return { items: found.map((row) => this.view(row)) };
  }

  async review(actor: Actor, id: string): Promise<CertificateReviewView> {
    const [row] = await rows<Row>(this.db, `${select} where ${inArea} and paper.id = $4`, [...area(actor), id]);
    if (!row) throw new Problem('catalogue.not-found');
    return this.reviewed(row);
  }

  async reviews(
    actor: Actor,
    { state, kind, commune, page }: QueryOf<typeof listCertificateReviews>,
  ): Promise<ResultOf<typeof listCertificateReviews>> {
    const within = [...area(actor), this.today(), kind ?? null, commune ?? null];
    const [counted, found] = await Promise.all([
      rows<{ state: CertificateState; count: number }>(
        this.db,
        `select state, count(*)::int as count from (select ${stateIn('$4')} as state from ${papers} where ${inArea} and ${asked}) held
         group by state`,
        within,
      ),
      rows<Row>(
        this.db,
        `${select} where ${inArea} and ${asked} and ${stateIn('$4')} = $7
         order by ${orders[state] ?? 'paper.decided_at desc'}, paper.id limit $8 offset $9`,
        [...within, state, pageSize, (page - 1) * pageSize],
      ),
    ]);
    const counts = { ...none, ...Object.fromEntries(counted.map((one) => [one.state, one.count])) };
    const total = counts[state];
    return {
      items: found.map((row) => this.reviewed(row)),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      counts,
    };
  }

  /** How many wait to be looked at, and how many run out soon. */
  async waiting(actor: Actor): Promise<Record<'claimed' | 'expiring', Waiting>> {
    const found = await rows<Waiting & { state: string }>(
      this.db,
      `select state, count(*)::int as total, 0 as late, min(since) as oldest from (
         select ${stateIn('$4')} as state, case paper.decision when 'claimed' then paper.declared_at end as since
         from ${papers} where ${inArea}) held group by state`,
      [...area(actor), this.today()],
    );
    const of = (state: string): Waiting => found.find((one) => one.state === state) ?? nothing;
    return { claimed: of('claimed'), expiring: of('expiring') };
  }

  private view(row: Row): MyCertificateView {
    const { producer, listings, picture, reason, legalReference, declaredAt } = row;
    return {
      ...certificateView(row, this.today()),
      producer,
      listings,
      picture: picture && pictureView(picture),
      reason,
      legalReference,
      declaredAt: declaredAt.toISOString(),
    };
  }

  private reviewed(row: Row): CertificateReviewView {
    const may = decisionsFrom(row.decision).filter((one) => one !== 'claimed');
    return { ...this.view(row), commune: row.commune, decidedAt: row.decidedAt?.toISOString() ?? null, may };
  }

  private today(): string {
    return vietnamDay(this.clock.now());
  }
}

const none: Record<CertificateState, number> = {
  claimed: 0,
  valid: 0,
  expiring: 0,
  expired: 0,
  revoked: 0,
  refused: 0,
};

const area = (actor: Actor): unknown[] => {
  const { communes, provinces, everywhere } = areaOf(actor, 'certificate.review');
  return [communes, provinces, everywhere];
};
/** Those whose turn it is first. */
const orders: Partial<Record<CertificateState, string>> = {
  claimed: 'paper.declared_at',
  expiring: 'paper.valid_to',
  expired: 'paper.valid_to desc',
};
const asked = '($5::text is null or paper.kind = $5) and ($6::text is null or paper.commune = $6)';
const inArea = '($3 or paper.commune = any($1::text[]) or paper.province = any($2::text[]))';

const papers = `catalogue.certificate paper cross join lateral ${ruleOf('paper.kind', 'paper.issued_on')} as rule`;

/** The same rule as `certificateStateOn`, where rows are counted; a test holds the two together. */
const stateIn = (today: string): string => `case when paper.decision <> 'verified' then paper.decision
  when paper.valid_to is null then 'valid' when paper.valid_to < ${today}::date then 'expired'
  when paper.valid_to <= ${today}::date + rule.warn_days then 'expiring' else 'valid' end`;

const select = `select paper.id, paper.kind, paper.number, paper.issuer, paper.stars, paper.issued_on as "issuedOn",
    paper.valid_to as "validTo", paper.decision, rule.warn_days as "warnDays", paper.reason,
    case when rule.months is not null then rule.legal_reference end as "legalReference",
    paper.declared_at as "declaredAt", paper.decided_at as "decidedAt",
    json_build_object('id', producer.id, 'name', producer.name) as producer,
    json_build_object('code', producer.commune, 'name', producer.commune_name, 'province', producer.province_name) as commune,
    (select ${pictureJson} from catalogue.picture shown where shown.id = paper.picture) as picture,
    coalesce((select json_agg(json_build_object('id', offer.id, 'slug', offer.slug, 'name', offer.name) order by offer.name)
      from catalogue.product_certificate speaks join catalogue.offer offer on offer.product = speaks.product
      where speaks.certificate = paper.id), '[]') as listings
  from ${papers} join catalogue.producer producer on producer.id = paper.producer`;
