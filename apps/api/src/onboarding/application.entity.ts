import type { ApplicationItem, ApplicationState, ProducerKind, ProducerState } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/** Somebody asks to sell. Its id becomes the producer's. Name and phone of the applicant stay with identity. */
@Entity({ schema: 'onboarding', name: 'application' })
export class Application {
  @PrimaryColumn('uuid') id: string;
  /** The person. */
  @Column('uuid') applicant: string;
  @Column('text') kind: z.infer<typeof ProducerKind>;
  @Column('text') name: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { array: true }) crops: string[];
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') state: z.infer<typeof ApplicationState>;
  /** Null until it is approved. */
  @Column('text', { name: 'producer_state', nullable: true }) producerState: z.infer<typeof ProducerState> | null;
  /** How often it was handed in. */
  @Column('integer') round: number;
  /** SHA-256 of what was handed in first: the same again is the same application. */
  @Column('text', { name: 'first_body' }) firstBody: string;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
}

/** What an officer wants corrected, by the round it was handed in. */
@Entity({ schema: 'onboarding', name: 'remark' })
export class Remark {
  @PrimaryColumn('uuid') application: string;
  @PrimaryColumn('integer') round: number;
  @PrimaryColumn('smallint') position: number;
  @Column('text') item: z.infer<typeof ApplicationItem>;
  @Column('text') reason: string;
  @Column('uuid') by: string;
  @Column('timestamptz') at: Date;
}

/** The words people agree to. A new version is a new row. */
@Entity({ schema: 'onboarding', name: 'consent_text' })
export class ConsentText {
  @PrimaryColumn('text') kind: 'trading-rules' | 'personal-data';
  @PrimaryColumn('text') version: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') text: string;
}

/** That a person agreed, to which words, when and from where. */
@Entity({ schema: 'onboarding', name: 'consent' })
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person: string;
  @Column('uuid') application: string;
  @Column('text') kind: ConsentText['kind'];
  @Column('text') version: string;
  @Column('timestamptz') at: Date;
  @Column('text') address: string;
}
