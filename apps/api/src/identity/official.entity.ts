import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The link by which an official begins, once, within seven days. */
@Entity({ schema: 'identity', name: 'official_start' })
export class OfficialStart {
  @PrimaryColumn('uuid') person: string;
  /** SHA-256. */
  @Column('text', { name: 'key_hash' }) keyHash: string;
  /** The authenticator she will show, sealed as a credential's. */
  @Column('text', { name: 'totp_secret' }) totpSecret: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('text', { name: 'made_by', nullable: true }) madeBy: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

/** One of ten codes that open once where the authenticator would. */
@Entity({ schema: 'identity', name: 'recovery_code' })
export class RecoveryCode {
  @PrimaryColumn('uuid') person: string;
  @PrimaryColumn('text') hmac: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

/** A lost number that an officer moves to another: who, why, and how it ended. Never deleted. */
@Entity({ schema: 'identity', name: 'phone_recovery' })
export class PhoneRecovery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person: string;
  /** `+84…` */
  @Column('text', { name: 'old_phone' }) oldPhone: string;
  @Column('text', { name: 'new_phone' }) newPhone: string;
  /** Of the household that she belongs to; its officers see it. */
  @Column('text') commune: string;
  @Column('text') reason: string;
  @Column('uuid', { name: 'started_by' }) startedBy: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  /** When the code sent to the new number was shown. */
  @Column('timestamptz', { name: 'proved_at', nullable: true }) provedAt: Date | null;
  /** Counted from when the former number was told. */
  @Column('timestamptz', { name: 'takes_effect_at', nullable: true }) takesEffectAt: Date | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt: Date | null;
  @Column('timestamptz', { name: 'stopped_at', nullable: true }) stoppedAt: Date | null;
  @Column('text', { name: 'stopped_by', nullable: true }) stoppedBy: 'holder' | 'officer' | null;
  @Column('text', { name: 'stop_reason', nullable: true }) stopReason: string | null;
  /** SHA-256 of what stands in the message to the former number. */
  @Column('text', { name: 'stop_key_hash', nullable: true }) stopKeyHash: string | null;
}

/** By what another system reads a province's figures. Of the key only the SHA-256 is kept. */
@Entity({ schema: 'identity', name: 'partner_key' })
export class PartnerKey {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') province: string;
  /** The key's first letters, to tell keys apart. */
  @Column('text') begins: string;
  @Column('text', { name: 'key_hash' }) keyHash: string;
  @Column('text', { name: 'made_by', nullable: true }) madeBy: string | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
}
