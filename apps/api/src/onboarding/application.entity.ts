import type { AnswerItem, ApplicationStatus, ProducerKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A household or cooperative on its way to selling; its id is the producer's. What it said is in {@link AnswerRow}. */
@Entity({ schema: 'onboarding', name: 'application' })
export class Application {
  @PrimaryColumn('uuid') id: string;
  /** Who began it herself, or handed it in; null while helpers alone have written in it. */
  @Column('uuid', { nullable: true }) applicant: string | null;
  @Column('text') kind: ProducerKind;
  @Column('text') name: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  @Column('text', { array: true }) crops: string[];
  @Column('text') status: ApplicationStatus;
  @Column('timestamptz', { name: 'status_since' }) statusSince: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** Who has it in hand, while it is in review. */
  @Column('uuid', { nullable: true }) reviewer: string | null;
  @Column('timestamptz', { name: 'reviewing_since', nullable: true }) reviewingSince: Date | null;
  /** How often it was handed in. */
  @Column('integer') round: number;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('text', { name: 'tax_code', nullable: true }) taxCode: string | null;
  /** As it was last weighed: tasks still to do, and what they lack. */
  @Column('smallint', { name: 'tasks_left' }) tasksLeft: number;
  @Column('text', { array: true }) missing: string[];
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy: string | null;
  @Column('text', { name: 'closed_reason', nullable: true }) closedReason: string | null;
}

/** One answer as it stands: the latest that was given anywhere. */
@Entity({ schema: 'onboarding', name: 'answer' })
export class AnswerRow {
  @PrimaryColumn('uuid') producer: string;
  @PrimaryColumn('text') item: AnswerItem;
  /** Null: taken back. */
  @Column('jsonb', { nullable: true }) value: unknown;
  /** When it was given, by the clock of the phone that asked. */
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { nullable: true }) by: string | null;
  /** Given by somebody who does not belong to it. */
  @Column('boolean', { name: 'on_behalf' }) onBehalf: boolean;
  /** What an approved producer wants it to be from now on, until an officer agrees. */
  @Column('jsonb', { nullable: true }) wish: unknown;
  @Column('timestamptz', { name: 'wish_at', nullable: true }) wishAt: Date | null;
  @Column('uuid', { name: 'wish_by', nullable: true }) wishBy: string | null;
}

/** What an officer wants corrected, by the round it was handed in. Cleared when the household changed it. */
@Entity({ schema: 'onboarding', name: 'remark' })
export class Remark {
  @PrimaryColumn('uuid') application: string;
  @PrimaryColumn('integer') round: number;
  @PrimaryColumn('smallint') position: number;
  /** An answer, a task or a requirement. */
  @Column('text') item: string;
  @Column('text') reason: string;
  @Column('uuid') by: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'cleared_at', nullable: true }) clearedAt: Date | null;
}

/** What happened to an application, in order. */
@Entity({ schema: 'onboarding', name: 'step' })
export class Step {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') application: string;
  @Column('timestamptz') at: Date;
  @Column('text') what: string;
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('text', { nullable: true }) note: string | null;
}

/** A stop: announced, carried out, ended (or dropped before it began). */
@Entity({ schema: 'onboarding', name: 'suspension' })
export class Suspension {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('text') reason: string;
  /** Number of the authority's order. */
  @Column('text', { name: 'order_number', nullable: true }) orderNumber: string | null;
  @Column('timestamptz', { name: 'announced_at' }) announcedAt: Date;
  @Column('uuid', { name: 'announced_by' }) announcedBy: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  /** Until when an order must have been carried out. */
  @Column('timestamptz', { name: 'carry_out_by', nullable: true }) carryOutBy: Date | null;
  @Column('timestamptz', { name: 'carried_out_at', nullable: true }) carriedOutAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('text', { name: 'ended_reason', nullable: true }) endedReason: string | null;
}
