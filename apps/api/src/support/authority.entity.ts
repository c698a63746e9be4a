import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long an authority may be kept waiting. */
@Entity({ schema: 'support', name: 'authority_clock' })
export class AuthorityClock {
  @PrimaryColumn('text') kind: 'data' | 'block' | 'suspension';
  @PrimaryColumn('boolean') urgent: boolean;
  @Column('smallint') hours: number;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
}

/** What an authority asked, and who answered it with what. One official prepares, another sends. */
@Entity({ schema: 'support', name: 'authority_request' })
export class AuthorityRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('text') kind: AuthorityClock['kind'];
  @Column('boolean') urgent: boolean;
  @Column('text') authority: string;
  @Column('text') document: string;
  @Column('text') scope: string;
  @Column('text') province: string;
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
  @Column('uuid', { name: 'entered_by' }) enteredBy: string;
  @Column('timestamptz', { name: 'entered_at' }) enteredAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { name: 'prepared_by', nullable: true }) preparedBy: string | null;
  @Column('timestamptz', { name: 'prepared_at', nullable: true }) preparedAt: Date | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  /** When the suspension it ordered took effect. */
  @Column('timestamptz', { name: 'carried_out_at', nullable: true }) carriedOutAt: Date | null;
}
