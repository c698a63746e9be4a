import type { ConsentPurpose } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Purpose = z.infer<typeof ConsentPurpose>;

/** The words people agree to. A new version is a new row. */
@Entity({ schema: 'onboarding', name: 'consent_text' })
export class ConsentText {
  @PrimaryColumn('text') purpose: Purpose;
  @PrimaryColumn('text') version: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') text: string;
  @Column('text') title: string;
  @Column('boolean') required: boolean;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** That somebody agreed to these words, or took it back: when, how, from where. Never changed. */
@Entity({ schema: 'onboarding', name: 'consent' })
export class Consent {
  @PrimaryColumn('uuid') id: string;
  /** Who did; null when a signed slip says so. */
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('uuid') producer: string;
  @Column('text') purpose: Purpose;
  @Column('text') version: string;
  @Column('timestamptz') at: Date;
  @Column('text') address: string;
  @Column('text') action: 'given' | 'withdrawn';
  @Column('text') how: 'own-hand' | 'code' | 'slip';
  /** The code's or the slip's id. */
  @Column('text', { nullable: true }) ref: string | null;
}
