import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is taught, from a day on and on which paper's ground. */
@Entity({ schema: 'training', name: 'course' })
export class Course {
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text') content: string;
  @Column('numeric', { precision: 4, scale: 1 }) hours: string;
  /** Null: every province's. */
  @Column('text', { nullable: true }) province: string | null;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
  @Column('uuid', { name: 'written_by', nullable: true }) writtenBy: string | null;
}

/** One time a course is held. It was held when its time came and nobody called it off. */
@Entity({ schema: 'training', name: 'session' })
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') course: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text') place: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('uuid') trainer: string;
  @Column('uuid', { name: 'planned_by' }) plannedBy: string;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt: Date | null;
}

/** A household was there: its people scanned the code in the room, or it stood on the paper list. */
@Entity({ schema: 'training', name: 'attendance' })
export class Attendance {
  @PrimaryColumn('uuid') session: string;
  @PrimaryColumn('uuid') producer: string;
  @Column('uuid', { nullable: true }) person: string | null;
  @Column('text') how: 'qr' | 'list';
  @Column('uuid') by: string;
  @Column('timestamptz') at: Date;
}

/** Something a household should be able to do by itself. */
@Entity({ schema: 'training', name: 'skill' })
export class Skill {
  @PrimaryColumn('text') id: string;
  @Column('smallint') position: number;
  @Column('text') title: string;
  @Column('text') hint: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** A trainer signed that she saw it done. */
@Entity({ schema: 'training', name: 'skill_shown' })
export class SkillShown {
  @PrimaryColumn('uuid') producer: string;
  @PrimaryColumn('text') skill: string;
  @Column('uuid') trainer: string;
  @Column('timestamptz') at: Date;
}

@Entity({ schema: 'training', name: 'limits' })
export class TrainingLimits {
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  /** How long a code in the room is good. */
  @Column('smallint', { name: 'code_minutes' }) codeMinutes: number;
  /** How long after a session its list may still be corrected. */
  @Column('smallint', { name: 'correct_days' }) correctDays: number;
  @Column('text') source: string;
}
