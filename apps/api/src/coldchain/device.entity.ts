import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A temperature logger, by the number printed on it. */
@Entity({ schema: 'coldchain', name: 'device' })
export class Device {
  @PrimaryColumn('text') id: string;
  @Column('text') model: string;
  @Column('text') commune: string;
  /** Its key, sealed; see `device-key.ts`. */
  @Column('text', { name: 'sealed_key' }) sealedKey: string;
  @Column('text') state: 'active' | 'revoked';
  @Column('text', { name: 'registered_by', nullable: true }) registeredBy: string | null;
  @Column('timestamptz', { name: 'registered_at' }) registeredAt: Date;
  @Column('text', { name: 'revoked_by', nullable: true }) revokedBy: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('text', { name: 'revoked_why', nullable: true }) revokedWhy: string | null;
}

/** A number used once, kept for as long as its request could be sent again. */
@Entity({ schema: 'coldchain', name: 'nonce' })
export class Nonce {
  @PrimaryColumn('text') device: string;
  @PrimaryColumn('text') nonce: string;
  @Column('timestamptz') until: Date;
}
