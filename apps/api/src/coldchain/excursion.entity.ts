import type { StorageClass } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from './detector.rules.ts';

/** What holds a parcel: a dated row, never changed. */
@Entity({ schema: 'coldchain', name: 'rule' })
export class Rule {
  @PrimaryColumn('integer') id: number;
  @Column('text') storage: StorageClass;
  @Column('text', { nullable: true }) commodity: string | null;
  @Column('text') side: Side;
  @Column('real') margin: number;
  @Column('integer', { name: 'delay_seconds' }) delaySeconds: number;
  @Column('real') hysteresis: number;
  @Column('integer', { name: 'recover_seconds' }) recoverSeconds: number;
  @Column('integer', { name: 'hold_max_seconds' }) holdMaxSeconds: number;
  @Column('integer', { name: 'gap_alert_seconds' }) gapAlertSeconds: number;
  @Column('text') source: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
}

export type StoredState = 'open' | 'recovering' | 'ended' | 'withdrawn';

/** Too warm or too cold for too long, as it stands now. */
@Entity({ schema: 'coldchain', name: 'excursion' })
export class StoredExcursion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignment: string;
  @Column('uuid') parcel: string;
  @Column('integer') rule: number;
  @Column('text') side: Side;
  @Column('real', { name: 'limit_celsius' }) limitCelsius: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'confirmed_at' }) confirmedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('real') peak: number;
  @Column('integer', { name: 'out_seconds' }) outSeconds: number;
  @Column('text') state: StoredState;
  /** How often something was said of it. */
  @Column('integer') revision: number;
}

/** What was said of an excursion, each time. Never changed. */
@Entity({ schema: 'coldchain', name: 'excursion_revision' })
export class ExcursionRevision {
  @PrimaryColumn('uuid') excursion: string;
  @PrimaryColumn('integer') revision: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('real') peak: number;
  @Column('integer', { name: 'out_seconds' }) outSeconds: number;
  @Column('text') state: StoredState;
  @Column('timestamptz') at: Date;
}
