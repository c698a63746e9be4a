import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a delegation may last at most, from which day on. */
@Entity({ schema: 'identity', name: 'delegation_limit' })
export class DelegationLimit {
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('smallint') months: number;
  @Column('text') source: string;
}

/**
 * Somebody is asked, by her number, to belong to a household or cooperative, or to bring her household into a cooperative. It is
 * hers to say yes; until then nothing of her is shown to whoever asks.
 */
@Entity({ schema: 'identity', name: 'invitation' })
export class Invitation {
  @PrimaryColumn('uuid') id: string;
  /** Whose people ask. */
  @Column('uuid') producer: string;
  /** `+84…` */
  @Column('text') phone: string;
  @Column('text') role: 'household-member' | 'cooperative-manager' | 'member-household';
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column('text', { nullable: true }) answer: 'yes' | 'no' | 'withdrawn' | null;
}
