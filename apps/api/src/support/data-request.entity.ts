import type { DataRequestKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How soon a request about one's own data is answered and done. */
@Entity({ schema: 'support', name: 'data_clock' })
export class DataClock {
  @PrimaryColumn('text') kind: DataRequestKind;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('smallint', { name: 'reply_working_days' }) replyWorkingDays: number;
  @Column('smallint') days: number;
  @Column('smallint', { name: 'extension_days' }) extensionDays: number;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** A day nobody works, beside Saturdays and Sundays. */
@Entity({ schema: 'support', name: 'holiday' })
export class Holiday {
  @PrimaryColumn('date') day: string;
  @Column('text') name: string;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** What stays although it was asked to go. */
@Entity({ schema: 'support', name: 'retention' })
export class Retention {
  @PrimaryColumn('text') what: string;
  @Column('smallint') position: number;
  @Column('text') why: string;
  /** Null: without end. */
  @Column('smallint', { nullable: true }) months: number | null;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** Somebody asked about the own data. */
@Entity({ schema: 'support', name: 'data_request' })
export class DataRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') person: string;
  /** Her households and cooperatives when she asked. */
  @Column('uuid', { array: true }) producers: string[];
  /** Whose officials answer; null: the operators. */
  @Column('text', { nullable: true }) province: string | null;
  @Column('text') kind: DataRequestKind;
  @Column('text', { nullable: true }) text: string | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'reply_by' }) replyBy: Date;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt: Date | null;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('timestamptz', { name: 'extended_until', nullable: true }) extendedUntil: Date | null;
  @Column('text', { name: 'extended_reason', nullable: true }) extendedReason: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('boolean', { nullable: true }) granted: boolean | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('jsonb') kept: { what: string; why: string; legalRef: string; until: string | null }[];
}
