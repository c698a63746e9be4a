import type { ListingStep, Remark } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One look at a listing, or at an edit of it, from when it is handed in until it is decided. One is open at a time. */
@Entity({ schema: 'catalogue', name: 'listing_review' })
export class ListingReviewCase {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offer: string;
  @Column('uuid') producer: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text') kind: 'listing' | 'edit';
  @Column('text') state: 'in_review' | 'returned' | 'approved' | 'cancelled';
  /** How often it was handed in, this time included. */
  @Column('integer') round: number;
  /** Of an edit: what would be said instead. */
  @Column('jsonb', { nullable: true }) edit: Record<string, unknown> | null;
  /** What to mend; empty while it waits. */
  @Column('jsonb') remarks: Remark[];
  /** Since when it waits, or was handed back. */
  @Column('timestamptz') since: Date;
  @Column('text', { name: 'submitted_by', nullable: true }) submittedBy: string | null;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}

/** What happened to a listing. Only ever added to. */
@Entity({ schema: 'catalogue', name: 'listing_step' })
export class ListingStepRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offer: string;
  @Column('timestamptz') at: Date;
  @Column('text') what: ListingStep['what'];
  @Column('text', { nullable: true }) by: string | null;
  @Column('text', { name: 'by_kind' }) byKind: ListingStep['by'];
  @Column('jsonb') changes: ListingStep['changes'];
  @Column('jsonb') remarks: Remark[];
}

/** A number of the house that may change, from a day on. */
@Entity({ schema: 'catalogue', name: 'threshold' })
export class Threshold {
  @PrimaryColumn('text') name: 'price-jump-factor' | 'review-days' | 'usual-price-factor';
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('integer') value: number;
  @Column('text') source: string;
}

/** Words that are pointed out to whoever looks at a listing, and the law they come from. */
@Entity({ schema: 'catalogue', name: 'watched_words' })
export class WatchedWords {
  @PrimaryColumn('text') words: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text') reason: 'prohibited' | 'text-claims';
  @Column('text') law: string;
}
