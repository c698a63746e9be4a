import type { ApplicationStatus, ProducerKind, TaskId } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A household as the board shows it. Made of what identity and onboarding know; `caseload rebuild` makes it anew. */
@Entity({ schema: 'caseload', name: 'household' })
export class HouseholdOnBoard {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ProducerKind;
  @Column('text') name: string;
  @Column('text', { nullable: true }) head: string | null;
  /** Name and head without accents, for the search box. */
  @Column('text') folded: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  /** A slug. */
  @Column('text', { nullable: true }) hamlet: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { name: 'entered_how' }) enteredHow: 'self' | 'assisted' | 'imported';
  @Column('timestamptz', { name: 'entered_at' }) enteredAt: Date;
  @Column('text') status: ApplicationStatus;
  /** The first task with something missing. */
  @Column('text', { name: 'stuck_at', nullable: true }) stuckAt: TaskId | null;
  @Column('smallint', { name: 'tasks_left' }) tasksLeft: number;
  @Column('text', { array: true }) missing: string[];
  @Column('timestamptz') since: Date;
  @Column('uuid', { nullable: true }) helper: string | null;
  @Column('timestamptz', { name: 'touched_at', nullable: true }) touchedAt: Date | null;
  @Column('uuid', { name: 'touched_by', nullable: true }) touchedBy: string | null;
  @Column('date', { name: 'next_visit', nullable: true }) nextVisit: string | null;
}

/** What happened to a household, for its page: the event, when, and who did it. */
@Entity({ schema: 'caseload', name: 'trail' })
export class Trail {
  @Column('uuid') event: string;
  @PrimaryColumn('uuid') producer: string;
  @PrimaryColumn('timestamptz') at: Date;
  @Column('text') what: string;
  @Column('uuid', { nullable: true }) by: string | null;
  /** By somebody who does not belong to it. */
  @Column('boolean') behalf: boolean;
}

/** A visit: planned for a day, or made on one. */
@Entity({ schema: 'caseload', name: 'visit' })
export class Visit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('date', { name: 'planned_for', nullable: true }) plannedFor: string | null;
  @Column('date', { name: 'visited_on', nullable: true }) visitedOn: string | null;
  /** Who goes, or went; null when nobody is left to go. */
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('text', { nullable: true }) done: string | null;
  @Column('text', { nullable: true }) missing: string | null;
  @Column('date', { name: 'next_visit', nullable: true }) nextVisit: string | null;
  @Column('uuid', { name: 'noted_by' }) notedBy: string;
  @Column('timestamptz', { name: 'noted_at' }) notedAt: Date;
  @Column('timestamptz', { name: 'dropped_at', nullable: true }) droppedAt: Date | null;
}

/** Who stands beside a household, from when until when. */
@Entity({ schema: 'caseload', name: 'assignment' })
export class Assignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('uuid') helper: string;
  @Column('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('text', { name: 'given_by' }) givenBy: string;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('text', { name: 'ended_why', nullable: true }) endedWhy: 'changed' | 'left' | 'undone' | null;
}
