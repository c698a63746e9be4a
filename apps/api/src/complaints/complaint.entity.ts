import type { ComplaintOutcome, ComplaintState } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one can complain of, and within how many working days it is decided. */
@Entity({ schema: 'complaints', name: 'topic' })
export class ComplaintTopic {
  @PrimaryColumn('text') id: string;
  @Column('smallint') position: number;
  @Column('text') title: string;
  @Column('smallint', { name: 'working_days' }) workingDays: number;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** Somebody complained of a producer. The words are the first note. */
@Entity({ schema: 'complaints', name: 'complaint' })
export class Complaint {
  @PrimaryColumn('uuid') id: string;
  /** As it is read aloud: `KN-2611-0042`. */
  @Column('text') number: string;
  @Column('uuid') producer: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  @Column('text', { name: 'order_code', nullable: true }) orderCode: string | null;
  @Column('uuid', { nullable: true }) parcel: string | null;
  /** Null for a guest, who is reached by the order. */
  @Column('uuid', { nullable: true }) complainant: string | null;
  @Column('text') topic: string;
  /** SHA-256 of what was said: the same id with other words is refused. */
  @Column('text', { name: 'text_hash' }) textHash: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  /** When its time began to run: opened, or opened anew. */
  @Column('timestamptz', { name: 'running_since' }) runningSince: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text') state: ComplaintState;
  @Column('uuid', { nullable: true }) owner: string | null;
  @Column('timestamptz', { name: 'escalated_at', nullable: true }) escalatedAt: Date | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) outcome: ComplaintOutcome | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) authority: string | null;
  @Column('timestamptz', { name: 'reopened_at', nullable: true }) reopenedAt: Date | null;
}

/** What a side wrote, what was decided, why it was opened anew. */
@Entity({ schema: 'complaints', name: 'note' })
export class ComplaintNote {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaint: string;
  @Column('timestamptz') at: Date;
  /** Null for a guest. */
  @Column('uuid', { nullable: true }) by: string | null;
  /** In the order in which they were written. */
  @Column('bigint') place: number;
  @Column('text') side: 'complainant' | 'producer' | 'office';
  @Column('text') kind: 'words' | 'decision' | 'reopening';
  @Column('text', { nullable: true }) outcome: ComplaintOutcome | null;
  @Column('text') text: string;
}
