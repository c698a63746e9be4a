import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A listing on its way, under the id it will have. */
@Entity({ schema: 'catalogue', name: 'draft' })
export class Draft {
  @PrimaryColumn('uuid') id: string;
  /** The person who writes it; nobody else reads it. */
  @Column('uuid') owner: string;
  @Column('uuid') producer: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  /** Handed in as a listing, or thrown away; answers that arrive later change nothing. */
  @Column('text', { nullable: true }) ended: 'handed-in' | 'deleted' | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

/** The latest answer to one question. */
@Entity({ schema: 'catalogue', name: 'draft_answer' })
export class DraftAnswerRow {
  @PrimaryColumn('uuid') draft: string;
  @PrimaryColumn('text') field: string;
  @Column('jsonb') value: unknown;
  /** When it was given, on the phone. */
  @Column('timestamptz') at: Date;
}
