import type { CodeDelivery, ProducerKind, Role } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CodePurpose } from './sign-in.rules.ts';

/** Someone with a phone. A farmer and an official are two kinds: one number may be both, and neither opens the other. */
@Entity({ schema: 'identity', name: 'person' })
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'person' | 'official';
  /** `+84…`; null once her data was erased. */
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) name: string | null;
  /** Made to show the system; a production start refuses such people. */
  @Column('boolean', { name: 'is_demo' }) isDemo: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'suspended_at', nullable: true }) suspendedAt: Date | null;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
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
  /** A new authenticator that has not yet shown a code. */
  @Column('text', { name: 'pending_totp', nullable: true }) pendingTotp: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}

/** A code that was sent to a phone. Only the newest of its purpose that was not voided opens what it is for, once. */
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
  @Column('text') purpose: CodePurpose;
  /** The thing it agrees to or proves; null for signing in. */
  @Column('text', { nullable: true }) subject: string | null;
  /** The browser that asked, if we know it. */
  @Column('text', { nullable: true }) device: string | null;
  @Column('text') delivery: CodeDelivery;
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
  /** When a code to the phone or from the authenticator was last shown here. */
  @Column('timestamptz', { name: 'proved_at', nullable: true }) provedAt: Date | null;
  @Column('text') address: string;
  /** On a phone several people use: after five idle minutes it opens nothing any more. */
  @Column('boolean') shared: boolean;
  /** The browser's own words for itself. */
  @Column('text', { nullable: true }) agent: string | null;
  @Column('integer', { nullable: true }) port: number | null;
}

/** A role and where it holds, from an instant until another; `null` while nobody ended it. */
@Entity({ schema: 'identity', name: 'access_grant' })
export class AccessGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person: string;
  @Column('text') role: Exclude<Role, 'delegate' | 'partner' | 'device'>;
  @Column('uuid', { nullable: true }) producer: string | null;
  @Column('text', { nullable: true }) commune: string | null;
  @Column('text', { nullable: true }) province: string | null;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('text', { name: 'given_by', nullable: true }) givenBy: string | null;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
  /** A helper's hamlets, as slugs; null: the whole commune. */
  @Column('text', { array: true, nullable: true }) hamlets: string[] | null;
}

/** A household, a cooperative or a cooperative group, whether or not it may sell yet; its id is the producer's everywhere. */
@Entity({ schema: 'identity', name: 'producer' })
export class Producer {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ProducerKind;
  @Column('text') name: string;
  /** The head of the household, or who represents the cooperative. */
  @Column('text', { nullable: true }) head: string | null;
  @Column('text') commune: string;
  @Column('text') province: string;
  /** A hamlet's slug. */
  @Column('text', { nullable: true }) hamlet: string | null;
  /** The hamlet or old commune as it was written. */
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  /** The name without accents, in small letters: by it namesakes are found. */
  @Column('text') folded: string;
  /** The same of the head's name. */
  @Column('text', { name: 'folded_head', nullable: true }) foldedHead: string | null;
  /** Blind index of the head's citizen number (HMAC): equal for equal numbers, and tells nothing else. */
  @Column('text', { name: 'citizen_index', nullable: true }) citizenIndex: string | null;
  @Column('text', { name: 'entered_how' }) enteredHow: 'self' | 'assisted' | 'imported';
  @Column('uuid', { name: 'entered_by', nullable: true }) enteredBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
}

/** A number a household can be reached at. Whoever proves it may take the household over. */
@Entity({ schema: 'identity', name: 'producer_phone' })
export class ProducerPhone {
  @PrimaryColumn('uuid') producer: string;
  /** `+84…` */
  @PrimaryColumn('text') phone: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy: string | null;
}

/** A household that belongs to a cooperative or cooperative group. */
@Entity({ schema: 'identity', name: 'cooperative_member' })
export class CooperativeMember {
  @PrimaryColumn('uuid') cooperative: string;
  @PrimaryColumn('uuid') household: string;
  @PrimaryColumn('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy: string | null;
  /** Accepted by the household's own people, said on a signed slip, or on the cooperative's list of members. */
  @Column('text') evidence: 'own-hand' | 'slip' | 'list';
  /** The paper's or the import's id. */
  @Column('text', { name: 'evidence_ref', nullable: true }) evidenceRef: string | null;
}

/** What a household or cooperative lets a person, or the managers of a cooperative, do in its name, until when. */
@Entity({ schema: 'identity', name: 'delegation' })
export class Delegation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') producer: string;
  @Column('uuid', { nullable: true }) person: string | null;
  /** A cooperative: whoever manages it. */
  @Column('uuid', { nullable: true }) receiver: string | null;
  @Column('text', { array: true }) rights: string[];
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_until' }) validUntil: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  /** Who of the household gave it; null when a signed slip says so. */
  @Column('uuid', { name: 'given_by', nullable: true }) givenBy: string | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  /** Given by her own hand here, by a code sent to the household's phone, or on a signed slip. */
  @Column('text') evidence: 'own-hand' | 'code' | 'slip';
  /** The code's or the paper's id. */
  @Column('text', { name: 'evidence_ref', nullable: true }) evidenceRef: string | null;
}

/** Who belongs to a household or cooperative. */
@Entity({ schema: 'identity', name: 'membership' })
export class Membership {
  @PrimaryColumn('uuid') producer: string;
  @PrimaryColumn('uuid') person: string;
  @PrimaryColumn('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
}
