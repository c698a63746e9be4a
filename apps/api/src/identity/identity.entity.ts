import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone with a phone. A farmer and an official are two kinds: one number may be both, and neither opens the other. */
@Entity({ schema: 'identity', name: 'person' })
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'person' | 'official';
  /** `+84…` */
  @Column('text') phone: string;
  @Column('text', { nullable: true }) name: string | null;
  /** Made to show the system; a production start refuses such people. */
  @Column('boolean', { name: 'is_demo' }) isDemo: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'suspended_at', nullable: true }) suspendedAt: Date | null;
}

/** What an official proves herself with. */
@Entity({ schema: 'identity', name: 'credential' })
export class Credential {
  @PrimaryColumn('uuid') person: string;
  /** argon2id, as a PHC string. */
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  /** AES-256-GCM, bound to the person. */
  @Column('text', { name: 'totp_secret' }) totpSecret: string;
  /** The last 30-second step whose code was used: none at or before it opens anything again. */
  @Column('bigint', { name: 'totp_step' }) totpStep: number;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}

/** A code that was sent to a phone. Only the newest that was not voided opens a session, once. */
@Entity({ schema: 'identity', name: 'one_time_code' })
export class OneTimeCode {
  @PrimaryColumn('uuid') id: string;
  @Column('text') phone: string;
  @Column('text') hmac: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('smallint') tries: number;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
  /** When it could not be sent. */
  @Column('timestamptz', { name: 'voided_at', nullable: true }) voidedAt: Date | null;
  /** Who asked for it. */
  @Column('text') address: string;
}

/** One place where someone is signed in. Of its token only the SHA-256 is kept. */
@Entity({ schema: 'identity', name: 'session' })
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'token_hash' }) tokenHash: string;
  @Column('uuid') person: string;
  @Column('text') kind: 'person' | 'official';
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text') address: string;
}

/** A role and where it holds, from an instant until another; `null` while nobody ended it. */
@Entity({ schema: 'identity', name: 'access_grant' })
export class AccessGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person: string;
  @Column('text') role: 'producer' | 'commune-officer' | 'province-officer' | 'operator';
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('text', { nullable: true }) commune: string | null;
  @Column('text', { nullable: true }) province: string | null;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('text', { name: 'given_by', nullable: true }) givenBy: string | null;
}

/** A household that was approved to sell; its id is the producer's everywhere. */
@Entity({ schema: 'identity', name: 'household' })
export class Household {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** A cooperative that was approved to sell. */
@Entity({ schema: 'identity', name: 'cooperative' })
export class Cooperative {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** Who belongs to a household or cooperative. */
@Entity({ schema: 'identity', name: 'membership' })
export class Membership {
  @PrimaryColumn('uuid') producer: string;
  @PrimaryColumn('uuid') person: string;
  @Column('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
}
