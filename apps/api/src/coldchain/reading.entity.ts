import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What came in one request. Never changed. */
@Entity({ schema: 'coldchain', name: 'ingest_batch' })
export class IngestBatch {
  @PrimaryColumn('bigint') id: number;
  @Column('text') device: string;
  @Column('text', { name: 'batch_key' }) batchKey: string;
  @Column('text', { name: 'body_sha256' }) bodySha256: string;
  /** Readings in it, and how many of them were new. */
  @Column('integer') n: number;
  @Column('integer', { name: 'n_new' }) nNew: number;
  @Column('timestamptz', { name: 'sent_at' }) sentAt: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}

/** What a logger said, at the time it said. Never changed. */
@Entity({ schema: 'coldchain', name: 'reading' })
export class Reading {
  @PrimaryColumn('text') device: string;
  @PrimaryColumn('text') channel: string;
  @PrimaryColumn('timestamptz', { name: 'device_time' }) deviceTime: Date;
  /** °C. */
  @Column('real') value: number;
  /** 1: the sensor's trouble. */
  @Column('smallint') flags: number;
  @Column('bigint') batch: number;
}

/** Another value for a reading that was known already. */
@Entity({ schema: 'coldchain', name: 'reading_conflict' })
export class ReadingConflict {
  @PrimaryColumn('text') device: string;
  @PrimaryColumn('text') channel: string;
  @PrimaryColumn('timestamptz', { name: 'device_time' }) deviceTime: Date;
  @PrimaryColumn('real') value: number;
  @Column('smallint') flags: number;
  @Column('bigint') batch: number;
}

/** A reading whose time no clock in use can have said. */
@Entity({ schema: 'coldchain', name: 'reading_quarantine' })
export class ReadingQuarantine {
  @PrimaryColumn('bigint') id: number;
  @Column('text') device: string;
  @Column('text') channel: string;
  @Column('text', { name: 'device_time' }) deviceTime: string;
  @Column('real') value: number;
  @Column('bigint') batch: number;
}

/** An assignment whose readings changed and are to be judged again. */
@Entity({ schema: 'coldchain', name: 'dirty' })
export class Dirty {
  @PrimaryColumn('bigint') id: number;
  @Column('uuid') assignment: string;
}
