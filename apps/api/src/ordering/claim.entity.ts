import type { OrderClaimKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a buyer says was wrong with a parcel, what its producer answered, and what was decided. Open once for each parcel. */
@Entity({ schema: 'ordering', name: 'claim' })
export class Claim {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('uuid', { name: 'parcel_id' }) parcelId: string;
  @Column('text') kind: OrderClaimKind;
  @Column('text', { nullable: true }) words: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'answer_by' }) answerBy: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column('text', { nullable: true }) outcome: 'refunded' | 'refused' | null;
  /** What goes back to the buyer, whole đồng. */
  @Column('bigint', { nullable: true }) amount: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { name: 'decided_as', nullable: true }) decidedAs: 'producer' | 'official' | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}

/** A photograph of a claim, handed in before it: its claim may never come. */
@Entity({ schema: 'ordering', name: 'claim_photo' })
export class ClaimPhoto {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') claim: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  /** Of the file as it was drawn anew, and under which it is kept. */
  @Column('text') hash: string;
  @Column('text', { name: 'given_hash' }) givenHash: string;
  @Column('timestamptz') at: Date;
}
