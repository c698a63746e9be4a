import type { SupportState } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one can ask for help with, and how long an answer may take. */
@Entity({ schema: 'support', name: 'topic' })
export class Topic {
  @PrimaryColumn('text') id: string;
  @Column('smallint') position: number;
  @Column('text') title: string;
  @Column('smallint') hours: number;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text') source: string;
}

/** Somebody asked for help. Her words are the first note. */
@Entity({ schema: 'support', name: 'request' })
export class Request {
  @PrimaryColumn('uuid') id: string;
  /** As it is read aloud: `HT-2611-0042`. */
  @Column('text') number: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('uuid') asker: string;
  @Column('text') topic: string;
  /** SHA-256 of what was asked: the same id with other words is refused. */
  @Column('text', { name: 'text_hash' }) textHash: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text') state: SupportState;
  @Column('uuid', { nullable: true }) owner: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy: string | null;
  @Column('text', { nullable: true }) done: string | null;
}

/** What either side wrote. */
@Entity({ schema: 'support', name: 'note' })
export class Note {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') request: string;
  @Column('timestamptz') at: Date;
  @Column('uuid') by: string;
  /** In the order in which they were written. */
  @Column('bigint') place: number;
  @Column('text') side: 'asker' | 'office';
  @Column('text') text: string;
}
