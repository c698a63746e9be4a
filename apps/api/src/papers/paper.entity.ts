import type { PaperKind, PaperView } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is known of a paper. A taken-back or destroyed one is a tombstone: no bytes, no key. */
@Entity({ schema: 'papers', name: 'paper' })
export class Paper {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text') kind: PaperKind;
  @Column('text') state: PaperView['state'] | 'taken-back';
  @Column('text', { nullable: true }) number: string | null;
  @Column('text', { nullable: true }) issuer: string | null;
  @Column('date', { name: 'issued_on', nullable: true }) issuedOn: string | null;
  @Column('date', { name: 'expires_on', nullable: true }) expiresOn: string | null;
  @Column('timestamptz', { name: 'handed_in_at' }) handedInAt: Date;
  @Column('text', { name: 'handed_in_by', nullable: true }) handedInBy: string | null;
  @Column('uuid', { nullable: true }) replaces: string | null;
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'destroyed_at', nullable: true }) destroyedAt: Date | null;
}

/** One page of it: its sealed bytes lie in the storage under `object`, their own key, locked, in `key`. */
@Entity({ schema: 'papers', name: 'page' })
export class Page {
  @PrimaryColumn('uuid') paper: string;
  @PrimaryColumn('smallint') page: number;
  @Column('text') type: 'image/jpeg' | 'application/pdf';
  @Column('integer') bytes: number;
  @Column('text', { name: 'sent_hash' }) sentHash: string;
  @Column('text', { name: 'scanned_by', nullable: true }) scannedBy: string | null;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) object: string | null;
  @Column('text', { nullable: true }) key: string | null;
}

/** How much one producer may hand in, and how large; the row of the latest day that has come. */
@Entity({ schema: 'papers', name: 'allowance' })
export class Allowance {
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('smallint') waiting: number;
  @Column('bigint') bytes: number;
  @Column('integer') pixels: number;
  @Column('smallint', { name: 'pdf_pages' }) pdfPages: number;
  @Column('text') source: string;
}

/** How many days before its end a household is reminded; the rows of the latest day that has come. */
@Entity({ schema: 'papers', name: 'reminder' })
export class Reminder {
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @PrimaryColumn('smallint') days: number;
  @Column('text') source: string;
}

/** Which of the reminders of a paper have had their day. */
@Entity({ schema: 'papers', name: 'reminded' })
export class Reminded {
  @PrimaryColumn('uuid') paper: string;
  @PrimaryColumn('smallint') days: number;
  @Column('timestamptz') at: Date;
}

/** Kinds that outlive a person's erasure, once verified, and why. */
@Entity({ schema: 'papers', name: 'keeping' })
export class Keeping {
  @PrimaryColumn('text') kind: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('boolean') kept: boolean;
  @Column('text') source: string;
}
