import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a delegation may last at most, from which day on. */
@Entity({ schema: 'identity', name: 'delegation_limit' })
export class DelegationLimit {
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('smallint') months: number;
  @Column('text') source: string;
}

/**
 * Somebody is asked to belong: a person, by her number, to a household or cooperative, or a household to a cooperative. It is
 * theirs to say yes.
 */
@Entity({ schema: 'identity', name: 'invitation' })
export class Invitation {
  @PrimaryColumn('uuid') id: string;
  /** Whose people ask. */
  @Column('uuid') producer: string;
  /** `+84…` */
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) role: 'household-member' | 'cooperative-manager' | null;
  @Column('uuid', { nullable: true }) household: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answer: 'yes' | 'no' | 'withdrawn' | null;
}
