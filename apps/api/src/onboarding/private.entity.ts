import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who the head is. The citizen number is sealed; of it only the last three digits are ever shown. */
@Entity({ schema: 'onboarding', name: 'identity_proof' })
export class IdentityProofRow {
  @PrimaryColumn('uuid') producer: string;
  @Column('text') method: 'manual' | 'vneid';
  @Column('text') state: 'waiting' | 'verified' | 'refused';
  @Column('text', { name: 'full_name' }) fullName: string;
  @Column('date', { name: 'birth_date', nullable: true }) birthDate: string | null;
  @Column('text', { name: 'number_sealed', nullable: true }) numberSealed: string | null;
  @Column('text', { name: 'number_end', nullable: true }) numberEnd: string | null;
  /** Equal for equal numbers (HMAC). */
  @Column('text', { name: 'citizen_index', nullable: true }) citizenIndex: string | null;
  /** Pictures of the card. */
  @Column('uuid', { array: true }) papers: string[];
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('boolean', { name: 'on_behalf' }) onBehalf: boolean;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('date', { nullable: true }) until: string | null;
}

/** Where money goes. The number is sealed and shown to nobody, its last three digits to the household's own people. */
@Entity({ schema: 'onboarding', name: 'payout' })
export class Payout {
  @PrimaryColumn('uuid') producer: string;
  /** BIN of the bank, six digits. */
  @Column('text') bank: string;
  @Column('text', { name: 'number_sealed' }) numberSealed: string;
  @Column('text', { name: 'number_end' }) numberEnd: string;
  @Column('text') holder: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;
  @Column('uuid', { name: 'set_by' }) setBy: string;
  @Column('timestamptz', { name: 'frozen_until', nullable: true }) frozenUntil: Date | null;
}
