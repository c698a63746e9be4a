import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The words that are read out before a household agrees, and how long that holds, from which day on. */
@Entity({ schema: 'caseload', name: 'field_reading' })
export class FieldReading {
  @PrimaryColumn('text') version: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') text: string;
  @Column('smallint') days: number;
  @Column('text') source: string;
}

/** What a helper sent, without its content. `reason` is the problem's name, `reading` the version that was read out. */
@Entity({ schema: 'caseload', name: 'field_entry' })
export class FieldEntryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') helper: string;
  @Column('uuid') household: string;
  @Column('text') kind: 'household' | 'consent-code' | 'consent-slip' | 'answers' | 'visit' | 'hand-over';
  @Column('text') hash: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('text') outcome: 'applied' | 'conflict' | 'refused';
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) reading: string | null;
  @Column('smallint') tries: number;
}

/** The last day on which a helper's look at a household was noted. */
@Entity({ schema: 'caseload', name: 'field_look' })
export class FieldLook {
  @PrimaryColumn('uuid') helper: string;
  @PrimaryColumn('uuid') household: string;
  @Column('date') day: string;
}

/** A helper began to hand a household over to its own people; ended when they took it. */
@Entity({ schema: 'caseload', name: 'hand_over' })
export class HandOver {
  @PrimaryColumn('uuid') household: string;
  @PrimaryColumn('uuid') helper: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
