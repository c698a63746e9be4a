import type { CertificateKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a kind of certificate holds, from a day on. */
@Entity({ schema: 'catalogue', name: 'certificate_rule' })
export class CertificateRule {
  @PrimaryColumn('text') kind: CertificateKind;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  /** Null: as the paper says. */
  @Column('integer', { nullable: true }) months: number | null;
  @Column('integer', { name: 'warn_days' }) warnDays: number;
  @Column('text', { name: 'legal_reference' }) legalReference: string;
}

/** What a paper says, as its holder told it, and what an official found. */
@Entity({ schema: 'catalogue', name: 'certificate' })
export class Certificate {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text') kind: CertificateKind;
  @Column('text') number: string;
  /** As it is compared. */
  @Column('text', { name: 'number_key' }) numberKey: string;
  @Column('text') issuer: string;
  @Column('smallint', { nullable: true }) stars: number | null;
  @Column('date', { name: 'issued_on' }) issuedOn: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('uuid') picture: string;
  @Column('text', { name: 'declared_by', nullable: true }) declaredBy: string | null;
  @Column('timestamptz', { name: 'declared_at' }) declaredAt: Date;
  @Column('text') decision: 'claimed' | 'verified' | 'refused' | 'revoked';
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** What its holder was told of its end. */
  @Column('text', { nullable: true }) told: 'expiring' | 'expired' | null;
}

/** Of which products a certificate speaks. */
@Entity({ schema: 'catalogue', name: 'product_certificate' })
export class ProductCertificate {
  @PrimaryColumn('uuid') product: string;
  @PrimaryColumn('uuid') certificate: string;
  @Column('text') kind: CertificateKind;
}
