import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place where goods are sold: ours, or another's. */
@Entity({ schema: 'channels', name: 'platform' })
export class Platform {
  @PrimaryColumn('text') id: string;
  @Column('smallint') position: number;
  @Column('text') name: string;
  @Column('text') operator: string;
  @Column('text', { nullable: true }) website: string | null;
  /** How goods get there: it is ours, by a file, or not through us. */
  @Column('text') connector: 'own' | 'file' | 'none';
}

/** What is held of a platform from a day on, and who says so. Reputable and Vietnamese are two things, never one. */
@Entity({ schema: 'channels', name: 'statement' })
export class Statement {
  @PrimaryColumn('text') platform: string;
  @PrimaryColumn('text') about: 'state' | 'reputable' | 'vietnamese';
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  /** Of `state` its state, else `yes` or `no`; null while nobody has decided. */
  @Column('text', { nullable: true }) value: string | null;
  @Column('text') source: string;
}

/** A file of a producer's listings that was made for a platform. */
@Entity({ schema: 'channels', name: 'export' })
export class Export {
  @PrimaryColumn('uuid') id: string;
  @Column('text') platform: string;
  @Column('uuid') producer: string;
  /** How many are in it. */
  @Column('integer') listings: number;
  /** Its key in the storage. */
  @Column('text') file: string;
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
