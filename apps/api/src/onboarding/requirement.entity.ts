import type { PaperKind, ProducerKind, TaskId } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of what is required of whom. Never changed once it was approved; the latest in force stands. */
@Entity({ schema: 'onboarding', name: 'requirement' })
export class RequirementVersion {
  @PrimaryColumn('uuid') id: string;
  /** The requirement it is a version of. */
  @Column('text') rule: string;
  @Column('integer') version: number;
  @Column('text') state: 'draft' | 'approved' | 'dropped';
  @Column('text') title: string;
  @Column('text') hint: string;
  @Column('text') task: TaskId;
  @Column('text') kind: 'computed' | 'attested' | 'verified';
  @Column('text') due: 'before-submission' | 'before-approval' | 'before-selling';
  /** What is looked at besides papers and what was attested: `answer:name`, `identity`, `consent:selling` … */
  @Column('text', { array: true }) needs: string[];
  @Column('text', { name: 'producer_kinds', array: true }) producerKinds: ProducerKind[];
  /** Groups of goods; null: whatever is sold. */
  @Column('text', { array: true, nullable: true }) groups: string[] | null;
  /** Of which one will do. */
  @Column('text', { array: true }) papers: PaperKind[];
  @Column('text', { nullable: true }) verifier: string | null;
  @Column('integer', { name: 'valid_months', nullable: true }) validMonths: number | null;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
  /** What a lawyer must still confirm. */
  @Column('text', { nullable: true }) confirmation: string | null;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  /** Null: the whole country. */
  @Column('text', { nullable: true }) province: string | null;
  @Column('uuid', { name: 'drafted_by', nullable: true }) draftedBy: string | null;
  @Column('timestamptz', { name: 'drafted_at' }) draftedAt: Date;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
}

/** How a producer says it meets a requirement, and what checking that showed. */
@Entity({ schema: 'onboarding', name: 'attestation' })
export class Attestation {
  @PrimaryColumn('uuid') producer: string;
  @PrimaryColumn('text') requirement: string;
  @Column('text') basis: 'certificate' | 'commitment' | 'exemption' | 'quality-certificate' | 'attested';
  @Column('uuid', { nullable: true }) paper: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('boolean', { name: 'on_behalf' }) onBehalf: boolean;
  @Column('text') state: 'waiting' | 'verified' | 'refused';
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('text', { name: 'decided_reason', nullable: true }) decidedReason: string | null;
  @Column('date', { nullable: true }) until: string | null;
}

/** A requirement an active producer does not meet, told once when it lapsed and once when it was met again. */
@Entity({ schema: 'onboarding', name: 'lapse' })
export class Lapse {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('text') requirement: string;
  @Column('text', { array: true, nullable: true }) groups: string[] | null;
  @Column('timestamptz') since: Date;
  @Column('timestamptz', { name: 'restored_at', nullable: true }) restoredAt: Date | null;
}

/** Who could sell before there were requirements, and until when the law lets them go on. */
@Entity({ schema: 'onboarding', name: 'grace' })
export class Grace {
  @PrimaryColumn('uuid') producer: string;
  @Column('date') until: string;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** How long something may take, from a day on. */
@Entity({ schema: 'onboarding', name: 'time_limit' })
export class TimeLimit {
  @PrimaryColumn('text') name: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('integer') amount: number;
  @Column('text') unit: 'hours' | 'days';
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}
